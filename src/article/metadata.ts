/** What a page says of itself: structured data, meta elements and its address. */
import { type DateContext, dayInAddress, dayOfStamp } from './dates.ts';
import { type Item, structuredData, textOf, typesOf } from './structuredData.ts';

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
    title: titleOf(document, article, metas),
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

function titleOf(document: Document, article: Item | null, metas: ReadonlyMap<string, string>): string | null {
  const headings = Array.from(document.querySelectorAll('h1'))
    .filter((heading) => !namesSite(heading))
    .map((heading) => clean(heading.textContent ?? ''))
    .filter((text) => text.length > 0);
  const names = [textOf(article?.['headline']), metas.get('og:title'), metas.get('twitter:title')];
  // Some sites declare their own name as every page's title.
  const declared = clean(names.find((name) => name != null && name !== metas.get('og:site_name')) ?? '');
  const tab = clean(document.title);
  // A heading that the title element repeats is the headline as the reader sees it.
  const seen = headings.find((heading) => tab.startsWith(heading) || declared.startsWith(heading) || heading.startsWith(declared || '\0'));
  const only = headings.length === 1 && (tab === '' || resembles(headings[0] as string, tab)) ? headings[0] : undefined;
  return seen || declared || only || withoutSite(tab) || headings[0] || null;
}

/** Whether a first-level heading is the site's name: it leads to the front page. */
export function namesSite(heading: Element): boolean {
  const link = heading.querySelector<HTMLAnchorElement>('a[href]') ?? heading.closest<HTMLAnchorElement>('a[href]');
  return link !== null && /^\/(?:[a-z]{2}\/?)?(?:index\.\w+)?$/i.test(link.pathname) && link.search === '' && link.hash === '';
}

/** Whether two titles are forms of one: half of the words of the shorter one are in the other. */
export function resembles(one: string, other: string): boolean {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}]+/gu) ?? []);
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  const shared = [...shorter].filter((word) => longer.has(word)).length;
  return shorter.size > 2 ? shared >= shorter.size / 2 : shared === shorter.size && shared > 0;
}

/** A title element without the site's name behind it, which stands after a bar or dash; East Asian sites put their sections there too. */
function withoutSite(title: string): string {
  const shorter = title.replace(/\s+[|–—_:-]\s+[^|–—_]{2,40}$/, '').trim();
  if (shorter !== title) return shorter || title;
  if (!/[\u3040-\u9fff\uac00-\ud7a3]/.test(title)) return title;
  const eastern = title
    .replace(/(?<!—)[-–—][^-_|–—]{2,24}$/, '')
    .replace(/(?:[_|][^_|]{2,24})+$/, '')
    .trim();
  return eastern.length >= 8 ? eastern : title;
}

/** Some headlines hold tags, or entities as text. */
function clean(text: string): string {
  const named: Record<string, string> = {
    nbsp: ' ',
    quot: '"',
    apos: "'",
    amp: '&',
    rsquo: '’',
    lsquo: '‘',
    rdquo: '”',
    ldquo: '“',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    bdquo: '„',
    shy: '',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    szlig: 'ß',
    eacute: 'é',
    egrave: 'è',
    agrave: 'à',
    ccedil: 'ç',
    ntilde: 'ñ',
  };
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi, (entity: string, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
      if (code !== null) return String.fromCodePoint(code);
      const letter = named[(name ?? '').toLowerCase()];
      return (/^[A-Z]/.test(name ?? '') ? letter?.toUpperCase() : letter) ?? entity;
    })
    .replace(/\s+/g, ' ')
    .trim();
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
  return clean(metas.get('og:site_name') ?? textOf(article?.['publisher']) ?? metas.get('application-name') ?? '') || null;
}
