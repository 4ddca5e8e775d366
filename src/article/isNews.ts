/** Whether a page is a news article, from what it says of itself and from its shape. */
import { isOfOnePage, partOfFewArticles, partOfNoArticle, partsOf } from './addresses.ts';
import type { Body } from './body.ts';
import { type Metadata, newsTypes } from './metadata.ts';

export interface Verdict {
  isArticle: boolean;
  /** What decided, for the reader and for tests. */
  reason: string;
}

/** Types of pages that are something else, whatever else they claim. */
const otherTypes = [
  'Recipe',
  'Product',
  'ProductGroup',
  'QAPage',
  'Question',
  'DiscussionForumPosting',
  'SoftwareApplication',
  'SoftwareSourceCode',
  'Course',
  'JobPosting',
  'Hotel',
  'Restaurant',
  'MusicAlbum',
  'SearchResultsPage',
  'ProfilePage',
  'APIReference',
  'ScholarlyArticle',
  'MedicalScholarlyArticle',
  'Thesis',
  'Dataset',
  'SocialMediaPosting',
  'PodcastEpisode',
  'PodcastSeries',
  'DefinedTerm',
  'RealEstateListing',
];
/** Types of what a page is about where it is no article, and of what articles mention. */
const subjectTypes = new Set([
  'Book',
  'LocalBusiness',
  'Store',
  'Movie',
  'Offer',
  'AggregateOffer',
  'CollectionPage',
  'ContactPage',
  'AboutPage',
  'FAQPage',
  'ItemList',
  'VideoGame',
  'MusicRecording',
  'MusicGroup',
  'TVSeries',
]);
const otherOpenGraph =
  /^[\w-]+:(?!(?:news)?(?:article|news|story|post|blog|website)\b)|^(?:product|profile|music|book|game|restaurant|company|place|business|object|group|forum|hotel|bar|cafe|city|country|landmark|activity|sport|school|university|non_profit|food|drink|movie|album|song|author|actor|musician|product\.\w+|og:product)\b|^video\b/;
/** What works of reference call themselves. */
const referenceWorks = /dictionar|encyclop|thesaurus|glossary|lexikon|wörterbuch|diccionario|dictionnaire|百科|辞典|詞典|词典|사전/i;
const generators =
  /mediawiki|docusaurus|sphinx|mkdocs|discourse|phpbb|vbulletin|xenforo|gitbook|javadoc|doxygen|prestashop|woocommerce|shopify/i;

/** More prose than this is a book, a standard or a thread, and so is more text of all kinds. */
const LONGEST_PROSE = 250_000;
const LONGEST_PAGE = 500_000;

/** Decides by an address alone: no where no article can have it, whatever the page becomes, or null. */
export function decideByAddress(address: string): Verdict | null {
  const part = partOfNoArticle(partsOf(address));
  return part === null ? null : no(`address: ${part}`);
}

/**
 * Decides what can be decided without reading the page's text, of a page that
 * was loaded from an address: no, or null where the text must tell.
 */
export function decideByMetadata(metadata: Metadata, loaded: string): Verdict | null {
  const byAddress = decideByAddress(metadata.address);
  if (byAddress !== null) return byAddress;
  const news = newsTypeOf(metadata);
  const isStated = news !== null && metadata.isDescribed;
  const other = otherTypes.find((type) => metadata.types.has(type));
  if (other !== undefined && news === null) return no(`structured data: ${other}`);
  if (!isStated && metadata.openGraphType !== null && otherOpenGraph.test(metadata.openGraphType) && !isDatedArticle(metadata))
    return no(`og:type: ${metadata.openGraphType}`);
  if (isStated) return null;
  if (generators.test(metadata.generator)) return no(`generator: ${metadata.generator}`);
  const part = partOfFewArticles(partsOf(metadata.address), partsOf(loaded));
  if (part !== null) return no(`address: ${part}`);
  if (metadata.isPaper) return no('cited as a paper');
  if (referenceWorks.test(metadata.outlet ?? '')) return no(`outlet: ${metadata.outlet}`);
  const subject = [...metadata.types].find((type) => subjectTypes.has(type) || type.endsWith('Event'));
  if (subject !== undefined && metadata.article === null && metadata.addressDay === null && !isOpenGraphArticle(metadata))
    return no(`structured data: ${subject}`);
  return null;
}

/** Whether a page calls itself a dated article; nearly all that do are. */
export function callsItselfArticle(metadata: Metadata): boolean {
  return (newsTypeOf(metadata) !== null && metadata.isDescribed) || (isOpenGraphArticle(metadata) && metadata.isPublication);
}

/** What the page's text shows beside its body. */
export interface Shape {
  /** Day of publication by all that is known. */
  day: string | null;
  /** Whether the headline stands above the text. */
  isHeaded: boolean;
  /** Whether the page names who wrote it. */
  hasByline: boolean;
  /** What kind of page other than news its shape shows, if any. */
  kind: string | null;
}

/** Decides with the body that was found. */
export function decide(metadata: Metadata, body: Body | null, shape: Shape): Verdict {
  if (body !== null && (body.length > LONGEST_PROSE || body.pageLength > LONGEST_PAGE)) return no('longer than any article');
  const news = newsTypeOf(metadata);
  // Lists of articles carry the types of what they list. An article's own text may still be on its way.
  if (news !== null && metadata.isDescribed) return yes(`structured data: ${news}`);
  if (shape.kind !== null) return no(shape.kind);
  if (isDatedArticle(metadata) && shape.isHeaded && isOpenGraphArticle(metadata)) return yes('structured data: article, with its date');
  if (body === null) return no('no prose');
  if (isList(metadata, body)) return no('a list of headlines');
  const points = pointsFor(metadata, shape);
  if (areEnough(points, metadata, body, shape)) return yes(points.join(', '));
  return no(points.length === 0 ? 'nothing says article' : `only ${points.join(', ')}`);
}

/** Whether a page's text stands under headlines that lead elsewhere, and nothing says that it is an article all the same. */
function isList(metadata: Metadata, { linkedHeadings, paragraphs }: Body): boolean {
  if (linkedHeadings < 3 || linkedHeadings < paragraphs / 2 || metadata.isPublication) return false;
  return !isOfOnePage(partsOf(metadata.address)) || (!isOpenGraphArticle(metadata) && metadata.addressDay === null);
}

/** What speaks for an article, each as a reader would name it. */
function pointsFor(metadata: Metadata, { day, isHeaded, hasByline }: Shape): string[] {
  const points: string[] = [];
  if (metadata.article !== null && metadata.isDescribed) points.push('structured data: article');
  if (isOpenGraphArticle(metadata)) points.push(`og:type: ${metadata.openGraphType}`);
  if (metadata.isPublication) points.push('date in metadata');
  if (metadata.addressDay !== null) points.push('date in address');
  if (isOfOnePage(partsOf(metadata.address))) points.push('address of one page');
  if (day !== null) points.push(`dated ${day}`);
  if (isHeaded) points.push('headline above the text');
  if (hasByline) points.push('byline');
  return points;
}

/** Whether what speaks for an article is enough for as much text as there is: four points, or three with what tells most among them. */
function areEnough(
  points: readonly string[],
  metadata: Metadata,
  { paragraphs, length }: Body,
  { day, isHeaded, hasByline }: Shape,
): boolean {
  const isLong = paragraphs >= 3 && length >= 500;
  const isShort = paragraphs >= 1 && length >= 200;
  const isDated = day !== null;
  // Of articles that are paid for, only the head may be there.
  if (points.length >= 4) return isShort || (isDated && isHeaded && (hasByline || metadata.addressDay !== null));
  const address = partsOf(metadata.address);
  // A copy on this machine has no address that could tell more.
  const isCopy = address.host === '';
  if (isCopy && isHeaded && (isLong ? isDated || hasByline : isShort && isDated && hasByline)) return true;
  if (points.length < 3) return false;
  // At any other address, a page about a body or a thing is as likely to name a day or a person.
  const isFiled = isCopy || isOfOnePage(address) || metadata.isPublication || metadata.addressDay !== null;
  if (isShort && isDated && isHeaded && (isFiled || hasByline)) return true;
  return isLong && isFiled && (hasByline || (isDated && isOpenGraphArticle(metadata)));
}

function newsTypeOf({ types }: Metadata): string | null {
  return [...types].find((type) => newsTypes.has(type)) ?? null;
}

function isOpenGraphArticle({ openGraphType }: Metadata): boolean {
  return openGraphType !== null && /^(?:\w+:)?(?:news)?(?:article|news|story)$/.test(openGraphType);
}

function isDatedArticle({ article, isDescribed, isPublication }: Metadata): boolean {
  return article !== null && isDescribed && isPublication;
}

function yes(reason: string): Verdict {
  return { isArticle: true, reason };
}

function no(reason: string): Verdict {
  return { isArticle: false, reason };
}
