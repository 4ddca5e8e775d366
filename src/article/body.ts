/** Which of a page's blocks are its article. */
import type { Block } from './blocks.ts';

export interface Body {
  /** The innermost element that holds nearly all of the article's prose. */
  container: Element;
  /** Headline, standfirst and what the container holds, in order. */
  blocks: Block[];
  /** How much prose there is: paragraphs that read like sentences. */
  paragraphs: number;
  length: number;
  /** How many headings above some of its prose are nothing but links, as in lists of articles. */
  linkedHeadings: number;
}

/** Share of the prose that the container must hold. Below it are teasers, notices and side columns. */
const HELD = 0.8;

/** Finds the article among a page's blocks; null where nothing reads like prose. */
export function findBody(blocks: readonly Block[], heading: Element | null): Body | null {
  const prose = blocks.filter(isProse);
  const open = withoutAsides(prose);
  if (open.length === 0) return null;
  const container = containerOf(open);
  if (container === null) return null;
  const held = open.filter((block) => container.contains(block.element));
  const allowed = asidesOf(held);
  const body = blocks.filter(
    (block) =>
      container.contains(block.element) &&
      (block.aside === null || allowed.has(block.aside) || block.aside.contains(container)) &&
      !isLinkList(block),
  );
  return {
    container,
    blocks: [...leadOf(blocks, container, heading, body), ...body],
    paragraphs: held.length,
    length: held.reduce((sum, block) => sum + weightOf(block), 0),
    linkedHeadings: beforeLast(body, held).filter((block) => isLink(block) && block.element.closest('h1, h2, h3, h4') !== null).length,
  };
}

/** A unit of Chinese, Japanese or Korean says about as much as two and a half of an alphabet. */
export function weightOf(block: Block): number {
  const eastern = block.text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0;
  return block.text.replace(/\s+/g, ' ').trim().length + 1.5 * eastern;
}

/** Long enough for a sentence, with a sentence's stops, and not a link. */
function isProse(block: Block): boolean {
  const weight = weightOf(block);
  if (weight < 60 || block.linked / block.text.length > 0.5) return false;
  return weight > 200 || /[.!?。！？…”"」।။]|[다요]\.?\s*$/u.test(block.text);
}

/** Blocks beside the article are left out, unless nearly everything stands inside one such element: then it is the article. */
function withoutAsides(prose: readonly Block[]): Block[] {
  const total = sum(prose);
  const byAside = new Map<Element, number>();
  for (const block of prose) if (block.aside) byAside.set(block.aside, (byAside.get(block.aside) ?? 0) + weightOf(block));
  const article = [...byAside].find(([, weight]) => weight > total / 2)?.[0];
  return prose.filter((block) => block.aside === null || block.aside === article);
}

function asidesOf(blocks: readonly Block[]): Set<Element> {
  return new Set(blocks.flatMap((block) => block.aside ?? []));
}

/** Goes down from the common ancestor as long as one child holds nearly all of the prose. */
function containerOf(prose: readonly Block[]): Element | null {
  const total = sum(prose);
  const weights = new Map<Element, number>();
  for (const block of prose) {
    const weight = weightOf(block);
    for (let element: Element | null = block.element; element !== null; element = element.parentElement)
      weights.set(element, (weights.get(element) ?? 0) + weight);
  }
  let best: Element | null = null;
  let bestDepth = -1;
  for (const [element, weight] of weights) {
    if (weight < HELD * total) continue;
    const depth = depthOf(element);
    if (depth > bestDepth) {
      best = element;
      bestDepth = depth;
    }
  }
  return best;
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) depth++;
  return depth;
}

/** Headline and standfirst, where they stand before the container. */
function leadOf(blocks: readonly Block[], container: Element, heading: Element | null, body: readonly Block[]): Block[] {
  if (heading === null || container.contains(heading)) return [];
  const first = body[0];
  const from = blocks.findIndex((block) => heading.contains(block.element));
  const to = first ? blocks.indexOf(first) : -1;
  if (from < 0 || to < 0) return [];
  const title = blocks.filter((block) => heading.contains(block.element));
  if (to < from) return title;
  const between = blocks
    .slice(from, to)
    .filter(
      (block) =>
        !title.includes(block) &&
        block.aside === null &&
        block.linked === 0 &&
        weightOf(block) >= 60 &&
        weightOf(block) < 800 &&
        commonDepth(block.element, heading, container),
    );
  return [...title, ...between.slice(0, 3)];
}

/** Whether a block stands with the headline or the article, not in a part of the page of its own. */
function commonDepth(element: Element, heading: Element, container: Element): boolean {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent.contains(heading)) return true;
    if (parent.contains(container)) return true;
    if (parent.querySelectorAll('a').length > 5) return false;
  }
  return false;
}

/** The blocks before the last one of some prose. */
function beforeLast(body: readonly Block[], prose: readonly Block[]): readonly Block[] {
  const last = prose.at(-1);
  return last === undefined ? [] : body.slice(0, body.indexOf(last));
}

/** Lists of links to other pages, which stand in articles without belonging to them. */
function isLinkList(block: Block): boolean {
  return isLink(block) && block.element.tagName === 'LI';
}

function isLink(block: Block): boolean {
  const length = block.text.trim().length;
  return length > 0 && block.linked >= length * 0.9;
}

function sum(blocks: readonly Block[]): number {
  return blocks.reduce((total, block) => total + weightOf(block), 0);
}
