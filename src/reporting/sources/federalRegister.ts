/** Rules, notices and documents on public inspection, from the Federal Register's API (https://www.federalregister.gov/developers/documentation/api/v1). */
import * as v from 'valibot';
import { fetchJson } from './fetching.ts';
import { reportsOf } from './foreign.ts';
import { type Fetch, type Source, SourceError, type Wanted } from './source.ts';

const HOST = 'https://www.federalregister.gov';
const PER_PAGE = 20;
/** What is wanted of documents that are published, and of those that are filed and will be. */
const fields = {
  documents: ['title', 'abstract', 'html_url', 'publication_date', 'type'],
  'public-inspection-documents': ['title', 'html_url', 'filed_at', 'type'],
} as const;
type Kind = keyof typeof fields;

/** The register's own names of agencies, by the pack's ids. */
const agencies: Record<string, string> = {
  bis: 'industry-and-security-bureau',
  'commerce-dept': 'commerce-department',
  treasury: 'treasury-department',
  'state-dept': 'state-department',
  'defense-dept': 'defense-department',
  'energy-dept': 'energy-department',
  doj: 'justice-department',
  ustr: 'trade-representative-office-of-united-states',
  cbp: 'u-s-customs-and-border-protection',
  usitc: 'international-trade-commission',
  ofac: 'foreign-assets-control-office',
};

const Documents = v.object({
  results: v.optional(
    v.array(
      v.object({
        title: v.nullish(v.string()),
        abstract: v.nullish(v.string()),
        html_url: v.nullish(v.string()),
        publication_date: v.nullish(v.string()),
        filed_at: v.nullish(v.string()),
        type: v.nullish(v.string()),
      }),
    ),
    [],
  ),
});

/** An agency is asked for by its name in the register, anything else by its name as a term. */
export function federalRegister(fetch: Fetch, now: () => number, host = HOST): Source {
  return {
    id: 'federal-register',
    sends: 'names',
    // It answers any page with Access-Control-Allow-Origin: *, so no permission is needed.
    origins: [],
    patience: 10_000,
    fresh: 30 * 60_000,
    link: (wanted) =>
      wanted.names[0] ? `${HOST}/documents/search?${new URLSearchParams({ 'conditions[term]': quoted(wanted.names[0]) })}` : null,
    search: async (wanted, signal) => {
      const documentsOf = async (kind: Kind) => {
        const answer = v.safeParse(Documents, await fetchJson(fetch, `${host}/api/v1/${kind}.json?${queryFor(wanted, kind)}`, signal));
        if (!answer.success) throw new SourceError('broken', 'the Federal Register answered in another form');
        return answer.output.results;
      };
      const [filed, published] = await Promise.all([documentsOf('public-inspection-documents'), documentsOf('documents')]);
      return reportsOf(
        // What is filed will be published on a later day.
        [...filed, ...published].map(({ title, abstract, html_url, publication_date, filed_at, type }) => ({
          url: html_url,
          title,
          summary: abstract,
          outlet: ['Federal Register', type, filed_at && 'public inspection'].filter(Boolean).join(': '),
          published: filed_at ?? publication_date,
          language: 'en',
        })),
        now(),
      );
    },
  };
}

function queryFor({ entity, names }: Wanted, kind: Kind): URLSearchParams {
  const query = new URLSearchParams({ order: 'newest', per_page: String(PER_PAGE) });
  const agency = entity === null ? undefined : agencies[entity];
  if (agency) query.append('conditions[agencies][]', agency);
  else query.append('conditions[term]', names.slice(0, 3).map(quoted).join(' | '));
  for (const field of fields[kind]) query.append('fields[]', field);
  return query;
}

function quoted(name: string): string {
  return `"${name.replace(/"/g, '')}"`;
}
