/** Which of a page's blocks are its article. */

import { closestOf, holds, parentOf } from '../shared/trees.ts';
import { asideWithin, type Block } from './blocks.ts';
import { isHeading, isLink, trim } from './trim.ts';
import { weightOf } from './weight.ts';

export interface Body {
  /** The innermost element that holds nearly all of the article's prose. */
  container: Element;
  /** Headline, standfirst and what the container holds, in order. */
  blocks: Block[];
  /** How much prose there is: paragraphs that read like sentences. */
  paragraphs: number;
  /** Units of that prose, each of Chinese, Japanese or Korean for two and a half. */
  length: number;
  /** Units of text on the whole page. */
  pageLength: number;
  /** How many headings above some of its prose are nothing but links, as in lists of articles; none where most of the prose stands before them. */
  linkedHeadings: number;
}

/** Share of the prose that the container must hold. Below it are teasers, notices and side columns. */
const HELD = 0.8;
/** Share that one element must hold to be the article although it is named like something else. */
const MOST = 0.5;
/** Share that the element below the headline must hold to be all of the article, where the rest is of another kind. */
const MUCH = 0.3;
/** A paragraph of this weight before the container may be in links up to this share; shorter ones lead elsewhere. */
const LEAST_LINKED = 120;
const LINKED = 0.25;
/** So many paragraphs at most stand between the headline and the container. */
const MOST_LEADING = 5;
/** A part with fewer paragraphs is not taken for all of the article. */
const LEAST_PARAGRAPHS = 3;

/** Finds the article among a page's blocks; null where nothing reads like prose. */
export function findBody(blocks: readonly Block[], heading: Element | null): Body | null {
  const prose = blocks.filter(isProse);
  const opening = openingOf(blocks, heading);
  const open = withoutAsides(prose, opening);
  if (open.length === 0) return null;
  const container = containerOf(open, opening);
  if (container === null) return null;
  const held = open.filter((block) => holds(container, block.element));
  const allowed = asidesOf(held);
  const body = blocks.filter(
    (block) => holds(container, block.element) && (block.aside === null || allowed.has(block.aside) || holds(block.aside, container)),
  );
  return {
    container,
    blocks: [...leadOf(blocks, container, heading, body), ...trim(body, held, heading, container)],
    paragraphs: held.length,
    length: held.reduce((sum, block) => sum + weightOf(block), 0),
    pageLength: blocks.reduce((total, { text }) => total + text.length, 0),
    linkedHeadings: linkedHeadingsOf(body, held),
  };
}

/**
 * The blocks as they stand to the article: where its text is in a frame that
 * is named like something beside it, what is so named inside the frame counts.
 */
export function unframed(blocks: readonly Block[], heading: Element | null): readonly Block[] {
  const prose = blocks.filter(isProse);
  const open = withoutAsides(prose, openingOf(blocks, heading));
  const frame = [...asidesOf(open)].find((aside) => sum(open.filter((block) => block.aside === aside)) >= HELD * sum(open));
  if (frame === undefined) return blocks;
  return blocks.map((block) => (block.aside === frame ? { ...block, aside: asideWithin(frame, block.element) } : block));
}

/** The first paragraph below the headline. */
function openingOf(blocks: readonly Block[], heading: Element | null): Block | undefined {
  const below = heading === null ? -1 : blocks.findIndex((block) => holds(heading, block.element));
  return blocks.find((block, index) => index > below && isProse(block));
}

/** Long enough for a sentence, with a sentence's stops, and not a link. */
function isProse(block: Block): boolean {
  const weight = weightOf(block);
  if (weight < 60 || block.linked / block.text.length > 0.5) return false;
  return weight > 200 || /[.!?。！？…”"」।။]|[다요]\.?\s*$/u.test(block.text);
}

/**
 * Blocks beside the article are left out. Where hardly any others are left,
 * the text below the headline, or most of it all, stands in elements that are
 * named like something else: then these are the article.
 */
function withoutAsides(prose: readonly Block[], opening: Block | undefined): Block[] {
  const likely = prose.filter((block) => block.aside === null || !isNever(block.aside, block.element));
  const total = sum(likely);
  const open = likely.filter((block) => block.aside === null);
  if (open.length >= LEAST_PARAGRAPHS && sum(open) >= MUCH * total && opening?.aside == null) return open;
  const byName = new Map<string, number>();
  for (const block of likely) if (block.aside) byName.set(nameOf(block.aside), (byName.get(nameOf(block.aside)) ?? 0) + weightOf(block));
  const own = opening?.aside ? nameOf(opening.aside) : null;
  const article = [...byName].find(([name, weight]) => weight > total * (name === own ? MUCH : MOST))?.[0];
  return likely.filter((block) => block.aside === null || nameOf(block.aside) === article);
}

/** Whether an element beside the article, or what of a text is in it, is never the article, however much text it has. */
function isNever({ className, id, tagName }: Element, text: Element): boolean {
  const names = `${typeof className === 'string' ? className : ''} ${id}`;
  return tagName === 'FORM' || neverWords.test(names) || closestOf(text, notices) !== null;
}

/** Cookie notices. Names of the whole page tell whether there is one. */
const notices = ':not(html, body):is([class*="cookie" i], [id*="cookie" i])';
const neverWords = /(?:^|[\s_-])(?:comments?|commentlist|disqus|footer|cookie[a-z]*|consent|gdpr|dsgvo|rgpd|newsletters?)(?=$|[\s_-])/i;

/** The first word of an element's names, which the parts of one frame share. */
function nameOf({ className, id, tagName }: Element): string {
  return /[a-z]{3,}/i.exec(`${typeof className === 'string' ? className : ''} ${id} ${tagName}`)?.[0].toLowerCase() ?? '';
}

function asidesOf(blocks: readonly Block[]): Set<Element> {
  return new Set(blocks.flatMap((block) => block.aside ?? []));
}

/**
 * Goes down from the common ancestor as long as one element holds nearly all
 * of the prose, and further where the element below the headline holds much of
 * it and the rest stands in elements of another kind: comments, teasers, notices.
 */
function containerOf(prose: readonly Block[], opening: Block | undefined): Element | null {
  const total = sum(prose);
  const held = new Map<Element, number>();
  for (const block of prose) {
    const weight = weightOf(block);
    for (let element: Element | null = block.element; element !== null; element = parentOf(element))
      held.set(element, (held.get(element) ?? 0) + weight);
  }
  const wide = deepest(held, HELD * total);
  if (wide === null || opening === undefined || !holds(wide, opening.element)) return wide;
  for (let element = opening.element; element !== wide; element = parentOf(element) as Element) {
    if ((held.get(element) ?? 0) < MUCH * total || prose.filter((block) => holds(element, block.element)).length < LEAST_PARAGRAPHS)
      continue;
    if (prose.every((block) => holds(element, block.element) || isApart(block.element, element))) return element;
  }
  return wide;
}

/** The deepest element that holds at least a weight of prose. */
function deepest(weights: ReadonlyMap<Element, number>, least: number): Element | null {
  let best: Element | null = null;
  let bestDepth = -1;
  for (const [element, weight] of weights) {
    if (weight < least) continue;
    const depth = depthOf(element);
    if (depth > bestDepth) {
      best = element;
      bestDepth = depth;
    }
  }
  return best;
}

/** Whether an element stands in a part of the page of another kind than a container: not a paragraph beside it, nor another part of the same make. */
function isApart(element: Element, container: Element): boolean {
  let branch = element;
  for (let above = parentOf(branch); above !== null && !holds(above, container); above = parentOf(branch)) branch = above;
  const around = parentOf(branch);
  let own = container;
  for (let above = parentOf(own); above !== null && above !== around; above = parentOf(own)) own = above;
  const isProse = around === parentOf(container) && /^(?:P|UL|OL|BLOCKQUOTE|FIGURE|H\d|TABLE)$/.test(branch.tagName);
  return !isProse && !(branch.tagName === own.tagName && branch.className === own.className);
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let parent = parentOf(element); parent !== null; parent = parentOf(parent)) depth++;
  return depth;
}

/** Headline and standfirst, where they stand before the container. */
function leadOf(blocks: readonly Block[], container: Element, heading: Element | null, body: readonly Block[]): Block[] {
  if (heading === null || holds(container, heading)) return [];
  const first = body[0];
  const from = blocks.findIndex((block) => holds(heading, block.element));
  const to = first ? blocks.indexOf(first) : -1;
  if (from < 0 || to < 0) return [];
  const title = blocks.filter((block) => holds(heading, block.element));
  if (to < from) return title;
  const between = blocks
    .slice(from, to)
    .filter(
      (block) =>
        !title.includes(block) &&
        block.aside === null &&
        block.linked <= (weightOf(block) > LEAST_LINKED ? LINKED * block.text.length : 0) &&
        weightOf(block) >= 60 &&
        weightOf(block) < 800 &&
        commonDepth(block.element, heading, container),
    );
  return [...title, ...between.slice(0, MOST_LEADING)];
}

/** Whether a block stands with the headline or the article, not in a part of the page of its own. */
function commonDepth(element: Element, heading: Element, container: Element): boolean {
  for (let parent = parentOf(element); parent !== null; parent = parentOf(parent)) {
    if (holds(parent, heading) || holds(parent, container)) return true;
    if (parent.querySelectorAll('a').length > 5) return false;
  }
  return false;
}

/** How many headings that are links lead on to some of the prose; none where most of it stands before the first of them. */
function linkedHeadingsOf(body: readonly Block[], prose: readonly Block[]): number {
  const headings = body.filter((block) => isLink(block) && isHeading(block));
  const [first] = headings;
  const last = prose.at(-1);
  if (first === undefined || last === undefined) return 0;
  const placeOf = new Map(body.map((block, index) => [block, index]));
  const at = (block: Block) => placeOf.get(block) ?? -1;
  const before = prose.filter((block) => at(block) < at(first));
  if (before.length >= LEAST_PARAGRAPHS && sum(before) >= MOST * sum(prose)) return 0;
  return headings.filter((block) => at(block) < at(last)).length;
}

function sum(blocks: readonly Block[]): number {
  return blocks.reduce((total, block) => total + weightOf(block), 0);
}
