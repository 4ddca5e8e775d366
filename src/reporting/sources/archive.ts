/** A newsroom's or library's own archive: any `_search` endpoint of OpenSearch or Elasticsearch. */
import * as v from 'valibot';
import { WebAddress } from '../../shared/model.ts';
import { fetchJson } from './fetching.ts';
import { reportsOf } from './foreign.ts';
import { originOf } from './origin.ts';
import { type Fetch, type Source, SourceError, type Wanted } from './source.ts';

/** Where the archive is and how its documents are laid out; fields may be paths (`meta.date`). */
export const ArchiveSettings = v.object({
  address: WebAddress,
  index: v.pipe(v.string(), v.regex(/^[^\s/?#]+$/, 'not an index name')),
  /** A header for access, such as `Authorization: ApiKey …`. */
  header: v.nullable(
    v.object({
      name: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
      value: v.pipe(v.string(), v.regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/)),
    }),
  ),
  fields: v.object({
    url: v.pipe(v.string(), v.minLength(1)),
    title: v.pipe(v.string(), v.minLength(1)),
    summary: v.nullable(v.string()),
    outlet: v.nullable(v.string()),
    published: v.nullable(v.string()),
    language: v.nullable(v.string()),
  }),
});
export type ArchiveSettings = v.InferOutput<typeof ArchiveSettings>;

const Hits = v.object({ hits: v.object({ hits: v.array(v.object({ _source: v.record(v.string(), v.unknown()) })) }) });

export function archive(settings: ArchiveSettings, fetch: Fetch, now: () => number): Source {
  const { fields } = settings;
  return {
    id: 'archive',
    sends: 'names-and-title',
    origins: [originOf(settings.address)],
    patience: 10_000,
    fresh: 5 * 60_000,
    link: () => null,
    search: async (wanted, signal) => {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (settings.header) headers[settings.header.name] = settings.header.value;
      const address = `${settings.address.replace(/\/+$/, '')}/${encodeURIComponent(settings.index)}/_search`;
      const answer = v.safeParse(
        Hits,
        await fetchJson(fetch, address, signal, { method: 'POST', headers, body: JSON.stringify(queryFor(wanted, settings)) }),
      );
      if (!answer.success) throw new SourceError('broken', 'the archive answered in another form');
      return reportsOf(
        answer.output.hits.hits.map(({ _source }) => ({
          url: textAt(_source, fields.url),
          title: textAt(_source, fields.title),
          summary: textAt(_source, fields.summary),
          outlet: textAt(_source, fields.outlet),
          published: textAt(_source, fields.published),
          language: textAt(_source, fields.language),
        })),
        now(),
      );
    },
  };
}

/** Title and summary are searched for the names, and for the article's title where there is one. */
function queryFor({ names, article }: Wanted, { fields }: ArchiveSettings): object {
  const searched = fields.summary ? [`${fields.title}^2`, fields.summary] : [fields.title];
  const should = [
    ...names.slice(0, 5).map((query) => ({ multi_match: { query, fields: searched, type: 'phrase' } })),
    ...(article?.title ? [{ multi_match: { query: article.title, fields: searched } }] : []),
  ];
  const wanted = Object.values(fields).filter((field) => field !== null);
  return { size: 50, _source: wanted, query: { bool: { should, minimum_should_match: 1 } } };
}

function textAt(document: Record<string, unknown>, path: string | null): string | null {
  if (path === null) return null;
  const found =
    path in document
      ? document[path]
      : path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), document);
  const value = Array.isArray(found) ? found[0] : found;
  return typeof value === 'string' ? value : typeof value === 'number' ? new Date(value).toISOString() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
