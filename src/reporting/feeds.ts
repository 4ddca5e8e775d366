/** The reader's feeds, polled and taken in. */
import type { Needs } from './consent.ts';
import type { Reporting } from './reporting.ts';
import { originOf } from './sources/origin.ts';
import { dueFeeds, type FeedState, pollFeed } from './sources/polling.ts';
import type { Fetch } from './sources/source.ts';

/** The source id under which reports of feeds are kept. */
export const FEEDS = 'feeds';

/** What the browser must allow before a feed is read. */
export function needsOfFeed(address: string): Needs {
  return { origins: [originOf(address)], sends: 'nothing' };
}

export interface FeedRound {
  fetch: Fetch;
  now: () => number;
  random: () => number;
  /** Whether the reader has granted the feed's host. */
  allowed: (address: string) => boolean | Promise<boolean>;
  /** Keeps a feed's state. It is called after the reports are kept, so that a worker that ends between asks again and loses nothing. */
  keep: (state: FeedState) => Promise<void>;
}

/** Asks the feeds that are due, one after another; returns how many reports were new. */
export async function pollFeeds(
  states: readonly FeedState[],
  reporting: Reporting,
  { fetch, now, random, allowed, keep }: FeedRound,
): Promise<number> {
  let added = 0;
  for (const state of dueFeeds(states, now())) {
    if (!(await allowed(state.address))) continue;
    const poll = await pollFeed(state, fetch, now(), random);
    if (poll.reports.length > 0) added += await reporting.add(poll.reports, FEEDS, now());
    await keep(poll.state);
  }
  return added;
}
