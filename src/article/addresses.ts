/** What addresses tell of pages: which no article has, and which are those of single pages. */

/** Addresses of lists: front pages, sections' further pages, searches, tags. No article has one, whatever it claims. */
const listPaths =
  /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2,4})?\/?)?(?:index|default|home|start|main)?(?:\.\w+)?\/?$|search\b|tags?\/|category\/|categories\/|authors?\/|users?\/|topics?\/[^/]*\/?$)|\/page\/?\d+\/?$|\/(?:blog|news|search|archives?|forum|forums|events?)\/?$/i;
const listQueries = /[?&](?:paged|s|q|query|search)=/i;
/** Parts of addresses of other pages. */
const otherPaths =
  /^\/(?:login|signin|sign-in|register|account|wiki\/|docs\/|recipes?\/|forums?\/|threads?\/|r\/\w+\/comments\/|watch$|shop\/|store\/|products?\/|dp\/|help\/|support\/|legal\/|terms|privacy|qa?\/|questions?\/)|\/(?:viewtopic|showthread|forumdisplay)\b|\/(?:terms|terms-of-\w+|tos|privacy|privacy-policy|legal|imprint|impressum|contact|contact-us|kontakt|about|about-us|faq|licen[sc]es?|agb|datenschutz|login|signin|register|signup|sitemap|subscribe|cart|checkout|careers|jobs)(?:-?\d*|\/[\w.-]*)(?:\.\w+)?\/?$/i;
/** Parts of addresses, wherever they stand, of what is described or offered rather than reported; those under a day are articles about such things. */
const otherParts =
  /\/(?:podcasts?|episodes?|events?|calendar|jobs|dictionary|definitions?|thesaurus|lexikon|glossary|encyclopa?edia|recipes?|rezepte?|recettes?|recetas?|ricett[ae]|products?|produkte?|collections?|fiction|chapters?)\//i;
/** Addresses under a year and a month, as articles are filed. */
const datedPaths = /\/(?:19|20)\d\d\/\d{1,2}\//;
/** Addresses of blogs, of companies most often, and hosts of anybody's and of podcasts. */
const blogPaths = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/)?blog\//i;
const blogHosts =
  /^(?:blog|podcasts?)\.|(?:^|\.)(?:blogspot(?:\.\w{2,3}){1,2}|wordpress\.com|tumblr\.com|livejournal\.com|typepad\.com|medium\.com|substack\.com|hatenablog\.com|hatenadiary\.\w+|ameblo\.jp|tistory\.com|pixnet\.net|blog\.naver\.com|blog\.\w+\.(?:com|jp|net))$/i;
/** Hosts of governments, armies, bodies of the EU and universities, which issue what outlets report. */
const institutions = /\.(?:gov|mil|edu)$|\.(?:gov|mil|edu|gob|gouv|go|gc|ac)\.\w\w$|(?:^|\.)gov\.uk$|\.europa\.eu$/i;
const otherHosts =
  /^(?:docs|developer|developers|wiki|lexikon|dictionary|forum|forums|community|shop|store|support|help|accounts?|login|signup|mail|search|translate)\.|(?:^|\.)(?:wikipedia\.org|github\.com|gitlab\.com|stackoverflow\.com|stackexchange\.com|reddit\.com|quora\.com|zhihu\.com|youtube\.com|facebook\.com|instagram\.com|linkedin\.com|pinterest\.\w+|tiktok\.com|twitter\.com|x\.com|weibo\.com|vk\.com|pastebin\.com|amazon(?:\.\w{2,3}){1,2}|ebay(?:\.\w{2,3}){1,2}|aliexpress\.com|imdb\.com|booking\.com|google(?:\.\w{2,3}){1,2})$/i;

export interface Address {
  host: string;
  path: string;
  query: string;
}

/** Host, path and query of an address; a saved copy on this machine has none that tell. */
export function partsOf(address: string): Address {
  if (!URL.canParse(address)) return { host: '', path: '', query: '' };
  const { protocol, hostname, pathname, search } = new URL(address);
  const isLocal = protocol === 'file:' || hostname === 'localhost' || /^127\./.test(hostname);
  return isLocal ? { host: '', path: '', query: '' } : { host: hostname, path: pathname, query: search };
}

/** The part of an address that no article has, whatever its page claims; null where there is none. */
export function partOfNoArticle({ host, path, query }: Address): string | null {
  if (listPaths.test(path)) return path;
  if (listQueries.test(query)) return query;
  return otherHosts.test(host) ? host : null;
}

/** The part of a page's address, or of the one it was loaded from, that only pages have which call themselves news, if they are; null where there is none. */
export function partOfFewArticles({ host, path }: Address, loaded: Address): string | null {
  if (otherPaths.test(path) || (otherParts.test(path) && !datedPaths.test(path))) return path;
  if (institutions.test(host)) return host;
  // Outlets' pages may name the host that they are kept on, which is one of these.
  if (blogHosts.test(loaded.host)) return loaded.host;
  return blogPaths.test(path) && !datedPaths.test(path) ? path : null;
}

/** Whether an address is that of a single page: it ends in a number, a document's name, a long run of words or a name under a month, or asks for a number. */
export function isOfOnePage({ path, query }: Address): boolean {
  const last =
    path
      .replace(/\/(?:index|default)\.\w+$|\/$/, '')
      .split('/')
      .at(-1) ?? '';
  return (
    /\d{5,}/.test(last) ||
    /\.s?html?$/.test(last) ||
    last.split(/[-_]/).length >= 4 ||
    /\/(?:19|20)\d\d\/\d{1,2}\/[^/]*\p{L}[^/]*\/?$/u.test(path) ||
    /%[0-9A-F]{2}.*%[0-9A-F]{2}.*%[0-9A-F]{2}/i.test(last) ||
    /[?&]\w+=[^&]*\d{4}/.test(query)
  );
}
