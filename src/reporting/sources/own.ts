/** Sources on the reader's own machine: what the pack brings, and what the reader has read. */
import type { Article, Report } from '../report.ts';
import type { StoredReport } from '../store.ts';
import type { Source } from './source.ts';

/** The pack's reports: those that it ties to an entity, or all of them. Always on, and asks nobody. */
export function packReports(reports: (entity: string | null) => readonly Report[]): Source {
  return {
    id: 'pack',
    sends: 'nothing',
    origins: [],
    patience: 1_000,
    fresh: 0,
    link: () => null,
    search: async ({ entity }) => [...reports(entity)],
  };
}

/** The source id under which articles are remembered that the reader has read. */
export const READING = 'reading';

/** An article that the reader has read, as a report to remember; null where it has no address or title. */
export function readArticle({ url, title, text, published, language }: Article, outlet: string): Report | null {
  if (!url || !title) return null;
  return { url, title, summary: (text ?? '').slice(0, 300), outlet, published, language };
}

/** When the reader read a report, in milliseconds since 1970, or null. */
export function readAt({ sources }: StoredReport): number | null {
  return sources[READING] ?? null;
}
