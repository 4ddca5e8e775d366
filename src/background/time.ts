/** The day of an article, and comparing days with dates that may be no more exact than a month or a year. */
import type { Dossier } from '../pack/dossier.ts';

/** The day for which an article is answered: its own, or the pack's where it tells none. */
export interface ArticleDay {
  date: string;
  dated: boolean;
}

export function articleDay(published: string | null, dossier: Dossier): ArticleDay {
  return { date: published ?? dossier.pack.asOf, dated: published !== null };
}

/** Whether something dated came after an article; nothing counts as later than an article without a day. */
export function isSince(date: string, { date: day, dated }: ArticleDay): boolean {
  return dated && isAfter(date, day);
}

/** Whether a date surely lies after a day: `2026` is not after `2026-02-04`, `2026-03` is. */
export function isAfter(date: string, day: string): boolean {
  return date > day.slice(0, date.length);
}

export interface Term {
  from?: string;
  to?: string;
  /** The last date on which the holder was seen in office, where the end is unknown. */
  seen?: string;
}

/** How long after it was last seen a term without an end is still believed, in days. */
const BELIEVED = 400;

/**
 * Whether an office was held on a day. The day of a change belongs to the new
 * holder. A term without a known beginning is believed only from when it was
 * seen, and one that was only seen not for ever.
 */
export function isHeldOn({ from, to, seen }: Term, day: string): boolean {
  const begun = from ?? seen;
  if (begun === undefined || isAfter(begun, day)) return false;
  if (to !== undefined) return isAfter(to, day);
  if (seen === undefined) return true;
  const end = new Date(Date.parse(`${seen}-01-01`.slice(0, 10)) + BELIEVED * 86_400_000).toISOString().slice(0, 10);
  return day <= end;
}
