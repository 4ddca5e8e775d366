/** Why a report is listed, in short words. */
import { CONCEPT, ENTITY, type Feature, kindOf, NUMBER, SOUND, WORD } from './features.ts';
import type { ReportIndex } from './index.ts';
import { dayNumber, type Report } from './report.ts';

/** Names that a reason lists at most. */
const MOST_NAMES = 3;

/** "official document; same story; bis, h200; 2 days before". */
export function reasonFor(
  { published }: Report,
  index: ReportIndex,
  report: number,
  query: ReadonlyMap<number, Feature>,
  { day, official, sameStory }: { day: number | null; official: boolean; sameStory: boolean },
): string {
  const shared: { label: string; kind: number; strength: number }[] = [];
  for (const [feature, { weight, label }] of query) {
    const kind = kindOf(feature);
    if (kind === SOUND || !index.has(feature, report)) continue;
    shared.push({ label: label.replace(/^@/, ''), kind, strength: Math.min(weight, 4) * index.rarity(feature, index.size) });
  }
  shared.sort((a, b) => b.strength - a.strength);
  const entities = shared.filter(({ kind }) => kind === ENTITY);
  const rest = shared.filter(({ kind }) => kind === WORD || kind === NUMBER || kind === CONCEPT);
  const names = [...new Set([...entities, ...rest].map(({ label }) => label))].slice(0, MOST_NAMES);
  return [
    official && 'official document',
    sameStory && 'same story',
    names.join(', '),
    published !== null && day !== null && distance(dayNumber(published) - day),
  ]
    .filter(Boolean)
    .join('; ');
}

function distance(days: number): string {
  if (days === 0) return 'same day';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} before` : `${count} since`;
}
