/** Background on demand from Wikipedia in the reader's language: the summary of the page that its search puts first (https://www.mediawiki.org/wiki/Specs/Summary/1.3.0). */
import * as v from 'valibot';
import { fetchJson } from './fetching.ts';
import { reportsOf } from './foreign.ts';
import { type Fetch, type Source, SourceError } from './source.ts';

const Titles = v.object({
  query: v.optional(v.object({ search: v.optional(v.array(v.object({ title: v.string() })), []) })),
});
const Summary = v.object({
  type: v.string(),
  title: v.string(),
  extract: v.optional(v.string(), ''),
  lang: v.optional(v.string()),
  timestamp: v.nullish(v.string()),
  content_urls: v.object({ desktop: v.object({ page: v.string() }) }),
});

/** `hosts` gives the address of the Wikipedia in a language. */
export function wikipedia(fetch: Fetch, now: () => number, hosts = (language: string) => `https://${language}.wikipedia.org`): Source {
  return {
    id: 'wikipedia',
    sends: 'names',
    // It answers any page with Access-Control-Allow-Origin: *, so no permission is needed.
    origins: [],
    patience: 8_000,
    fresh: 24 * 60 * 60_000,
    link: ({ names, language }) =>
      names[0] ? `${hosts(edition(language))}/wiki/Special:Search?${new URLSearchParams({ search: names[0] })}` : null,
    search: async ({ names, language }, signal) => {
      const [name] = names;
      if (name === undefined) return [];
      const host = hosts(edition(language));
      const search = new URLSearchParams({ action: 'query', list: 'search', srsearch: name, srlimit: '1', format: 'json', origin: '*' });
      const title = parsed(Titles, await fetchJson(fetch, `${host}/w/api.php?${search}`, signal)).query?.search[0]?.title;
      if (title === undefined) return [];
      const summary = parsed(
        Summary,
        await fetchJson(fetch, `${host}/api/rest_v1/page/summary/${encodeURIComponent(title.replace(/ /g, '_'))}`, signal, {
          headers: variant(language),
        }),
      );
      if (summary.type !== 'standard') return [];
      return reportsOf(
        [
          {
            url: summary.content_urls.desktop.page,
            title: summary.title,
            summary: summary.extract,
            outlet: 'Wikipedia',
            published: null,
            language: summary.lang ?? language,
          },
        ],
        now(),
      );
    },
  };
}

/** The Chinese edition writes its pages in the script that is asked for (https://www.mediawiki.org/wiki/Writing_systems). */
function variant(language: string): Record<string, string> {
  if (language === 'zh-Hant') return { 'accept-language': 'zh-tw' };
  return language.startsWith('zh') ? { 'accept-language': 'zh-cn' } : {};
}

/** Wikipedia has one edition for both Chinese scripts. */
function edition(language: string): string {
  return language.split('-')[0] ?? 'en';
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new SourceError('broken', 'Wikipedia answered in another form');
  return result.output;
}
