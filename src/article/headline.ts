/** Which element of a page shows its headline. */
import { holds } from '../shared/trees.ts';
import { type Block, readBlocks } from './blocks.ts';
import { namesSite, resembles } from './title.ts';
import { weightOf } from './weight.ts';

interface Page {
  /** The document and its open shadow roots. */
  trees: readonly ParentNode[];
  blocks: readonly Block[];
  /** The title by metadata. */
  title: string | null;
  /** The title element's text. */
  tab: string;
  /** Whether an element is of the page's own article, not of one that follows it. */
  isOwn(element: Element): boolean;
}

/** How many elements that may be the headline are looked at. */
const MOST_HEADINGS = 200;
/** A plain line that begins the title element is a headline from this weight on; shorter ones are names of sections. */
const LEAST_HEADLINE = 20;
/** Where a text as heavy as this begins, the headline has been passed. */
const FIRST_PARAGRAPH = 120;

/**
 * The heading that shows the title, else a first-level heading that resembles
 * it, else another element that shows it, else the only first-level heading,
 * else the last plain line above the text with which the title element begins.
 */
export function headingOf({ trees, blocks, title, tab, isOwn }: Page): Element | null {
  const isRead = (element: Element) => blocks.some((block) => holds(element, block.element));
  const headings = trees.flatMap((tree) => [...tree.querySelectorAll('h1')]).filter((element) => isOwn(element) && !namesSite(element));
  const wanted = fold(title);
  const shows = (element: Element) => wanted !== '' && fold(shownText(element)) === wanted && isRead(element);
  const shown = headings.find(shows) ?? headings.find((element) => resembles(fold(shownText(element)), wanted) && isRead(element));
  if (shown) return shown;
  // Some sites set headlines in other elements.
  const selector = 'h2, h3, h4, [class*="title" i], [class*="headline" i], [id*="title" i]';
  const other = trees
    .flatMap((tree) => [...tree.querySelectorAll(selector)])
    .slice(0, MOST_HEADINGS)
    .find(shows);
  const [only, ...more] = headings.filter(isRead);
  return other ?? (only !== undefined && more.length === 0 ? only : elementOf(headlineLine(blocks, tab)));
}

/** The last line above the text with which the title element begins. */
export function headlineLine(blocks: readonly Block[], tab: string): Block | null {
  const open = blocks.filter((block) => block.aside === null);
  const first = open.findIndex((block) => weightOf(block) > FIRST_PARAGRAPH && block.linked === 0);
  const title = fold(tab);
  const begins = (block: Block) => weightOf(block) >= LEAST_HEADLINE && title.startsWith(fold(block.text));
  return open.slice(0, Math.max(0, first)).findLast(begins) ?? null;
}

/** The element that shows a line and nothing else. */
function elementOf(line: Block | null): Element | null {
  return line !== null && fold(line.element.textContent) === fold(line.text) ? line.element : null;
}

/** A title's words alone: pages write the same with other dashes and quotation marks. */
function fold(text: string | null): string {
  return (text ?? '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The text of an element as it is shown: of one in a shadow root, that handed to its slots counts too. */
function shownText(element: Element): string | null {
  if (element.getRootNode() === element.ownerDocument) return element.textContent;
  return readBlocks(element)
    .map((block) => block.text)
    .join(' ');
}
