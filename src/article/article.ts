/**
 * From a document to an article: whether it is news, its text as blocks of
 * live nodes, its title, language and day. Reads only; nothing is changed.
 */
import { canonicalLanguage, detectLanguage } from '../shared/language.ts';
import { type Block, readBlocks } from './blocks.ts';
import { findBody } from './body.ts';
import { type DateContext, dayInText, dayOfStamp, dayWithoutYear } from './dates.ts';
import { type Section, sectionsOf } from './further.ts';
import { decide, decideByMetadata } from './isNews.ts';
import { type Metadata, readMetadata } from './metadata.ts';

export type { Block, Run } from './blocks.ts';

export interface Article {
  isArticle: true;
  reason: string;
  title: string | null;
  /** BCP 47, Chinese with its script. */
  language: string | null;
  /** Day of first publication, `YYYY-MM-DD`. */
  published: string | null;
  /** Canonical address. */
  address: string;
  /** The element that holds the article's prose. */
  container: Element;
  blocks: Block[];
  /** The blocks' texts joined by line feeds: what mentions' offsets count in. */
  text: string;
  /** Articles that follow on the same page, each with its own day. */
  further: Omit<Article, 'further'>[];
}

export interface NoArticle {
  isArticle: false;
  reason: string;
  title: string | null;
}

/** Reading more elements than this would keep the page from its work for longer than is noticed. */
const MOST_ELEMENTS = 20_000;

/** Reads a document as of a day (`YYYY-MM-DD`), which bounds the dates that are believed. */
export function readArticle(document: Document, today: string): Article | NoArticle {
  const context: DateContext = { today };
  const metadata = readMetadata(document, context);
  const early = decideByMetadata(metadata);
  if (early !== null && !early.isArticle) return { isArticle: false, reason: early.reason, title: metadata.title };
  if (document.body === null) return { isArticle: false, reason: 'no body', title: metadata.title };
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS)
    return { isArticle: false, reason: 'more elements than any article', title: metadata.title };
  const [, ...further] = sectionsOf(document, context);
  const blocks = readBlocks(document.body).filter((block) => !further.some(({ element }) => element.contains(block.element)));
  const heading = headingOf(document, metadata.title);
  const body = findBody(blocks, heading);
  const published =
    metadata.published ?? visibleDay(document, blocks, body?.blocks ?? [], heading, metadata, context) ?? metadata.addressDay;
  const verdict = decide(metadata, body, published, body?.blocks.some((block) => heading?.contains(block.element)) ?? false);
  if (!verdict.isArticle) return { isArticle: false, reason: verdict.reason, title: metadata.title };
  const found = body ?? {
    container: document.body,
    blocks: heading === null ? [] : blocks.filter((block) => heading.contains(block.element)),
  };
  const text = found.blocks.map((block) => block.text).join('\n');
  return {
    isArticle: true,
    reason: verdict.reason,
    title: metadata.title,
    language: languageOf(metadata.language, text),
    published,
    address: metadata.address,
    container: found.container,
    blocks: found.blocks,
    text,
    further: further.map((section) => articleOf(section, metadata)),
  };
}

/** A further article of the page, with what it says of itself. */
function articleOf({ element, title, published, blocks }: Section, { language, address }: Metadata): Omit<Article, 'further'> {
  const text = blocks.map((block) => block.text).join('\n');
  return {
    isArticle: true,
    reason: 'follows on the same page',
    title,
    language: languageOf(language, text),
    published,
    address,
    container: element,
    blocks,
    text,
  };
}

/** How many elements that may be the headline are looked at. */
const MOST_HEADINGS = 200;

/** The heading that shows the title, else the only first-level heading. */
function headingOf(document: Document, title: string | null): Element | null {
  const headings = Array.from(document.querySelectorAll('h1'));
  const fold = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const wanted = (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const shows = (element: Element) => wanted !== '' && fold(element) === wanted;
  const shown = headings.find(shows);
  if (shown) return shown;
  if (headings.length === 1) return headings[0] as Element;
  // Some sites set headlines in other elements.
  return Array.from(document.querySelectorAll('h2, h3, [class*="title" i], [id*="title" i]')).slice(0, MOST_HEADINGS).find(shows) ?? null;
}

/** Declared languages are often wrong or left over; the text decides where it speaks plainly. */
function languageOf(declared: string | null, text: string): string | null {
  const detected = detectLanguage(text);
  if (declared === null) return detected;
  const canonical = canonicalLanguage(declared);
  if (detected === null) return canonical;
  const same = canonical.split('-')[0] === detected.split('-')[0];
  return same && !detected.startsWith('zh') ? canonical : detected;
}

/** How far from the headline a dateline may stand, in blocks. */
const DATELINE_REACH = 12;

/** The day that the page shows: in a time element, near the headline, or at the head of the text. */
function visibleDay(
  document: Document,
  blocks: readonly Block[],
  body: readonly Block[],
  heading: Element | null,
  { addressDay }: Metadata,
  context: DateContext,
): string | null {
  const time = document.querySelector(
    'time[pubdate], article time[datetime], main time[datetime], [class*="date" i] time[datetime], [class*="publish" i][datetime]',
  );
  const stamp = time ? dayOfStamp(time.getAttribute('datetime') ?? '', context) : null;
  if (stamp !== null) return stamp;
  const first = body[0];
  const at = heading === null ? -1 : blocks.findIndex((block) => heading.contains(block.element));
  const anchor = at >= 0 ? at : first ? blocks.indexOf(first) : -1;
  if (anchor < 0) return null;
  const after = blocks.slice(anchor, anchor + DATELINE_REACH);
  const before = blocks.slice(Math.max(0, anchor - DATELINE_REACH / 2), anchor).reverse();
  for (const block of [...after, ...before]) {
    if (block.text.trim().length > 160) continue;
    const day = dayInText(block.text, context);
    if (day !== null) return day;
  }
  const opening = body.slice(0, 3).map((block) => block.text.slice(0, 120));
  for (const text of opening) {
    const day =
      dayInText(text, context) ??
      (addressDay === null ? dayWithoutYear(/^[^。.]{0,60}/.exec(text)?.[0] ?? '', context.today, context) : null);
    if (day !== null) return day;
  }
  return null;
}
