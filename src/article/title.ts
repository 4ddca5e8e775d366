/** A page's title: its headline as readers see it, without the site's name. */

/** The headline of a page that declares some titles, the most trusted first, as its readers see it; null where there is none. */
export function titleOf(document: Document, declaredTitles: readonly (string | null | undefined)[], site: string | null): string | null {
  const headings = Array.from(document.querySelectorAll('h1'))
    .filter((heading) => !namesSite(heading))
    .map((heading) => plain(heading.textContent ?? ''))
    .filter((text) => text.length > 0);
  // Some sites declare their own name as every page's title.
  const declared = plain(declaredTitles.find((title) => title != null && title !== site) ?? '');
  const tab = plain(document.title);
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

/** Entities that titles hold as text. */
const named: Record<string, string> = {
  nbsp: ' ',
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
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

/** A title as plain text: some hold tags, or entities as text, even of tags. */
export function plain(text: string): string {
  return (/[<&]/.test(text) ? withoutMarkup(text) : text).replace(/\s+/g, ' ').trim();
}

function withoutMarkup(text: string): string {
  return text
    .replace(/&lt;(\/?[a-z]+)&gt;/gi, '<$1>')
    .replace(/<\/?(?:a|b|em|i|q|small|span|strong|u)(?:\s[^>]*)?>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w{2,8}));/gi, (entity: string, decimal?: string, hexadecimal?: string, name?: string) => {
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : null;
      if (code !== null) return String.fromCodePoint(code);
      const letter = named[(name ?? '').toLowerCase()];
      return (/^[A-Z]/.test(name ?? '') ? letter?.toUpperCase() : letter) ?? entity;
    });
}
