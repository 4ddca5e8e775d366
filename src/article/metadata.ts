/** What a page says of itself: structured data, meta elements and its address. */
import { type DateContext, dayInAddress, dayOfStamp } from './dates.ts';
import { type Item, structuredData, textOf, typesOf } from './structuredData.ts';

export interface Metadata {
  /** schema.org types of all items of the page. */
  types: ReadonlySet<string>;
  /** The item that describes the article, where there is one. */
  article: Item | null;
  /** How many distinct articles the structured data list. */
  articleCount: number;
  /** `og:type`, lower case. */
  openGraphType: string | null;
  /** The page's own address: canonical, `og:url`, or where it was loaded from. */
  address: string;
  title: string | null;
  /** Language as declared: of the article, the document, or `og:locale`. */
  language: string | null;
  /** Day of first publication by structured data or meta elements. */
  published: string | null;
  /** Day in the page's address. */
  addressDay: string | null;
  generator: string;
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
const articleTypes = new Set([...newsTypes, 'Article', 'BlogPosting', 'Report', 'TechArticle']);

/** Meta elements that hold the day of publication, the most trusted first. */
const dateNames = [
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
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'dc.date.issued',
  'dc.date.created',
  'dc.date',
  'date.created',
  'created',
  'createtime',
  'createdate',
  'weibo: article:create_at',
  'date',
  'rnews:datepublished',
  'datecreated',
  'sdate',
  'utime',
  'pdate',
  'displaydate',
  'iso-8601-publish-date',
];

/** Reads a document's metadata; nothing in the document is changed. */
export function readMetadata(document: Document, context: DateContext): Metadata {
  const metas = metaValues(document);
  const items = structuredData(
    Array.from(document.querySelectorAll('script[type="application/ld+json" i]'), (script) => script.textContent ?? ''),
  );
  const address = ownAddress(document, metas);
  const articles = items.filter((item) => typesOf(item).some((type) => articleTypes.has(type)));
  const article = mainArticle(articles, address);
  const types = new Set(items.flatMap(typesOf));
  for (const element of document.querySelectorAll('[itemtype]'))
    types.add((element.getAttribute('itemtype') ?? '').trim().replace(/^.*[/#]/, ''));
  return {
    types,
    article,
    articleCount: new Set(articles.map((item) => textOf(item['url']) ?? textOf(item['mainEntityOfPage']) ?? textOf(item['headline']))).size,
    openGraphType: metas.get('og:type')?.toLowerCase() ?? null,
    address,
    title: titleOf(document, article, metas),
    language:
      textOf(article?.['inLanguage']) ??
      (document.documentElement?.lang.trim() || metas.get('content-language') || metas.get('og:locale') || null),
    published: publishedDay(document, article, metas, context),
    addressDay: dayInAddress(address, context),
    generator: metas.get('generator') ?? '',
  };
}

function metaValues(document: Document): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv') ??
      ''
    )
      .trim()
      .toLowerCase();
    const content = meta.getAttribute('content')?.trim();
    if (name !== '' && content && !values.has(name)) values.set(name, content);
  }
  return values;
}

function ownAddress(document: Document, metas: ReadonlyMap<string, string>): string {
  const declared = document.querySelector<HTMLLinkElement>('link[rel~="canonical" i][href]')?.getAttribute('href') ?? metas.get('og:url');
  if (declared === undefined || declared === null || !URL.canParse(declared, document.baseURI)) return document.URL;
  return new URL(declared, document.baseURI).href;
}

/** The article the page is about: the one with the page's address, else the only or first one with a date. */
function mainArticle(articles: readonly Item[], address: string): Item | null {
  const path = pathOf(address);
  const own = articles.find((item) =>
    [item['url'], item['mainEntityOfPage'], item['@id']].some((value) => pathOf(textOf(value)) === path && path !== ''),
  );
  return own ?? articles.find((item) => item['datePublished'] !== undefined) ?? articles[0] ?? null;
}

function pathOf(address: string | null): string {
  return (address ?? '')
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '');
}

function titleOf(document: Document, article: Item | null, metas: ReadonlyMap<string, string>): string | null {
  const headings = Array.from(document.querySelectorAll('h1'), (heading) => clean(heading.textContent ?? '')).filter(
    (text) => text.length > 0,
  );
  const declared = clean(textOf(article?.['headline']) ?? metas.get('og:title') ?? metas.get('twitter:title') ?? '');
  const tab = clean(document.title);
  // A heading that the title element repeats is the headline as the reader sees it.
  const seen = headings.find((heading) => tab.startsWith(heading) || declared.startsWith(heading) || heading.startsWith(declared || '\0'));
  return seen || declared || (headings.length === 1 ? headings[0] : undefined) || withoutSite(tab) || null;
}

/** A title element without the site's name behind it, which stands after a bar or dash. */
function withoutSite(title: string): string {
  const shorter = title.replace(/\s+[|–—_:-]\s+[^|–—_]{2,40}$/, '').trim();
  if (shorter !== title) return shorter || title;
  const eastern = title.replace(/[-_|–—][^-_|–—]{2,24}$/, '').trim();
  return /[\u3040-\u9fff\uac00-\ud7a3]/.test(eastern) && eastern.length >= 8 ? eastern : title;
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
  };
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi, (entity: string, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
      return code === null ? (named[(name ?? '').toLowerCase()] ?? entity) : String.fromCodePoint(code);
    })
    .replace(/\s+/g, ' ')
    .trim();
}

function publishedDay(document: Document, article: Item | null, metas: ReadonlyMap<string, string>, context: DateContext): string | null {
  const stamps: (string | null | undefined)[] = [textOf(article?.['datePublished']), ...dateNames.map((name) => metas.get(name))];
  for (const element of document.querySelectorAll('[itemprop="datePublished" i]'))
    stamps.push(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent);
  stamps.push(textOf(article?.['dateCreated']), textOf(article?.['uploadDate']));
  for (const stamp of stamps) {
    const day = stamp ? dayOfStamp(stamp, context) : null;
    if (day !== null) return day;
  }
  return null;
}
