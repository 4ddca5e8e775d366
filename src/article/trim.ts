/** What stands in an article's container without belonging to the article. */

import { closestOf, holds } from '../shared/trees.ts';
import type { Block } from './blocks.ts';
import { partsElsewhere } from './elsewhere.ts';
import { lengthOf } from './weight.ts';

/** This often on one page, a text is a notice of the site. */
const REPEATED = 3;
/** Shorter texts may well stand in an article often: numbers, names of speakers. */
const SHORTEST_NOTICE = 12;
/** From so many teasers on, the end of a container is a list of other articles. */
const LEAST_TEASERS = 3;
/** How far below its linked headline a teaser's text may stand, in blocks. */
const TEASER = 5;

/** What may stand before a link that takes up the rest of its paragraph: a word that leads on to another article. */
const LONGEST_LEAD = 25;
/** From so many entries on, a list that is mostly links is one of other articles. */
const LEAST_ENTRIES = 3;
const MOSTLY = 0.6;
/** A line over such a list is at most this long. */
const LONGEST_LABEL = 40;

/** Parts of templates that scripts fill in later. */
const placeholder = /\{[{*|%][^{}]*[}*|%]\}/;
/** Links in tables and below pictures are part of them. */
const kept = new Set(['TD', 'TH', 'FIGCAPTION', 'CAPTION', 'DT', 'DD']);

/** An article's blocks without links to other articles, notices and what follows the last paragraph. */
export function trim(all: readonly Block[], prose: readonly Block[], heading: Element | null, container: Element): Block[] {
  const elsewhere = partsElsewhere(all, prose, container);
  const body = all.filter((block) => !elsewhere.has(block));
  const counts = new Map<string, number>();
  for (const { text } of body) counts.set(text, (counts.get(text) ?? 0) + 1);
  const own = body.slice(0, endOf(body, new Set(prose.filter((block) => !elsewhere.has(block)))));
  const others = linkLists(own);
  const isKept = (block: Block) => {
    if (heading !== null && holds(heading, block.element)) return true;
    if (kept.has(block.element.tagName)) return true;
    if (isLink(block) || leadsOn(block) || others.has(block) || placeholder.test(block.text)) return false;
    return (counts.get(block.text) as number) < REPEATED || block.text.trim().length < SHORTEST_NOTICE;
  };
  return own.filter((block, index) => {
    const next = own[index + 1];
    const isLabel = next !== undefined && others.has(next) && block.text.trim().length <= LONGEST_LABEL && !closestOf(block.element, 'li');
    return isKept(block) && !isLabel;
  });
}

/** The entries of lists all of which are links, or nearly. */
function linkLists(body: readonly Block[]): Set<Block> {
  const lists = new Map<Element, Block[]>();
  for (const block of body) {
    const list = closestOf(block.element, 'ul, ol');
    if (list !== null) lists.set(list, [...(lists.get(list) ?? []), block]);
  }
  const sum = (entries: Block[], of: (entry: Block) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  const areLinks = (entries: Block[]) =>
    entries.length >= LEAST_ENTRIES &&
    entries.every((entry) => entry.linked > 0) &&
    sum(entries, (entry) => entry.linked) >= MOSTLY * sum(entries, lengthOf);
  return new Set([...lists.values()].filter(areLinks).flat());
}

/** Whether a block is nothing but links. */
export function isLink(block: Block): boolean {
  const length = lengthOf(block);
  return length > 0 && block.linked >= length * 0.9;
}

/** Whether a block is a link with a word or two before it. */
function leadsOn(block: Block): boolean {
  const length = lengthOf(block);
  const last = block.runs.findLast(({ node }) => node.data.trim() !== '')?.node.parentElement;
  return block.linked >= MOSTLY * length && length - block.linked <= LONGEST_LEAD && last != null && closestOf(last, 'a') !== null;
}

export function isHeading(block: Block): boolean {
  return closestOf(block.element, 'h1, h2, h3, h4, h5, h6') !== null;
}

/** The index behind the article's last block: what comes then are teasers, or a heading or links without any more prose. */
function endOf(body: readonly Block[], prose: ReadonlySet<Block>): number {
  const end = teasersFrom(body, prose);
  let last = end - 1;
  while (last >= 0 && !prose.has(body[last] as Block)) last--;
  const rest = body.slice(last + 1, end).findIndex((block) => isHeading(block) || (isLink(block) && !kept.has(block.element.tagName)));
  return rest < 0 ? end : last + 1 + rest;
}

/** Where the body's end begins in which each text stands under a headline that is a link; the body's length where there is none. */
function teasersFrom(body: readonly Block[], prose: ReadonlySet<Block>): number {
  let from = body.length;
  let teasers = 0;
  let isAfterLink = false;
  for (let index = body.length - 1; index >= 0; index--) {
    const block = body[index] as Block;
    if (prose.has(block)) {
      const above = body.slice(Math.max(0, index - TEASER), index);
      const headline = above.findLastIndex((one) => isLink(one) && one.text.trim().length > SHORTEST_NOTICE);
      const own = above.findLastIndex((one) => prose.has(one) || (isHeading(one) && !isLink(one)));
      if (headline < 0 || headline < own) break;
      isAfterLink = true;
    } else if (isAfterLink && isLink(block) && block.text.trim().length > SHORTEST_NOTICE) {
      teasers++;
      isAfterLink = false;
      from = index;
    }
  }
  return teasers >= LEAST_TEASERS ? from : body.length;
}
