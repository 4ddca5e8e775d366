/** The day that a page shows its readers. */

import { closestOf, holds } from '../shared/trees.ts';
import type { Block } from './blocks.ts';
import type { Body } from './body.ts';
import { type DateContext, dayInText, dayOfStamp, dayWithoutYear } from './dates.ts';
import { weightOf } from './weight.ts';

/** Where a dateline is looked for. */
interface Page {
  document: Document;
  blocks: readonly Block[];
  body: Body | null;
  heading: Element | null;
  context: DateContext;
  address: string;
  /** Day of the last change by metadata. */
  updated: string | null;
}

/** How far below the headline a dateline may stand, in blocks, and how far above. */
const REACH_BELOW = 12;
const REACH_ABOVE = 6;
/** Datelines are short; longer texts with a date tell of something else. */
const LONGEST_DATELINE = 160;
/** Longer than this, a text that ends like a sentence is one. */
const LONGEST_FRAGMENT = 60;

/** A day with a weekday, a time of day and a word for what it is the day of. */
const LONGEST_DAY = 40;
/** In so many blocks at the head of the text, a paragraph may begin with its day, and a place before it. */
const OPENING = 6;
const LONGEST_OPENING = 30;
/** So many heavy blocks, a standfirst and a caption most often, may stand between headline and dateline. */
const MOST_HEAVY = 2;

/** Words for a later change; a date behind one is not that of publication. */
const updateWords =
  /updat|modifi|revis|aktualisiert|geändert|stand:|mis à jour|màj|actualizad|aggiornat|atualizad|обновл|изменен|güncel|更新|수정|업데이트|最終|zuletzt/i;

/** The day that stands with the headline, in a time element or in words, else at the head of the text or in the title element; null where none does. */
export function visibleDay({ document, blocks, body, heading, context, address, updated }: Page): string | null {
  const first = body?.blocks[0];
  const at = heading === null ? -1 : blocks.findIndex((block) => holds(heading, block.element));
  const anchor = at >= 0 ? at : first ? blocks.indexOf(first) : -1;
  const window =
    anchor < 0 ? [] : [...blocks.slice(anchor, anchor + REACH_BELOW), ...blocks.slice(Math.max(0, anchor - REACH_ABOVE), anchor).reverse()];
  const datelines = window.filter(isDateline);
  return (
    titleDay(document.title, context) ??
    firstOf(
      datelines.filter((block) => !updateWords.test(block.text)),
      (block) => dayOfBlock(block, context),
    ) ??
    firstOf(datelines, (block) => dayOfBlock(block, context)) ??
    timeElementDay(document, body, heading, context) ??
    firstOf(linesBeforeText(blocks, body, at), (block) => dayInText(block.text, context)) ??
    firstOf(body?.blocks.slice(0, 3) ?? [], (block) => dayInText(block.text.slice(0, 120), context)) ??
    firstOf(body?.blocks.slice(0, OPENING) ?? [], (block) => dayInText(block.text.trimStart().slice(0, LONGEST_OPENING), context)) ??
    firstOf(linesAfterText(blocks, body), (block) => dayInText(block.text, context)) ??
    firstOf([...datelines.filter((block) => block.text.trim().length <= LONGEST_FRAGMENT), ...(body?.blocks.slice(0, 3) ?? [])], (block) =>
      dayWithoutYear(/^[^。.]{0,60}/.exec(block.text)?.[0] ?? '', updated ?? lastDayBy(address, context), context),
    )
  );
}

/** Short lines close below the headline, before the text, whatever the parts of the page that they stand in are named. */
function linesBeforeText(blocks: readonly Block[], body: Body | null, heading: number): Block[] {
  const heavy = body?.blocks.filter((block) => blocks.indexOf(block) > heading && weightOf(block) > LONGEST_DATELINE) ?? [];
  const text = heavy[MOST_HEAVY] ?? heavy.at(-1);
  return heading < 0 || text === undefined
    ? []
    : blocks
        .slice(heading + 1, Math.min(heading + REACH_BELOW, blocks.indexOf(text)))
        .filter((block) => block.text.trim().length <= LONGEST_FRAGMENT);
}

/** Lines close below the text that have hardly room for more than a day. */
function linesAfterText(blocks: readonly Block[], body: Body | null): Block[] {
  const last = body?.blocks.at(-1);
  return last === undefined
    ? []
    : blocks
        .slice(blocks.indexOf(last) + 1)
        .slice(0, REACH_ABOVE)
        .filter((block) => isDateline(block) && block.text.trim().length <= LONGEST_DAY);
}

/** How many lines of a body are dated: more than a few are entries of a list, or answers. */
export function datedLines({ blocks }: Body, context: DateContext): number {
  return blocks.filter(({ text }) => text.length <= LONGEST_DATELINE && dayInText(text, context) !== null).length;
}

/** A short line that is no sentence and no caption. */
function isDateline({ text, element, aside }: Block): boolean {
  const line = text.trim();
  if (aside !== null || line.length > LONGEST_DATELINE || closestOf(element, 'figcaption') !== null) return false;
  return line.length <= LONGEST_FRAGMENT || !/[.!?。！？]["”»]?$/.test(line);
}

function dayOfBlock({ text, runs }: Block, context: DateContext): string | null {
  for (const { node } of runs) {
    const stamp = node.parentElement?.closest('time[datetime]')?.getAttribute('datetime');
    const day = stamp ? dayOfStamp(stamp, context) : null;
    if (day !== null) return dayInText(text, context) ?? day;
  }
  return dayInText(text, context);
}

/** The first time element between the headline and the end of the text, else the last one above: some show nothing yet, or stand in a box. */
function timeElementDay(document: Document, body: Body | null, heading: Element | null, context: DateContext): string | null {
  let above: string | null = null;
  // Only of nodes of one tree can be said which comes first.
  const tree = (body?.container.getRootNode() ?? document) as Document | ShadowRoot;
  const isBelow = (time: Element) => heading === null || heading.getRootNode() !== tree || precedes(heading, time);
  for (const time of tree.querySelectorAll('time[datetime], [class*="publish" i][datetime]')) {
    if (body === null || !(body.container.contains(time) || precedes(time, body.container))) break;
    if (time.closest(beside) !== null) continue;
    const day = dayInText(time.textContent ?? '', context) ?? dayOfStamp(time.getAttribute('datetime') ?? '', context);
    if (day === null) continue;
    if (isBelow(time)) return day;
    above = day;
  }
  return above;
}

/** Where times of other things stand. */
const beside = 'aside, nav, footer, li, [class*="related" i], [class*="comment" i], [class*="teaser" i], [class*="card" i]';

function precedes(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** A date among the last parts of the title element, which bars and dashes part. */
function titleDay(title: string, context: DateContext): string | null {
  const parts = title.split(/\s*[|–—]\s*|\s+-\s+/).slice(1);
  return firstOf(parts.slice(-2).reverse(), (part) => (/^.{8,30}$/.test(part) ? dayInText(part, context) : null));
}

/** The last day of the year that the address names, else today: dates without a year are of that year at the latest. */
function lastDayBy(address: string, { today }: DateContext): string {
  const year = /\/((?:19|20)\d\d)(?=[/-]|\d{4}\b)/.exec(address)?.[1];
  return year === undefined || year >= today.slice(0, 4) ? today : `${year}-12-31`;
}

function firstOf<T>(values: readonly T[], read: (value: T) => string | null): string | null {
  for (const value of values) {
    const found = read(value);
    if (found !== null) return found;
  }
  return null;
}
