/** What the pack knows around one article: its names, the story before and since, and who else reports. */
import type { Dossier, EntityRecord } from '../pack/dossier.ts';
import { textIn } from '../pack/schema.ts';
import type { ArticleContext, AskedSource, CardLanguage, Overview, RelatedReport, StoryEntry } from '../shared/model.ts';
import { datedEvent, statementsOf } from './card.ts';
import { linkTo } from './names.ts';
import { packReportsNear } from './related.ts';
import { type ArticleDay, articleDay } from './time.ts';

/** Most entries of the story, and most reports, that one article is shown with. */
const MOST_ENTRIES = 24;
export const MOST_REPORTS = 20;

/** What is known of an article beyond the pack: reports near it, and the live sources that may be asked. */
export interface Surroundings {
  near: readonly RelatedReport[];
  sources: AskedSource[];
}

/**
 * Composes the overview of an article; entities that the pack does not know
 * are left out. Where no reports are known to be near, the pack's serve.
 */
export function composeOverview(
  request: ArticleContext,
  language: CardLanguage,
  dossier: Dossier,
  { near, sources }: Surroundings = { near: [], sources: [] },
): Overview {
  const entities = request.mentioned.flatMap((id) => dossier.entity(id) ?? []);
  const day = articleDay(request.published, dossier);
  return {
    language,
    entities: entities.map((entity) => ({ ...linkTo(entity, language), kind: textIn(entity.kind, language) })),
    story: storyOf(entities, day, language, dossier),
    related: (near.length > 0 ? [...near] : reportsAround(entities, request.url, day, dossier)).slice(0, MOST_REPORTS),
    sources,
    ...day,
    asOf: dossier.pack.asOf,
  };
}

/**
 * Events that touch most of the article's entities; where there are few,
 * statements about its foremost entities fill up. Oldest first.
 */
function storyOf(entities: readonly EntityRecord[], day: ArticleDay, language: CardLanguage, dossier: Dossier): StoryEntry[] {
  const touched = countIn(entities.map((entity) => entity.events));
  const events = [...touched].flatMap(([id, count]) => {
    const event = dossier.event(id);
    if (event === undefined) return [];
    const about = entities.filter((entity) => event.entities.includes(entity.id)).map((entity) => linkTo(entity, language));
    return [{ entry: { ...datedEvent(event, day, language, dossier), about }, weight: count }];
  });
  const statements = entities.flatMap((entity, index) =>
    statementsOf(entity, day, language, dossier).map((statement) => ({
      entry: { ...statement, about: [linkTo(entity, language)] },
      // Below every event; the article's foremost entities before the others.
      weight: -index,
    })),
  );
  return [...events, ...statements]
    .sort((a, b) => b.weight - a.weight || distance(a.entry.date, day) - distance(b.entry.date, day))
    .slice(0, MOST_ENTRIES)
    .map(({ entry }) => entry)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The pack's reports about most of the article's entities first, then those nearest to it in time. */
function reportsAround(entities: readonly EntityRecord[], url: string | null, day: ArticleDay, dossier: Dossier): RelatedReport[] {
  const about = countIn(entities.map((entity) => entity.related));
  const counts = [...new Set(about.values())].sort((a, b) => b - a);
  const idsOf = (count: number) => [...about].filter(([, own]) => own === count).map(([id]) => id);
  return counts.flatMap((count) => packReportsNear(idsOf(count), url, day, dossier));
}

/** In how many of the lists each id stands. */
function countIn(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of new Set(list)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Milliseconds between a date, however exact, and the article's day. */
function distance(date: string, { date: day }: ArticleDay): number {
  return Math.abs(Date.parse(`${date}-01-01`.slice(0, 10)) - Date.parse(day));
}
