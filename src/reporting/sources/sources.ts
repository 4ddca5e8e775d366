/** All sources that can be asked, in the order in which a card lists them. */
import type { Report } from '../report.ts';
import { type ArchiveSettings, archive } from './archive.ts';
import { federalRegister } from './federalRegister.ts';
import { gdelt } from './gdelt.ts';
import { googleNews } from './googleNews.ts';
import { packReports } from './own.ts';
import type { Fetch, Source } from './source.ts';
import { wikipedia } from './wikipedia.ts';

export interface SourceSettings {
  fetch: Fetch;
  now: () => number;
  /** The pack's reports about an entity. */
  pack: (entity: string) => readonly Report[];
  /** Where the newsroom's archive is, if there is one. */
  archive: ArchiveSettings | null;
}

/** The sources; which of them may be asked is the reader's choice. */
export function allSources({ fetch, now, pack, archive: settings }: SourceSettings): Source[] {
  return [
    packReports(pack),
    federalRegister(fetch, now),
    ...(settings ? [archive(settings, fetch, now)] : []),
    wikipedia(fetch, now),
    gdelt(fetch, now),
    googleNews(fetch, now),
  ];
}
