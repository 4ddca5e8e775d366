/** One form for the many addresses of one page. */

/** Query keys that say where a reader came from, not which page it is. */
const tracking =
  /^(?:utm_\w+|mc_[ce]id|fb(?:clid|_\w+)|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|_ga|_gl|ref|ref_\w+|referrer|referer|source|src|cmp(?:id)?|ncid|ocid|icid|s_cid|at_\w+|ns_\w+|xtor|smid|smtyp|partner|campaign(?:_id)?|guccounter|guce_\w+|spm|share|share_\w+|from|taid|sref|amp|amp_\w+|_amp|outputtype|soc_\w+|traffic_source|tpcc|hss_\w+|mkt_tok|trk\w*|vero_\w+|wt_\w+|dm_i|itm_\w+|ito)$/i;

/** First labels of a host that stand for a way of showing, not for another site. */
const shownBy = /^(?:(?:www\d?|m|mobile|amp|wap|touch|3g)\.)+(?=[^.]+\.)/;

/**
 * The address under which a report is kept: no fragment, no tracking, no
 * mobile or AMP variant, `https`, keys in order. The input where it cannot be
 * read as an address.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse?.(address) ?? (URL.canParse(address) ? new URL(address) : null);
  if (url === null) return address.trim();
  const wrapped = unwrapped(url);
  if (wrapped !== null) return canonicalAddress(wrapped);
  const host = url.hostname.toLowerCase().replace(/\.$/, '').replace(shownBy, '');
  const port = url.port && url.port !== '80' && url.port !== '443' ? `:${url.port}` : '';
  const path = tidyPath(url.pathname);
  const kept = [...url.searchParams].filter(([key]) => !tracking.test(key)).sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  const query = kept.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');
  return `https://${host}${port}${path}${query ? `?${query}` : ''}`;
}

/** The host of an address without `www.` and its like, or an empty text. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(shownBy, '') : '';
}

/** The host of an address, as `hostOf` gives it, with its path: where an outlet publishes. */
export function placeOf(address: string): string {
  return URL.canParse(address) ? hostOf(address) + new URL(address).pathname.replace(/\/+$/, '') : '';
}

/** The page behind an address of the AMP cache or of a search engine's viewer. */
function unwrapped(url: URL): string | null {
  const viewer = /^\/amp\/s\/(.+)$/.exec(url.pathname);
  if (viewer && /(?:^|\.)google\.[a-z.]+$/.test(url.hostname)) return `https://${viewer[1]}${url.search}`;
  const cache = /^\/(?:c|v|wp)\/s\/(.+)$/.exec(url.pathname);
  if (cache && url.hostname.endsWith('.cdn.ampproject.org')) return `https://${cache[1]}${url.search}`;
  return null;
}

function tidyPath(path: string): string {
  const plain = decode(path)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:amp|index\.(?:html?|php|aspx?))\/?$/i, '/')
    .replace(/^\/amp(?=\/)/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/(.)\/+$/, '$1');
  return encodeURI(plain === '' ? '/' : plain).replace(/[?#]/g, encodeURIComponent);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
