/** Live sources as they answer on good and on bad days, and the settings with all of them turned on. */
import type { Page } from 'puppeteer-core';
import { type FeedState, newFeed } from '../src/reporting/sources/polling.ts';
import type { PlayedNetwork } from './playedNetwork.ts';

export const hosts = ['api.gdeltproject.org', 'news.google.com', 'archive.test', 'harbour.test', 'ministry.test', 'lost.test'] as const;

export function playSources(network: PlayedNetwork): void {
  const json = (host: string, value: (path: string) => object) =>
    network.play(host, (request, response) =>
      response
        .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' })
        .end(JSON.stringify(value(request.url ?? ''))),
    );
  json('www.federalregister.gov', () => ({
    results: [
      {
        title: 'Revision to License Review Policy for Advanced Computing Commodities',
        abstract: '',
        html_url: 'https://www.federalregister.gov/documents/2026/01/15/2026-00789/revision-to-license-review-policy',
        publication_date: '2026-01-15',
        type: 'Rule',
      },
      {
        title: 'Regulations and Procedures Technical Advisory Committee; Notice of Open Meeting',
        html_url: 'https://www.federalregister.gov/documents/2026/02/20/2026-03210/notice-of-open-meeting',
        publication_date: '2026-02-20',
        type: 'Notice',
      },
    ],
  }));
  for (const language of ['en', 'zh', 'ko', 'ja'])
    json(`${language}.wikipedia.org`, (path) =>
      path.startsWith('/w/api.php')
        ? { query: { search: [{ title: 'Hopper (microarchitecture)' }] } }
        : {
            type: 'standard',
            title: 'Hopper (microarchitecture)',
            lang: 'en',
            extract: 'Hopper is a graphics processing unit microarchitecture for data centres. It is used alongside the Grace processor.',
            content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/Hopper_(microarchitecture)' } },
          },
    );
  network.play('api.gdeltproject.org', (_, response) => response.writeHead(429, { 'retry-after': '60' }).end());
  network.play('news.google.com', (_, response) =>
    response.writeHead(200).end('<rss version="2.0"><channel><title>none</title></channel></rss>'),
  );
  json('archive.test', () => ({
    hits: {
      hits: [
        {
          _source: { url: 'https://paper.test/1', title: '海关暂停放行H200', source: '港口日报', published: '2026-01-14', language: 'zh' },
        },
        {
          _source: {
            url: 'https://paper.test/2',
            title: 'Customs hold on to accelerators',
            source: 'Harbour Post',
            published: '2026-03-02',
          },
        },
      ],
    },
  }));
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<{ sources: { on: string[] } }>; set(items: object): Promise<void> } };
};

/** Turns on every source, on the page of the settings, as a reader does. */
export async function turnEverythingOn(settings: Page): Promise<void> {
  await settings.evaluate((items) => chrome.storage.local.set(items), feedsOn());
  await settings.waitForSelector('.feed');
  for (let on = 1; ; on++) {
    // By a clock: pages that are not in front draw no frames.
    await settings.waitForFunction(areOn, { polling: 50 }, on);
    const input = await settings.$('.source > .switch input:not(:checked)');
    if (input === null) break;
    await input.click();
  }
  // A box is checked before the page has heard of it; what the last source asks for is drawn after.
  await settings.waitForSelector('form.archive');
}

/** Runs on the page: whether this many sources are on, and shown to be. */
async function areOn(count: number): Promise<boolean> {
  const { sources } = await chrome.storage.local.get('sources');
  return sources.on.length === count && document.querySelectorAll('.source > .switch input:checked').length === count;
}

/** Turns every source off. */
export function turnEverythingOff(settings: Page): Promise<void> {
  return settings.evaluate(() => chrome.storage.local.set({ sources: { on: [] } }));
}

/** What is stored when feeds are on, and feeds are in each state in which a feed can be. */
function feedsOn(): Record<string, object> {
  const now = Date.now();
  // Far off, so that none is asked while it is looked at.
  const nextAt = now + 3 * 3_600_000;
  const feeds: FeedState[] = [
    { ...newFeed('https://harbour.test/rss.xml', 'Harbour Post: Technology'), goodAt: now - 600_000 },
    { ...newFeed('https://ministry.test/news.atom', 'Ministry of Trade'), goodAt: now - 86_400_000, fault: 'slow', failures: 3 },
    newFeed('https://lost.test/feed'),
    newFeed('https://withheld.test/feed.json', 'A feed from a list'),
  ];
  return {
    sources: {
      on: ['feeds'],
      archive: {
        address: 'https://archive.test',
        index: 'news',
        header: null,
        fields: { url: 'url', title: 'title', summary: null, outlet: 'source', published: 'published', language: 'language' },
      },
    },
    ...Object.fromEntries(feeds.map((feed) => [`feed ${feed.address}`, { ...feed, nextAt }])),
  };
}
