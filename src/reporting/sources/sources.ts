/** The live sources, in the order in which a card lists them. */
import { type ArchiveSettings, archive } from './archive.ts';
import { federalRegister } from './federalRegister.ts';
import { gdelt } from './gdelt.ts';
import { googleNews } from './googleNews.ts';
import type { Fetch, Source } from './source.ts';
import { wikipedia } from './wikipedia.ts';

export interface SourceSettings {
  fetch: Fetch;
  now: () => number;
  /** Where the newsroom's archive is, if there is one. */
  archive: ArchiveSettings | null;
}

/** The sources that are asked over the network, once the reader has turned them on. */
export function networkSources({ fetch, now, archive: settings }: SourceSettings): Source[] {
  return [
    federalRegister(fetch, now),
    ...(settings ? [archive(settings, fetch, now)] : []),
    wikipedia(fetch, now),
    gdelt(fetch, now),
    googleNews(fetch, now),
  ];
}
