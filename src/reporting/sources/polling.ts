/** When feeds are asked, and how: only for what is new, seldom where they fail, and never all at once. */
import * as v from 'valibot';
import { Fault } from '../../shared/model.ts';
import type { Report } from '../report.ts';
import { readFeed } from './feed.ts';
import { fetchText } from './fetching.ts';
import { type Fetch, SourceError } from './source.ts';

/** A feed with what is known of it, as it is kept between polls. */
export const FeedState = v.object({
  address: v.string(),
  title: v.nullable(v.string()),
  etag: v.nullable(v.string()),
  lastModified: v.nullable(v.string()),
  /** When it was last asked, and when it last answered well. */
  askedAt: v.nullable(v.number()),
  goodAt: v.nullable(v.number()),
  /** When it may be asked again. */
  nextAt: v.number(),
  /** Failures in a row, and what the last one was. */
  failures: v.number(),
  fault: v.nullable(Fault),
});
export type FeedState = v.InferOutput<typeof FeedState>;

export interface Poll {
  state: FeedState;
  /** What the feed holds; nothing where it has not changed or has failed. */
  reports: Report[];
}

const MINUTE = 60_000;
/** Time between two polls of a feed that answers. */
const INTERVAL = 30 * MINUTE;
/** Longest time that a feed is left alone because it fails. */
const LONGEST = 24 * 60 * MINUTE;
/** Share by which times are shifted at random, so that feeds are not asked together. */
const JITTER = 0.2;
const PATIENCE = 20_000;

/** A feed that was never asked. */
export function newFeed(address: string, title: string | null = null): FeedState {
  return { address, title, etag: null, lastModified: null, askedAt: null, goodAt: null, nextAt: 0, failures: 0, fault: null };
}

/** Asks a feed once. `random` gives numbers between 0 and 1. */
export async function pollFeed(state: FeedState, fetch: Fetch, now: number, random: () => number): Promise<Poll> {
  const headers: Record<string, string> = {
    accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  };
  if (state.etag) headers['if-none-match'] = state.etag;
  if (state.lastModified) headers['if-modified-since'] = state.lastModified;
  try {
    const { text, etag, lastModified, address } = await fetchText(fetch, state.address, AbortSignal.timeout(PATIENCE), { headers });
    const good = { askedAt: now, goodAt: now, nextAt: now + spreadOut(INTERVAL, random), failures: 0, fault: null };
    if (text === null) return { state: { ...state, ...good }, reports: [] };
    const { title, reports } = readFeed(text, address, now);
    return { state: { ...state, ...good, title: state.title ?? title, etag, lastModified }, reports };
  } catch (error) {
    const failure = error instanceof SourceError ? error : new SourceError('broken', String(error));
    return { state: failed(state, failure.fault, failure.retryAfter, now, random), reports: [] };
  }
}

/** The feeds that may be asked now. */
export function dueFeeds(states: readonly FeedState[], now: number): FeedState[] {
  return states.filter(({ nextAt }) => nextAt <= now);
}

/** After each failure in a row the time doubles; a feed that is gone is looked for once a day. */
function failed(state: FeedState, fault: Fault, retryAfter: number | null, now: number, random: () => number): FeedState {
  const failures = state.failures + 1;
  const wait = fault === 'gone' ? LONGEST : Math.min(LONGEST, INTERVAL * 2 ** (failures - 1));
  return { ...state, askedAt: now, failures, fault, nextAt: now + Math.max(retryAfter ?? 0, spreadOut(wait, random)) };
}

function spreadOut(time: number, random: () => number): number {
  return time * (1 - JITTER + 2 * JITTER * random());
}
