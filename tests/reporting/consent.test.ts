import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askConsent, giveAllBack, giveBack, hasConsent } from '../../src/reporting/consent.ts';
import { networkSources } from '../../src/reporting/sources/sources.ts';

interface Permissions {
  origins?: string[];
  data_collection?: string[];
}

/** A browser's permissions, granted and given back as it does. */
const browser = vi.hoisted(() => {
  const granted = { origins: new Set<string>(), data: new Set<string>() };
  const state = { isFirefox: false, answer: true as boolean | Error, granted, requests: [] as Permissions[] };
  const each = ({ origins = [], data_collection = [] }: Permissions, does: (kind: Set<string>, value: string) => unknown) =>
    [...origins.map((one) => does(granted.origins, one)), ...data_collection.map((one) => does(granted.data, one))].every(Boolean);
  return {
    state,
    runtime: {
      getManifest: () =>
        state.isFirefox ? { browser_specific_settings: { gecko: { data_collection_permissions: { optional: ['searchTerms'] } } } } : {},
    },
    permissions: {
      request: async (wanted: Permissions) => {
        state.requests.push(wanted);
        if (state.answer instanceof Error) throw state.answer;
        if (state.answer) each(wanted, (kind, value) => kind.add(value));
        return state.answer;
      },
      contains: async (wanted: Permissions) => each(wanted, (kind, value) => kind.has(value)),
      remove: async (given: Permissions) => each(given, (kind, value) => kind.delete(value)),
      getAll: async () => ({ origins: [...granted.origins] }),
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

const settings = {
  address: 'https://archive.example',
  index: 'news',
  header: null,
  fields: { url: 'url', title: 'title', summary: null, outlet: null, published: null, language: null },
};
const sources = networkSources({ fetch, now: Date.now, archive: settings });
const source = (id: string) => sources.find((one) => one.id === id) as (typeof sources)[number];

beforeEach(() => {
  browser.state.granted.origins.clear();
  browser.state.granted.data.clear();
  Object.assign(browser.state, { isFirefox: false, answer: true, requests: [] });
});

describe('consent', () => {
  it('is asked for just the hosts that a source asks', async () => {
    expect(await hasConsent(source('gdelt'))).toBe(false);
    expect(await askConsent(source('gdelt'))).toBe(true);
    expect(browser.state.requests).toEqual([{ origins: ['https://api.gdeltproject.org/*'] }]);
    expect(await hasConsent(source('gdelt'))).toBe(true);
    expect(await hasConsent(source('google-news'))).toBe(false);
  });

  it('is not asked where nothing is needed', async () => {
    expect(await askConsent(source('federal-register'))).toBe(true);
    expect(browser.state.requests).toEqual([]);
  });

  it.each([
    ['federal-register', ['searchTerms']],
    ['wikipedia', ['searchTerms']],
    ['gdelt', ['searchTerms']],
    ['google-news', ['searchTerms']],
    ['archive', ['searchTerms', 'websiteContent']],
  ])('is asked for what goes out to %s, in Firefox', async (id, data) => {
    browser.state.isFirefox = true;
    expect(await hasConsent(source(id))).toBe(false);
    await askConsent(source(id));
    expect(browser.state.requests).toMatchObject([{ data_collection: data }]);
    expect(await hasConsent(source(id))).toBe(true);
  });

  it.each([false, new Error('not in a click')])('that is refused is none: %s', async (answer) => {
    browser.state.answer = answer;
    expect(await askConsent(source('gdelt'))).toBe(false);
    expect(await hasConsent(source('gdelt'))).toBe(false);
  });

  it('is given back, but for what others still need', async () => {
    browser.state.isFirefox = true;
    for (const id of ['gdelt', 'archive']) await askConsent(source(id));
    await giveBack(source('archive'), [source('gdelt')]);
    expect(await hasConsent(source('gdelt'))).toBe(true);
    expect([...browser.state.granted.data]).toEqual(['searchTerms']);
    await giveBack(source('gdelt'), []);
    expect([...browser.state.granted.origins, ...browser.state.granted.data]).toEqual([]);
  });

  it('is given back as a whole, but for sites on which pages are read', async () => {
    await askConsent({ origins: ['https://feeds.example/*', '*://paper.example/*'], sends: 'nothing' });
    await giveAllBack();
    expect([...browser.state.granted.origins]).toEqual(['*://paper.example/*']);
  });
});

describe.each(['en', 'zh_CN', 'zh_TW', 'ko', 'ja'])('the sentence of a source in %s', (locale) => {
  const messages = JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8')) as Record<string, { message: string }>;

  it.each([
    ['sendsFederalRegister', 'federalregister.gov'],
    ['sendsGdelt', 'api.gdeltproject.org'],
    ['sendsGoogleNews', 'news.google.com'],
  ])('%s says to whom it goes', (key, host) => {
    expect(messages[key]?.message).toContain(host);
  });
});
