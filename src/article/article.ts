/**
 * From a document to an article: whether it is news, its text as blocks of
 * live nodes, its title, language and day. Reads only; nothing is changed.
 */
import { canonicalLanguage, detectLanguage } from '../shared/language.ts';
import { holds } from '../shared/trees.ts';
import { type Block, readBlocks, type Shadows } from './blocks.ts';
import { findBody, unframed } from './body.ts';
import { hasByline } from './byline.ts';
import { visibleDay } from './dateline.ts';
import { type DateContext, isLocalDay } from './dates.ts';
import { type Section, sectionsOf } from './further.ts';
import { headingOf, headlineLine } from './headline.ts';
import { callsItselfArticle, decide, decideByAddress, decideByMetadata } from './isNews.ts';
import { kindOf } from './kinds.ts';
import { type Metadata, originalAddress, readMetadata } from './metadata.ts';

export type { Block, Run, Shadows } from './blocks.ts';
export { dayOfEntry } from './entries.ts';

/** One article, of which a page may have several. */
export interface Story {
  isArticle: true;
  reason: string;
  title: string | null;
  /** BCP 47, Chinese with its script. */
  language: string | null;
  /** Day of first publication, `YYYY-MM-DD`, as the outlet counts days. */
  published: string | null;
  /** Day of the last change that the page states, where it is later. */
  updated: string | null;
  /** Name of the outlet, as the page gives it. */
  outlet: string | null;
  /** Canonical address. */
  address: string;
  /** The element that holds the article's prose. */
  container: Element;
  blocks: Block[];
  /** The blocks' texts joined by line feeds: what mentions' offsets count in. */
  text: string;
}

/** A page that is an article. */
export interface Article extends Story {
  /** Articles that follow on the same page, each with its own day. */
  further: Story[];
  /** What has to be observed apart from the document. */
  shadows: Shadows;
}

export interface NoArticle {
  isArticle: false;
  reason: string;
  title: string | null;
  shadows: Shadows;
  /** Whether its address decided: the page stays none, however it changes. */
  isFinal: boolean;
}

/** Reading more elements than this would keep the page from its work for longer than is noticed. */
const MOST_ELEMENTS = 20_000;

/**
 * Reads a document as of a day (`YYYY-MM-DD`), which bounds the dates that are
 * believed. `onLikely` hears that the page calls itself an article, before its
 * text is read, which takes nearly all of the time.
 */
export function readArticle(document: Document, today: string, onLikely: () => void = () => undefined): Article | NoArticle {
  const shadows: Shadows = { roots: [], awaited: [] };
  const loaded = originalAddress(document.URL);
  const byAddress = decideByAddress(loaded);
  if (byAddress !== null)
    return { isArticle: false, reason: byAddress.reason, title: document.title.trim() || null, shadows, isFinal: true };
  const metadata = readMetadata(document, { today });
  const context: DateContext = { today, language: metadata.language };
  const none = (reason: string): NoArticle => ({ isArticle: false, reason, title: metadata.title, shadows, isFinal: false });
  const early = decideByMetadata(metadata, loaded);
  if (early !== null) return none(early.reason);
  if (document.body === null) return none('no body');
  if (callsItselfArticle(metadata)) onLikely();
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) return none('more elements than any article');
  const all = readBlocks(document.body, shadows);
  const trees = [document, ...shadows.roots];
  const [, ...further] = sectionsOf(trees, context);
  const isOwn = (element: Element) => !further.some((section) => holds(section.element, element));
  const own = further.length === 0 ? all : all.filter((block) => isOwn(block.element));
  const heading = headingOf({ trees, blocks: own, title: metadata.title, tab: document.title, isOwn });
  const blocks = unframed(own, heading);
  const body = findBody(blocks, heading);
  const shown = visibleDay({ document, blocks, body, heading, context, address: metadata.address, updated: metadata.updated });
  const published = dayOf(metadata, shown);
  const verdict = decide(metadata, body, {
    // Pages about a site are dated as pages, too.
    day: metadata.isOfAnyPage && shown === null && metadata.addressDay === null ? null : published,
    // A line may show the title although no element of its own does.
    isHeaded:
      heading === null
        ? headlineLine(blocks, document.title) !== null
        : (body?.blocks.some((block) => holds(heading, block.element)) ?? true),
    hasByline: hasByline({ trees, blocks, body, heading }),
    kind: kindOf({ trees, blocks, body, title: metadata.title, tab: document.title, outlet: metadata.outlet, context }),
  });
  if (!verdict.isArticle) return none(verdict.reason);
  const found = body ?? {
    container: document.body,
    blocks: heading === null ? [] : blocks.filter((block) => holds(heading, block.element)),
  };
  const text = found.blocks.map((block) => block.text).join('\n');
  return {
    isArticle: true,
    reason: verdict.reason,
    title: metadata.title,
    language: languageOf(metadata.language, text),
    // Where nothing tells of publication, the day of the last change is the nearest to it.
    published: published ?? metadata.updated,
    updated: metadata.updated !== null && published !== null && metadata.updated > published ? metadata.updated : null,
    outlet: metadata.outlet,
    address: metadata.address,
    container: found.container,
    blocks: found.blocks,
    text,
    further: further.map((section) => articleOf(section, metadata)),
    shadows,
  };
}

/** How much earlier than the day in its address an article may say it appeared, in days: print editions are dated ahead. */
const AHEAD = 14;

/** Languages of outlets whose clocks run ahead of universal time, and behind it. */
const eastern = /^(?:ja|ko|zh|th|vi|id|ms|hi|bn|en-(?:AU|NZ|SG|IN|HK|PH|MY))\b/i;
const western = /^(?:en|es|pt|fr)\b/i;

/** The day of publication by metadata, by what the page shows, and by its address. */
function dayOf({ published, stamp, isPublication, addressDay, language }: Metadata, shown: string | null): string | null {
  // Files are made and moved later than what is in them.
  if (!isPublication && published !== null && shown !== null && shown < published) return shown;
  if (published !== null) {
    if (addressDay !== null && isLocalDay(addressDay, stamp ?? '')) return addressDay;
    // What a page shows may be the day of a change; only the side of Greenwich where its language is at home makes it the outlet's day.
    const isAhead = shown !== null && shown > published;
    const isLikely = (isAhead ? eastern : western).test(language ?? '');
    return shown !== null && isLikely && isLocalDay(shown, stamp ?? '') ? shown : published;
  }
  if (shown === null || addressDay === null) return shown ?? addressDay;
  const days = (Date.parse(addressDay) - Date.parse(shown)) / 86_400_000;
  return days >= -1 && days <= AHEAD ? shown : addressDay;
}

/** A further article of the page, with what it says of itself. */
function articleOf({ element, title, published, blocks }: Section, { language, address, outlet }: Metadata): Story {
  const text = blocks.map((block) => block.text).join('\n');
  return {
    isArticle: true,
    reason: 'follows on the same page',
    title,
    language: languageOf(language, text),
    published,
    updated: null,
    outlet,
    address,
    container: element,
    blocks,
    text,
  };
}

/** Declared languages are often wrong or left over; the text decides where it speaks plainly. */
function languageOf(declared: string | null, text: string): string | null {
  if (declared === null) return detectLanguage(text);
  const canonical = canonicalLanguage(declared);
  const detected = detectLanguage(text, canonical);
  if (detected === null) return canonical;
  const same = canonical.split('-')[0] === detected.split('-')[0];
  return same && !detected.startsWith('zh') ? canonical : detected;
}
