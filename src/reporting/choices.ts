/** Which live sources the reader has turned on, and the feeds that are followed. Kept on this machine; none is on by itself. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { askedSources } from '../shared/model.ts';
import { ArchiveSettings } from './sources/archive.ts';
import type { FeedEntry } from './sources/opml.ts';
import { FeedState, newFeed } from './sources/polling.ts';

/** Everything that can be turned on: feeds are read regularly, the others asked when the reader clicks. */
export const liveSources = ['feeds', ...askedSources] as const;
export const LiveSource = v.picklist(liveSources);
export type LiveSource = v.InferOutput<typeof LiveSource>;

export const Choices = v.object({
  on: v.optional(v.array(LiveSource), []),
  /** Where the newsroom's or library's archive is. */
  archive: v.optional(v.nullable(ArchiveSettings), null),
});
export type Choices = v.InferOutput<typeof Choices>;

const KEY = 'sources';
/** Each feed lies under a key of its own, so that a poll that ends never overwrites what the reader does meanwhile. */
const FEED = 'feed ';

/** The choices; stored values that do not parse count as not stored. */
export async function loadChoices(): Promise<Choices> {
  const stored = await browser.storage.local.get(KEY);
  const parsed = v.safeParse(Choices, stored[KEY] ?? {});
  return parsed.success ? parsed.output : v.parse(Choices, {});
}

/** Changes wait for each other, so that none overwrites what another has just written. */
let last: Promise<unknown> = Promise.resolve();

/** Changes some choices and keeps the rest. */
export function changeChoices(change: (choices: Choices) => Partial<Choices>): Promise<void> {
  const next = last.then(async () => {
    const choices = await loadChoices();
    await browser.storage.local.set({ [KEY]: { ...choices, ...change(choices) } });
  });
  last = next.catch(() => {});
  return next;
}

/** Turns a source on or off. */
export function turn(source: LiveSource, on: boolean): Promise<void> {
  return changeChoices((choices) => {
    const others = choices.on.filter((one) => one !== source);
    return { on: on ? [...others, source] : others };
  });
}

/** The feeds on the reader's list, by title; those that do not parse are left out. */
export async function loadFeeds(): Promise<FeedState[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored)
    .flatMap(([key, value]) => {
      const parsed = key.startsWith(FEED) ? v.safeParse(FeedState, value) : null;
      return parsed?.success ? [parsed.output] : [];
    })
    .sort((a, b) => (a.title ?? a.address).localeCompare(b.title ?? b.address));
}

/** Puts feeds on the list; those that are on it already keep what is known of them. */
export async function addFeeds(feeds: readonly FeedEntry[]): Promise<void> {
  const known = new Set((await loadFeeds()).map(({ address }) => address));
  const added = feeds.filter(({ address }) => !known.has(address));
  await browser.storage.local.set(Object.fromEntries(added.map(({ address, title }) => [FEED + address, newFeed(address, title)])));
}

export async function removeFeed(address: string): Promise<void> {
  await browser.storage.local.remove(FEED + address);
}

/** Keeps what a poll has learnt of a feed, unless the reader has removed it meanwhile. */
export async function keepFeed(state: FeedState): Promise<void> {
  const key = FEED + state.address;
  const stored = await browser.storage.local.get(key);
  if (key in stored) await browser.storage.local.set({ [key]: state });
}

/** Calls back whenever choices (`sources`) or the list of feeds (`feeds`) change, until the signal aborts. */
export function onChoicesChange(listener: (what: 'sources' | 'feeds') => void, signal?: AbortSignal): void {
  const onChanged = (changes: Record<string, unknown>) => {
    if (KEY in changes) listener('sources');
    if (Object.keys(changes).some((key) => key.startsWith(FEED))) listener('feeds');
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
}
