/** Live blogs: one article whose entries have times of their own. */
import { closestOf, holds } from '../shared/trees.ts';
import { dayOfStamp } from './dates.ts';

const entries = 'article, [itemprop~="liveBlogUpdate" i], [itemtype$="BlogPosting" i]';

/** The day (`YYYY-MM-DD`) of the entry of an article that an element stands in; null outside of entries, and in those that state no day up to today. */
export function dayOfEntry(element: Element, container: Element, today: string): string | null {
  const entry = closestOf(element, entries);
  if (entry === null || entry === container || !holds(container, entry)) return null;
  const stamp = entry.querySelector('time[datetime]')?.getAttribute('datetime');
  return stamp ? dayOfStamp(stamp, { today, language: null }) : null;
}
