/** Chooses among close reports so that the list is not one outlet's, one language's or one text. */
import { isCopy, type Print } from './duplicates.ts';

export interface Candidate {
  report: number;
  closeness: number;
  print: Print;
  story: number;
  outlet: number;
  family: number;
  official: boolean;
}

/** What is taken off the closeness for each listed report of the same outlet, story and language. */
const SAME_OUTLET = 0.06;
const SAME_STORY = 0.01;
const SAME_LANGUAGE = 0.05;
/** Closeness, as a share of the closest report's, from which an official document stands first. */
const OFFICIAL = 0.75;
/** Closeness, as a share of the closest report's, below which a report is not listed. */
const FAINT = 0.08;

/** The reports to list, at most `most`, in order; copies of listed reports are left out. */
export function spread<Item extends Candidate>(candidates: readonly Item[], most: number): Item[] {
  const top = Math.max(...candidates.map(({ closeness }) => closeness), 0);
  const left = candidates.filter(({ closeness }) => closeness >= FAINT * top);
  const listed: Item[] = [];
  while (listed.length < most && left.length > 0) {
    let best = 0;
    left.forEach((item, index) => {
      if (worth(item, listed) > worth(left[best] as Item, listed)) best = index;
    });
    const [item] = left.splice(best, 1) as [Item];
    if (!listed.some((other) => isCopy(item.print, other.print))) listed.push(item);
  }
  const first = listed.filter(({ official, closeness }) => official && closeness >= OFFICIAL * top);
  return [...first, ...listed.filter((item) => !first.includes(item))];
}

function worth(item: Candidate, listed: readonly Candidate[]): number {
  let share = 1;
  for (const other of listed) {
    if (other.outlet === item.outlet) share -= SAME_OUTLET;
    if (other.story === item.story) share -= SAME_STORY;
    if (other.family === item.family) share -= SAME_LANGUAGE;
  }
  return item.closeness * Math.max(0.3, share);
}
