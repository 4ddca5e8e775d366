/** The live sources and feeds as they are, whoever changes them, and what the browser lets be read. */
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { type Choices, loadChoices, loadFeeds, onChoicesChange } from '../../reporting/choices.ts';
import { hasConsent } from '../../reporting/consent.ts';
import { needsOfFeed } from '../../reporting/feeds.ts';
import type { FeedState } from '../../reporting/sources/polling.ts';

export interface LiveChoices {
  choices: Choices;
  feeds: readonly FeedState[];
  /** Addresses of feeds whose hosts the browser does not let be read. */
  withheld: ReadonlySet<string>;
}

/** Null until they are read. */
export function useChoices(): LiveChoices | null {
  const [known, setKnown] = useState<LiveChoices | null>(null);
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
    void read();
    return () => {
      closing.abort();
      browser.permissions.onAdded.removeListener(onChange);
      browser.permissions.onRemoved.removeListener(onChange);
    };
  }, []);
  return known;
}

async function readChoices(): Promise<LiveChoices> {
  const [choices, feeds] = await Promise.all([loadChoices(), loadFeeds()]);
  const may = await Promise.all(feeds.map(({ address }) => hasConsent(needsOfFeed(address))));
  return { choices, feeds, withheld: new Set(feeds.filter((_, index) => !may[index]).map(({ address }) => address)) };
}
