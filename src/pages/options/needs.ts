/** What the browser must allow for each live source. */
import type { Choices, LiveSource } from '../../reporting/choices.ts';
import type { Needs } from '../../reporting/consent.ts';
import { needsOfFeed } from '../../reporting/feeds.ts';
import type { FeedEntry } from '../../reporting/sources/opml.ts';
import { networkSources } from '../../reporting/sources/sources.ts';

const nothing: Needs = { origins: [], sends: 'nothing' };

/** What a source needs that is asked over the network; an archive that nobody has told of needs nothing. */
export function needsOf(source: LiveSource, archive: Choices['archive'], feeds: readonly FeedEntry[]): Needs {
  if (source === 'feeds') return needsOfFeeds(feeds);
  return networkSources({ fetch, now: Date.now, archive }).find(({ id }) => id === source) ?? nothing;
}

export function needsOfFeeds(feeds: readonly FeedEntry[]): Needs {
  return { origins: [...new Set(feeds.flatMap(({ address }) => needsOfFeed(address).origins))], sends: 'nothing' };
}
