/** What a page says of itself: structured data, meta elements and its address. */
import { type DateContext, dayInAddress, dayOfStamp } from './dates.ts';
import { type Item, structuredData, textOf, typesOf } from './structuredData.ts';
import { plain, titleOf } from './title.ts';

export interface Metadata {
  /** schema.org types of all items of the page. */
  types: ReadonlySet<string>;
  /** The item that describes the article, where there is one. */
  article: Item | null;
  /** Whether the page itself is what an item of structured data calls an article, not only something on it. */
  isDescribed: boolean;
  /** `og:type`, lower case. */
  openGraphType: string | null;
  /** The page's own address: canonical, `og:url`, or where it was loaded from. */
  address: string;
  title: string | null;
  /** Language as declared: of the article, the document, or `og:locale`. */
  language: string | null;
  /** Day of first publication by structured data or meta elements. */
  published: string | null;
  /** What that day was read from. */
  stamp: string | null;
  /** Whether the stamp says that it is of publication; pages carry other days too, of the server or the file. */
  isPublication: boolean;
  /** Whether the stamp is that of the page as such, which pages have that hold no article. */
  isOfAnyPage: boolean;
  /** Day of the last change by structured data or meta elements. */
  updated: string | null;
  /** Day in the page's address. */
  addressDay: string | null;
  /** Name of the outlet, as the page gives it. */
  outlet: string | null;
  generator: string;
  /** Whether meta elements say how to cite the page as a paper of a journal. */
  isPaper: boolean;
}

/** schema.org's Article and its kinds that news sites use. */
export const newsTypes = new Set([
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReviewNewsArticle',
  'AskPublicNewsArticle',
  'AdvertiserContentArticle',
  'LiveBlogPosting',
]);
const articleTypes = new Set([...newsTypes, 'Article', 'BlogPosting', 'Report', 'TechArticle', 'ClaimReview']);

/** Pages that describe more articles than this are lists. */
const MOST_ARTICLES = 3;

/** Meta elements that hold the day of publication, the most trusted first. */
const publicationNames = [
  'article:published_time',
  'datepublished',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'pub_date',
  'published_time',
  'published-date',
  'article.published',
  'article_date_original',
  'article:publicationdate',
  'originalpublicationdate',
  'ptime',
  'apub:time',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dcterms.issued',
  'dc.date.issued',
  'weibo: article:create_at',
  'rnews:datepublished',
  'schema:datepublished',
  'displaydate',
  'iso-8601-publish-date',
];
/** Meta elements that hold some day, most often that of publication. */
const otherDateNames = [
  'dcterms.created',
  'dcterms.date',
  'dc.date.created',
  'dc.date',
  'date.created',
  'created',
  'createtime',
  'createdate',
  'date',
  'datecreated',
  'sdate',
  'utime',
  'pdate',
];
/** Meta elements that hold the day of the last change. */
const updateNames = [
  'article:modified_time',
  'datemodified',
  'dateupdate',
  'og:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];

/** Meta elements of papers in journals and archives. */
const paperNames = ['citation_journal_title', 'citation_doi', 'citation_arxiv_id', 'citation_issn'];

/** Reads a document's metadata; nothing in the document is changed. */
export function readMetadata(document: Document, { today }: DateContext): Metadata {
  const metas = metaValues(document);
  const items = structuredData(dataScripts(document));
  const address = ownAddress(document, metas);
  const articles = items.filter((item) => typesOf(item).some((type) => articleTypes.has(type)));
  const own = ownArticle(articles, address);
  const article = own ?? articles.find((item) => item['datePublished'] !== undefined) ?? articles[0] ?? null;
  const types = new Set(items.flatMap(typesOf));
  let described = 0;
  for (const element of document.querySelectorAll('[itemtype]')) {
    const type = (element.getAttribute('itemtype') ?? '').trim().replace(/^.*[/#]/, '');
    types.add(type);
    if (articleTypes.has(type)) described++;
  }
  const named = new Set(articles.map((item) => textOf(item['url']) ?? textOf(item['mainEntityOfPage']) ?? textOf(item['headline']))).size;
  const language =
    textOf(article?.['inLanguage']) ??
    (document.documentElement?.lang.trim() || metas.get('content-language') || metas.get('og:locale') || null);
  const context: DateContext = { today, language };
  return {
    types,
    article,
    isDescribed: own !== null || (named <= MOST_ARTICLES && described <= MOST_ARTICLES && named + described > 0),
    openGraphType: metas.get('og:type')?.toLowerCase() ?? null,
    address,
    title: titleOf(
      document,
      [textOf(article?.['headline']), metas.get('og:title'), metas.get('twitter:title')],
      metas.get('og:site_name') ?? null,
    ),
    language,
    ...publicationOf(document, article, items, metas, context),
    updated: firstDay([textOf(article?.['dateModified']), ...updateNames.map((name) => metas.get(name))], context)?.day ?? null,
    addressDay: dayInAddress(address, context) ?? dayInAddress(originalAddress(document.URL), context),
    outlet: outletOf(article, metas),
    generator: metas.get('generator') ?? '',
    isPaper: paperNames.some((name) => metas.has(name)),
  };
}

/** The scripts that hold JSON-LD, and those that hold it and forget to say so. */
function dataScripts(document: Document): string[] {
  const textsOf = (selector: string) => Array.from(document.querySelectorAll(selector), (script) => script.textContent ?? '');
  const unnamed = textsOf('script:not([type], [src])').filter((text) => /^\s*[{[]\s*"@context"/.test(text));
  return [...textsOf('script[type="application/ld+json" i]'), ...unnamed];
}

function metaValues(document: Document): Map<string, string> {
  const values = new Map<string, string>();
  // Some pages, and many copies of pages, write `value` for `content`.
  for (const meta of document.querySelectorAll('meta[content], meta[value]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv') ??
      ''
    )
      .trim()
      .toLowerCase();
    const content = (meta.getAttribute('content') ?? meta.getAttribute('value'))?.trim();
    if (name !== '' && content && !values.has(name)) values.set(name, content);
  }
  return values;
}

/** The address of what a web archive shows a copy of; any other address as it is. */
export function originalAddress(address: string): string {
  return address.replace(/^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(?=https?:)/, '');
}

/** The declared address, unless it is the site's front page, which some sites declare on every page. */
function ownAddress(document: Document, metas: ReadonlyMap<string, string>): string {
  for (const declared of [document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'), metas.get('og:url')]) {
    if (!declared || !URL.canParse(declared, document.baseURI)) continue;
    const url = new URL(declared, document.baseURI);
    const isFront = url.pathname === '/' && url.search === '';
    if (url.protocol.startsWith('http') && !(isFront && url.host === document.location.host)) return originalAddress(url.href);
  }
  return originalAddress(document.URL);
}

/** The article that has the page's address. */
function ownArticle(articles: readonly Item[], address: string): Item | null {
  const path = pathOf(address);
  if (path === '') return null;
  return (
    articles.find((item) => [item['url'], item['mainEntityOfPage'], item['@id']].some((value) => pathOf(textOf(value)) === path)) ?? null
  );
}

function pathOf(address: string | null): string {
  return (address ?? '')
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

type Publication = Pick<Metadata, 'published' | 'stamp' | 'isPublication' | 'isOfAnyPage'>;

function publicationOf(
  document: Document,
  article: Item | null,
  items: readonly Item[],
  metas: ReadonlyMap<string, string>,
  context: DateContext,
): Publication {
  const marked = Array.from(
    document.querySelectorAll('[itemprop~="datePublished" i], [property$="datePublished" i]:not(meta)'),
    (element) =>
      element.closest('[itemtype*="Comment" i]') === null
        ? (element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent)
        : null,
  );
  const stated = [textOf(article?.['datePublished']), ...publicationNames.map((name) => metas.get(name)), ...marked];
  const page = items.find((item) => item['datePublished'] !== undefined && typesOf(item).includes('WebPage'));
  const other = [...otherDateNames.map((name) => metas.get(name)), textOf(article?.['dateCreated']), textOf(article?.['uploadDate'])];
  const found = firstDay(stated, context);
  const own = found ?? firstDay(other, context);
  const { day, stamp } = own ?? firstDay([textOf(page?.['datePublished'])], context) ?? { day: null, stamp: null };
  return { published: day, stamp, isPublication: found !== null, isOfAnyPage: own === null && day !== null };
}

/** The first of some stamps that is a day. */
function firstDay(stamps: Iterable<string | null | undefined>, context: DateContext): { day: string; stamp: string } | null {
  for (const stamp of stamps) {
    const day = stamp ? dayOfStamp(stamp, context) : null;
    if (day !== null) return { day, stamp: stamp as string };
  }
  return null;
}

function outletOf(article: Item | null, metas: ReadonlyMap<string, string>): string | null {
  return plain(metas.get('og:site_name') ?? textOf(article?.['publisher']) ?? metas.get('application-name') ?? '') || null;
}
