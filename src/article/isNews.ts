/** Whether a page is a news article, from what it says of itself and from its shape. */
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
  'DiscussionForumPosting',
  'SoftwareApplication',
  'Course',
  'JobPosting',
  'Hotel',
  'Restaurant',
  'MusicAlbum',
  'SearchResultsPage',
  'ProfilePage',
  'APIReference',
];
const otherOpenGraph = /^(?:product|profile|video|music|book|game|restaurant|company|place|business|object|group|forum)\b/;
/** First or last parts of addresses that are no articles. */
const otherPaths =
  /^\/(?:$|index(?:\.\w+)?$|home$|search\b|login|signin|sign-in|register|account|tags?\/|category\/|categories\/|author\/|authors\/|topics?\/|users?\/|wiki\/|docs?\/|recipes?\/|forums?\/|threads?\/|r\/\w+\/comments\/|watch$|shop\/|products?\/|dp\/|help\/|support\/|legal\/|terms|privacy)/i;
const otherHosts =
  /^(?:docs|developer|developers|wiki|forum|forums|community|shop|store|support|help|accounts?|login|signup|mail|search|translate)\.|(?:^|\.)(?:wikipedia\.org|github\.com|stackoverflow\.com|reddit\.com|youtube\.com|facebook\.com|twitter\.com|x\.com|amazon\.\w+|google\.\w+)$/i;
const generators = /mediawiki|docusaurus|sphinx|mkdocs|discourse|phpbb|vbulletin|gitbook|javadoc|doxygen/i;

/** More prose than this is a book, a standard or a thread. */
const LONGEST_PROSE = 250_000;

/**
 * Decides what can be decided without reading the page's text: yes, no, or
 * null where the text must tell.
 */
export function decideByMetadata(metadata: Metadata): Verdict | null {
  const { host, path } = partsOf(metadata.address);
  const other = otherTypes.find((type) => metadata.types.has(type));
  const news = [...metadata.types].find((type) => newsTypes.has(type));
  if (other !== undefined && news === undefined) return no(`structured data: ${other}`);
  if (metadata.openGraphType !== null && otherOpenGraph.test(metadata.openGraphType) && news === undefined)
    return no(`og:type: ${metadata.openGraphType}`);
  if (generators.test(metadata.generator)) return no(`generator: ${metadata.generator}`);
  if (otherHosts.test(host)) return no(`address: ${host}`);
  if (otherPaths.test(path)) return no(`address: ${path}`);
  return null;
}

/** Decides with the body that was found. */
export function decide(metadata: Metadata, body: Body | null, day: string | null, headed: boolean): Verdict {
  if (body !== null && body.length > LONGEST_PROSE) return no('longer than any article');
  const news = [...metadata.types].find((type) => newsTypes.has(type));
  // Lists of articles carry the types of what they list. An article's own text may still be on its way.
  if (news !== undefined && metadata.articleCount <= 3) return yes(`structured data: ${news}`);
  if (body === null) return no('no prose');
  const long = body.paragraphs >= 3 && body.length >= 500;
  const short = body.paragraphs >= 1 && body.length >= 250;
  const { path } = partsOf(metadata.address);
  const points: string[] = [];
  if (metadata.article !== null && metadata.articleCount <= 3) points.push('structured data: article');
  if (metadata.openGraphType === 'article' || metadata.openGraphType === 'news') points.push(`og:type: ${metadata.openGraphType}`);
  if (metadata.published !== null) points.push('date in metadata');
  if (metadata.addressDay !== null) points.push('date in address');
  if (isArticlePath(path)) points.push('address of one page');
  if (day !== null) points.push(`dated ${day}`);
  if (headed) points.push('headline above the text');
  if (points.length >= 3 && short) return yes(points.join(', '));
  if (points.length >= 2 && long && day !== null) return yes(points.join(', '));
  return no(points.length === 0 ? 'nothing says article' : `only ${points.join(', ')}`);
}

/** Addresses of single pages end in a number, a document's name or a long run of words. */
function isArticlePath(path: string): boolean {
  const last = path.replace(/\/$/, '').split('/').at(-1) ?? '';
  return (
    /\d{5,}/.test(last) ||
    /\.s?html?$/.test(last) ||
    last.split(/[-_]/).length >= 4 ||
    /%[0-9A-F]{2}.*%[0-9A-F]{2}.*%[0-9A-F]{2}/i.test(last)
  );
}

/** Host and path of an address; a saved copy on this machine has neither to tell. */
function partsOf(address: string): { host: string; path: string } {
  if (!URL.canParse(address)) return { host: '', path: '' };
  const { protocol, hostname, pathname } = new URL(address);
  const isLocal = protocol === 'file:' || hostname === 'localhost' || /^127\./.test(hostname);
  return isLocal ? { host: '', path: '' } : { host: hostname, path: pathname };
}

function yes(reason: string): Verdict {
  return { isArticle: true, reason };
}

function no(reason: string): Verdict {
  return { isArticle: false, reason };
}
