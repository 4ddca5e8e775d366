/** The reader's feeds, read every quarter of an hour while they are turned on; and the store, kept from growing for ever. */
import browser from 'webextension-polyfill';
import { keepFeed, loadChoices, loadFeeds, onChoicesChange } from '../reporting/choices.ts';
import { hasConsent } from '../reporting/consent.ts';
import { needsOfFeed, pollFeeds } from '../reporting/feeds.ts';
import { choicesHold, fetchWhileChosen } from './live.ts';
import { prune, reporting } from './reporting.ts';

const POLL = 'poll-feeds';
const PRUNE = 'prune-reports';
/** How often it is looked which feeds are due, and the store is pruned, in minutes. */
const LOOK = 15;
const PRUNING = 24 * 60;

/** Polls feeds by alarms, which outlive the worker, for as long as the reader wants. */
export function followFeeds(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === POLL) void poll();
    else if (name === PRUNE) void prune();
  });
  // A feed that was just added, or turned on, is not made to wait.
  onChoicesChange(() => void keepAlarms().then(poll));
  void keepAlarms();
}

/** Without feeds there is no alarm for them. */
async function keepAlarms(): Promise<void> {
  const { on } = await loadChoices();
  const wanted = on.includes('feeds') && (await loadFeeds()).length > 0;
  const alarm = await browser.alarms.get(POLL);
  if (wanted && alarm === undefined) browser.alarms.create(POLL, { periodInMinutes: LOOK });
  if (!wanted) await browser.alarms.clear(POLL);
  if ((await browser.alarms.get(PRUNE)) === undefined) browser.alarms.create(PRUNE, { periodInMinutes: PRUNING });
}

/** Feeds are never polled twice at a time; what is wanted during a poll is done after it. */
let isPolling = false;
let isWantedAgain = false;

async function poll(): Promise<void> {
  isWantedAgain = true;
  if (isPolling) return;
  isPolling = true;
  try {
    while (isWantedAgain) {
      isWantedAgain = false;
      await pollDue();
    }
  } catch (error) {
    console.error('Newsgloss could not read its feeds:', error);
  } finally {
    isPolling = false;
  }
}

async function pollDue(): Promise<void> {
  const isOn = async () => (await loadChoices()).on.includes('feeds');
  if (!(await isOn())) return;
  const hold = choicesHold();
  const due = await loadFeeds();
  if (due.length === 0) return;
  await pollFeeds(due, await reporting(), {
    fetch: fetchWhileChosen,
    now: Date.now,
    random: Math.random,
    allowed: async (address) => (await isOn()) && (await hasConsent(needsOfFeed(address))),
    // A poll that was broken off says nothing about its feed.
    keep: async (state) => {
      if (!hold.aborted) await keepFeed(state);
    },
  });
}
