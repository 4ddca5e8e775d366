/** News search on a click: the RSS of Google News' search, which is not documented and may stop. */
import { readFeed } from './feed.ts';
import { fetchText } from './fetching.ts';
import { type Fetch, type Source, SourceError, type Wanted } from './source.ts';

const HOST = 'https://news.google.com';

/** Editions by language: interface language and country. */
const editions: Record<string, [string, string]> = {
  en: ['en-US', 'US'],
  'zh-Hans': ['zh-CN', 'CN'],
  'zh-Hant': ['zh-TW', 'TW'],
  zh: ['zh-CN', 'CN'],
  ko: ['ko', 'KR'],
  ja: ['ja', 'JP'],
  de: ['de', 'DE'],
  fr: ['fr', 'FR'],
  es: ['es', 'ES'],
};

export function googleNews(fetch: Fetch, now: () => number, host = HOST): Source {
  return {
    id: 'google-news',
    sends: 'names',
    origins: [`${host}/*`],
    patience: 10_000,
    fresh: 15 * 60_000,
    link: (wanted) => (wanted.names[0] ? `${HOST}/search?${queryFor(wanted)}` : null),
    search: async (wanted, signal) => {
      const { text, address } = await fetchText(fetch, `${host}/rss/search?${queryFor(wanted)}`, signal);
      if (text === null) throw new SourceError('broken', 'Google News sent nothing');
      const language = wanted.language in editions ? wanted.language : 'en';
      // Titles end in the outlet's name, and the description is a list of links.
      return readFeed(text, address, now()).reports.map((report) => ({
        ...report,
        title:
          report.outlet && report.title.endsWith(` - ${report.outlet}`) ? report.title.slice(0, -report.outlet.length - 3) : report.title,
        summary: '',
        language,
      }));
    },
  };
}

function queryFor({ names, language }: Wanted): URLSearchParams {
  const [hl, gl] = editions[language] ?? (editions['en'] as [string, string]);
  const query = names
    .slice(0, 3)
    .map((name) => `"${name.replace(/"/g, '')}"`)
    .join(' OR ');
  return new URLSearchParams({
    q: `${query} when:30d`,
    hl,
    gl,
    ceid: `${gl}:${hl.startsWith('zh') ? (gl === 'TW' ? 'zh-Hant' : 'zh-Hans') : hl.split('-')[0]}`,
  });
}
