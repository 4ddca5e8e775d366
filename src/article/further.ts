/** Pages that go on: after the article comes the next one, with a headline and a day of its own. */

import { closestOf, holds, parentOf } from '../shared/trees.ts';
import { type Block, readBlocks } from './blocks.ts';
import { type DateContext, dayInText, dayOfStamp } from './dates.ts';
import { weightOf } from './weight.ts';

/** An article element with what it holds. */
export interface Section {
  element: Element;
  title: string | null;
  published: string | null;
  blocks: Block[];
}

/** Less prose than this is a teaser or a post of a live blog, which belongs to the page's own article. */
const LEAST = 1500;
/** How many article elements are looked at. */
const MOST = 40;
/** How far below the headline a dateline may stand, in blocks. */
const DATELINE_REACH = 6;

/** The articles on a page that hold a whole story and a headline each, in order; a page with one article has at most one. */
export function sectionsOf(trees: readonly ParentNode[], context: DateContext): Section[] {
  const outermost = trees
    .flatMap((tree) => [...tree.querySelectorAll('article')])
    .filter((element) => {
      const above = parentOf(element);
      return above === null || closestOf(above, 'article') === null;
    })
    .slice(0, MOST);
  if (outermost.length < 2) return [];
  return outermost.flatMap((element) => {
    const heading = element.querySelector('h1, h2');
    if (heading === null) return [];
    const blocks = readBlocks(element).filter((block) => block.aside === null);
    const prose = blocks.filter((block) => block.linked / block.text.length < 0.5).reduce((sum, block) => sum + weightOf(block), 0);
    if (prose < LEAST) return [];
    const title = heading.textContent?.replace(/\s+/g, ' ').trim() || null;
    return [{ element, title, published: dayOf(element, heading, blocks, context), blocks }];
  });
}

function dayOf(element: Element, heading: Element, blocks: readonly Block[], context: DateContext): string | null {
  const stamp = dayOfStamp(element.querySelector('time[datetime]')?.getAttribute('datetime') ?? '', context);
  if (stamp !== null) return stamp;
  const at = blocks.findIndex((block) => holds(heading, block.element));
  for (const { text } of blocks.slice(Math.max(0, at), at + DATELINE_REACH)) {
    const day = text.trim().length > 160 ? null : dayInText(text, context);
    if (day !== null) return day;
  }
  return null;
}
