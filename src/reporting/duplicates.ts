/**
 * Copies: the same text under another address. Texts are compared by their
 * shingles, runs of a few units, as in Broder, "On the resemblance and
 * containment of documents" (1997).
 */
import { bareTitle } from './profile.ts';
import { type Article, dayNumber, type Report } from './report.ts';
import { runsOf } from './words.ts';

/** Units to a shingle of running text; titles are compared by pairs. */
const SHINGLE = 4;
/** Days between the printings of one text. */
const NEAR_DAYS = 4;
/** Resemblance of titles, and containment of a summary in an article's text, from which they are one text. */
const SAME_TITLE = 0.8;
const LIKE_TITLE = 0.5;
const SAME_TEXT = 0.6;
/** Fewest shingles of a summary that can prove anything. */
const ENOUGH_SHINGLES = 5;

/** What is kept of a text to know its copies by. */
export interface Print {
  title: ReadonlySet<string>;
  text: ReadonlySet<string>;
  day: number | null;
}

export function printOfReport(report: Report): Print {
  return {
    title: shingles(bareTitle(report.title, report.outlet), 2),
    text: shingles(report.summary, SHINGLE),
    day: report.published === null ? null : dayNumber(report.published),
  };
}

export function printOfArticle(article: Article): Print {
  return {
    title: shingles(bareTitle(article.title ?? '', ''), 2),
    text: shingles(article.text ?? '', SHINGLE),
    day: article.published === null ? null : dayNumber(article.published),
  };
}

/** Whether a report is a copy of another text: printed about the same day, under the same title or with the same words. */
export function isCopy(report: Print, of: Print): boolean {
  if (report.day !== null && of.day !== null && Math.abs(report.day - of.day) > NEAR_DAYS) return false;
  const titles = resemblance(report.title, of.title);
  if (titles >= SAME_TITLE) return true;
  if (report.text.size < ENOUGH_SHINGLES) return false;
  const texts = containment(report.text, of.text);
  return texts >= SAME_TEXT || (titles >= LIKE_TITLE && texts >= SAME_TEXT / 2);
}

function shingles(text: string, size: number): Set<string> {
  const units = runsOf(text).flatMap((run) => (run.script === 'word' || run.script === 'hangul' ? [run.folded] : [...run.folded]));
  const set = new Set<string>();
  for (let at = 0; at + size <= units.length; at++) set.add(units.slice(at, at + size).join(' '));
  return set;
}

/** Share of shingles that two texts have in common, of all that either has. */
function resemblance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = commonTo(a, b);
  return common / (a.size + b.size - common || 1);
}

/** Share of a text's shingles that stand in another. */
function containment(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  return commonTo(part, whole) / (part.size || 1);
}

function commonTo(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common++;
  return common;
}
