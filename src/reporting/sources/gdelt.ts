/** News search on a click: GDELT's DOC 2.0 API (https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/). */
import * as v from 'valibot';
import { fetchText } from './fetching.ts';
import { reportsOf } from './foreign.ts';
import { type Fetch, type Source, SourceError, type Wanted } from './source.ts';

const HOST = 'https://api.gdeltproject.org';
/** It asks for five seconds between requests; after a refusal it is left alone for this long. */
const REST = 5_000;

const Articles = v.object({
  articles: v.optional(
    v.array(
      v.object({
        url: v.string(),
        title: v.string(),
        seendate: v.optional(v.string()),
        domain: v.optional(v.string()),
        language: v.optional(v.string()),
      }),
    ),
    [],
  ),
});

/** GDELT's names of languages, which are English words. */
const languages: Record<string, string> = {
  English: 'en',
  Chinese: 'zh',
  Japanese: 'ja',
  Korean: 'ko',
  German: 'de',
  French: 'fr',
  Spanish: 'es',
  Italian: 'it',
  Portuguese: 'pt',
  Russian: 'ru',
  Dutch: 'nl',
  Arabic: 'ar',
};

export function gdelt(fetch: Fetch, now: () => number, host = HOST): Source {
  return {
    id: 'gdelt',
    sends: 'names',
    origins: [`${host}/*`],
    patience: 15_000,
    fresh: 15 * 60_000,
    link: (wanted) => (wanted.names[0] ? `${HOST}/api/v2/doc/doc?${queryFor(wanted, 'html')}` : null),
    search: async (wanted, signal) => {
      const { text } = await fetchText(fetch, `${host}/api/v2/doc/doc?${queryFor(wanted, 'json')}`, signal);
      return reportsOf(
        read(text ?? '').articles.map(({ url, title, seendate, domain, language }) => ({
          url,
          title,
          outlet: domain,
          published: dayOfStamp(seendate),
          language: language === undefined ? null : languages[language],
        })),
        now(),
      );
    },
  };
}

/** It tells of faults in plain text, with status 200. */
function read(text: string): v.InferOutput<typeof Articles> {
  if (/limit requests|too many requests/i.test(text)) throw new SourceError('busy', 'GDELT asks for fewer requests', REST);
  if (text.trim() === '') return { articles: [] };
  try {
    return v.parse(Articles, JSON.parse(text));
  } catch {
    throw new SourceError('broken', `GDELT says: ${text.slice(0, 120)}`);
  }
}

function queryFor({ names }: Wanted, format: 'json' | 'html'): URLSearchParams {
  // A phrase stands in quotation marks; several are joined by OR in brackets.
  const phrases = names.slice(0, 3).map((name) => `"${name.replace(/"/g, '')}"`);
  const query = phrases.length > 1 ? `(${phrases.join(' OR ')})` : (phrases[0] ?? '');
  return new URLSearchParams({ query, mode: 'artlist', format, maxrecords: '75', timespan: '1month', sort: 'datedesc' });
}

/** `20260115T093000Z` → `2026-01-15`. */
function dayOfStamp(stamp: string | undefined): string | null {
  const found = /^(\d{4})(\d\d)(\d\d)T/.exec(stamp ?? '');
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}
