/** The live sources and feeds as they are, whoever changes them, and what the browser lets be read. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type Choices, type LiveSource, loadChoices, loadFeeds, onChoicesChange } from '../../reporting/choices.ts';
import { hasConsent, type Needs } from '../../reporting/consent.ts';
import { needsOfFeed } from '../../reporting/feeds.ts';
import type { FeedState } from '../../reporting/sources/polling.ts';
import { needsOf } from './needs.ts';

export interface LiveChoices {
  choices: Choices;
  /** The sources that are chosen and may be asked; a single feed may still be withheld. */
  on: readonly LiveSource[];
  feeds: readonly FeedState[];
  /** Addresses of feeds whose hosts the browser does not let be read. */
  withheld: ReadonlySet<string>;
}

/** The choices as they are; `first` until they change. */
export function useChoices(first: LiveChoices): LiveChoices {
  const [known, setKnown] = useState(first);
  useEffect(() => {
    const closing = new AbortController();
    let asked = 0;
    const read = async () => {
      const mine = ++asked;
      const next = await readChoices();
      if (mine === asked && !closing.signal.aborted) setKnown(next);
    };
    const onChange = () => void read();
    onChoicesChange(onChange, closing.signal);
    browser.permissions.onAdded.addListener(onChange);
    browser.permissions.onRemoved.addListener(onChange);
    // What has changed since the page was opened was told to nobody.
    void read();
    return () => {
      closing.abort();
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, []);
  return known;
}

export async function readChoices(): Promise<LiveChoices> {
  const [choices, feeds] = await Promise.all([loadChoices(), loadFeeds()]);
  const on = await allowed(choices.on, (source) => needsOf(source, choices.archive, []));
  const read = await allowed(feeds, ({ address }) => needsOfFeed(address));
  return { choices, on, feeds, withheld: new Set(feeds.filter((feed) => !read.includes(feed)).map(({ address }) => address)) };
}

/** Those of some things for which the browser allows what they need. */
async function allowed<Thing>(things: readonly Thing[], needs: (thing: Thing) => Needs): Promise<Thing[]> {
  const may = await Promise.all(things.map((thing) => hasConsent(needs(thing))));
  return things.filter((_, index) => may[index]);
}
