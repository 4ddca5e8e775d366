/** Live sources, as a reader meets them: off until turned on, asked by a click, and quiet again once turned off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { buttonOn, eventually, openCard, still, textOf, useBrowser, type Visit } from './reader.ts';

const REGISTER = 'www.federalregister.gov';
const WIKIPEDIA = 'en.wikipedia.org';
const GDELT = 'api.gdeltproject.org';
const NEWS = 'news.google.com';
const FEEDS = 'feeds.test';
const PLAIN_FEEDS = 'plain-feeds.test';
const ARCHIVE = 'archive.test';
const hosts = [REGISTER, WIKIPEDIA, GDELT, NEWS, FEEDS, PLAIN_FEEDS, ARCHIVE];
/** What the extension asks answers any page. */
const open = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };

describe.each(browserNames)('live sources in %s', (name) => {
  const { visit, openPage, network } = useBrowser(name, {
    granted: [...[GDELT, NEWS, FEEDS, ARCHIVE].map((host) => `https://${host}/*`), `http://${PLAIN_FEEDS}/*`],
  });
  /** All that left the browser, but for what browsers ask their makers. */
  const asked = () =>
    network().asked.filter(
      (line) => !/[/ ](?:(?:clients\d|accounts)\.google\.com|[\w.-]+\.(?:googleapis|mozilla)\.(?:com|net|org))[:/]/.test(line),
    );

  beforeAll(() => {
    for (const host of hosts) network().play(host, (_, response) => void response.writeHead(404).end());
  });

  /** The settings, with the switch of this label turned. */
  async function turn(label: string): Promise<Page> {
    const options = await openPage('options/index.html', 'Live sources');
    await flip(options, label);
    return options;
  }

  /** Opens the card of an entity on the page, by the page's own panel command. */
  async function cardOf(tab: Visit, entity: string) {
    await tab.page.bringToFront();
    const { mentions } = await tab.report();
    await tab.show(
      mentions.findIndex((mention) => mention.entity === entity),
      true,
    );
    return openCard(tab);
  }

  const cardShows = (tab: Visit, text: string) => eventually(tab.card, (card) => card?.text.includes(text) ?? false);

  test('nothing goes out, and nothing offers to, before one is turned on', async () => {
    const tab = await visit('wire-story.html');
    const card = await cardOf(tab, 'bis');
    expect(card.buttons.filter((button) => button.startsWith('Ask '))).toEqual([]);
    await openPage(`panel/index.html?tab=${tab.id}`, 'Names in this article');
    const options = await openPage('options/index.html', 'Live sources');
    expect(await options.$$eval('section[aria-label="Live sources"] input:checked', (all) => all.length)).toBe(0);
    expect(asked()).toEqual([]);
  });

  test('the Federal Register is asked by a click, for the name alone, until it is turned off', async () => {
    network().play(
      REGISTER,
      (_, response) =>
        void response.writeHead(200, open).end(
          JSON.stringify({
            results: [
              {
                title: 'Revision to License Review Policy for Advanced Computing Commodities',
                abstract: 'BIS amends its policy.',
                html_url: 'https://www.federalregister.gov/documents/2026/01/15/2026-00789/revision',
                publication_date: '2026-01-15',
                type: 'Rule',
              },
            ],
          }),
        ),
    );
    const options = await turn('Federal Register');
    const tab = await visit('wire-story.html');
    await cardOf(tab, 'bis');
    expect(network().askedOf(REGISTER)).toEqual([]);
    await tab.press('Ask Federal Register');
    const card = await cardShows(tab, 'Federal Register: 1 found');
    expect(card?.links).toContainEqual({
      text: 'Revision to License Review Policy for Advanced Computing Commodities',
      href: 'https://www.federalregister.gov/documents/2026/01/15/2026-00789/revision',
    });
    const requests = network().askedOf(REGISTER);
    expect(requests).toHaveLength(2);
    for (const request of requests) expect(request).toMatch(/conditions\[agencies\]\[\]=industry-and-security-bureau&fields/);

    // The card that is still open may ask no more.
    await options.bringToFront();
    await flip(options, 'Federal Register');
    await tab.page.bringToFront();
    await tab.press('Ask Federal Register');
    await cardShows(tab, 'access is refused');
    expect((await cardOf(await visit('wire-story.html'), 'nvidia')).buttons.filter((button) => button.startsWith('Ask '))).toEqual([]);
    expect(network().askedOf(REGISTER)).toHaveLength(2);
  });

  test('Wikipedia answers with background, in the language of the reader', async () => {
    network().play(
      WIKIPEDIA,
      (request, response) =>
        void response.writeHead(200, open).end(
          JSON.stringify(
            request.url?.startsWith('/w/api.php')
              ? { query: { search: [{ title: 'Bureau of Industry and Security' }] } }
              : {
                  type: 'standard',
                  title: 'Bureau of Industry and Security',
                  lang: 'en',
                  extract: 'The bureau is an agency of the <b>Commerce</b> department.',
                  content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/Bureau_of_Industry_and_Security' } },
                },
          ),
        ),
    );
    await turn('Wikipedia');
    const tab = await visit('wire-story.html');
    await cardOf(tab, 'bis');
    await tab.press('Ask Wikipedia');
    await cardShows(tab, 'The bureau is an agency of the Commerce department.');
    expect(
      network()
        .askedOf(WIKIPEDIA)
        .every((line) => line.includes('Bureau')),
    ).toBe(true);
    await turn('Wikipedia');
  });

  test('a search that fails says so and leaves a link; what it answers is text, and only pages can be opened', async () => {
    network().play(GDELT, (_, response) => void response.writeHead(429, { 'retry-after': '0' }).end());
    await turn('GDELT news search');
    const tab = await visit('wire-story.html');
    await cardOf(tab, 'bis');
    await tab.press('Ask GDELT news search');
    const failed = await cardShows(tab, 'GDELT news search: it asks for fewer requests');
    expect(failed?.links.find(({ text }) => text === 'Search there yourself')?.href).toMatch(/^https:\/\/api\.gdeltproject\.org\//);

    const article = (url: string, title: string) => ({
      url,
      title,
      seendate: '20260114T093000Z',
      domain: 'a.example',
      language: 'English',
    });
    const articles = [
      article('javascript:alert(1)', 'A link that opens no page'),
      article('https://a.example/1', 'Bureau <img src=x onerror=alert(1)> writes 3 < 4 &amp; stops'),
    ];
    network().play(GDELT, (_, response) => void response.writeHead(200, open).end(JSON.stringify({ articles })));
    await tab.press('Ask GDELT news search');
    const card = await cardShows(tab, 'GDELT news search: 1 found');
    expect(card?.links).toContainEqual({ text: 'Bureau writes 3 < 4 & stops', href: 'https://a.example/1' });
    expect(card?.links.filter(({ href }) => !/^https?:/.test(href))).toEqual([]);
    expect(tab.complaints).toEqual([]);
    await turn('GDELT news search');
  });

  test('turning off breaks off what is under way', async () => {
    let brokenOff = false;
    network().play(
      GDELT,
      (_, response) =>
        void response.on('close', () => {
          brokenOff = !response.writableEnded;
        }),
    );
    const before = network().askedOf(GDELT).length;
    await turn('GDELT news search');
    const tab = await visit('wire-story.html');
    await cardOf(tab, 'nvidia');
    await tab.press('Ask GDELT news search');
    await eventually(
      async () => network().askedOf(GDELT).length,
      (count) => count > before,
    );
    expect(brokenOff).toBe(false);
    await turn('GDELT news search');
    await eventually(
      async () => brokenOff,
      (broken) => broken,
    );
    await tab.page.bringToFront();
    await cardShows(tab, 'GDELT news search: access is refused');
  });

  test('the panel asks about the article as a whole', async () => {
    network().play(
      NEWS,
      (_, response) => void response.writeHead(200).end('<rss version="2.0"><channel><title>none</title></channel></rss>'),
    );
    await turn('Google News');
    const tab = await visit('wire-story.html');
    await tab.report();
    const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Ask live sources');
    await (await buttonOn(panel, 'Ask Google News')).click();
    await shows(panel, 'Google News has nothing on this.');
    const [request] = network().askedOf(NEWS);
    expect(request?.match(/"[^"]+"/g)).toHaveLength(3);
    await turn('Google News');
  });

  test.runIf(name === 'firefox')('what goes out is agreed to as data, and no longer once all are off', async () => {
    const options = await openPage('options/index.html', 'Live sources');
    const agreed = () => options.evaluate(async () => (await chrome.permissions.getAll()).data_collection ?? []);
    expect(await agreed()).toEqual([]);
    for (const label of ['Federal Register', 'Google News']) await flip(options, label);
    expect(await agreed()).toEqual(['searchTerms']);
    await flip(options, 'Federal Register');
    expect(await agreed()).toEqual(['searchTerms']);
    await flip(options, 'Google News');
    await eventually(agreed, (data) => data.length === 0);
  });

  test('what the browser refuses stays off, with the reason', async () => {
    const options = await openPage('options/index.html', 'Live sources');
    // Outside of a click, browsers refuse in the reader's place.
    const input = await switchOn(options, 'Your archive');
    await input.click();
    await fillArchive(options, { 'Address of the server': 'https://elsewhere.test', Index: 'news' });
    await options.evaluate(
      () =>
        new Promise<void>((done) => {
          const press = () => {
            if (navigator.userActivation.isActive) return;
            clearInterval(waiting);
            document.querySelector<HTMLButtonElement>('form.archive button')?.click();
            done();
          };
          const waiting = setInterval(press, 50);
        }),
    );
    await shows(options, 'The browser was not allowed to ask it, so it stays off.');
    expect(network().asked.filter((line) => line.includes('elsewhere.test'))).toEqual([]);
  });

  test('an archive is asked once it is told where it is, and by its own fields', async () => {
    const bodies: { key: string | undefined; body: string }[] = [];
    network().play(ARCHIVE, (request, response, body) => {
      bodies.push({ key: request.headers.authorization, body });
      const found = { link: 'https://paper.example/7', head: 'Bureau halts export licences', paper: 'The Paper', day: '2026-01-10' };
      response.writeHead(200, open).end(JSON.stringify({ hits: { hits: [{ _source: found }] } }));
    });
    const options = await openPage('options/index.html', 'Live sources');
    // It is on once it is told where it is.
    await (await switchOn(options, 'Your archive')).click();
    await fillArchive(options, { 'Address of the server': `https://${ARCHIVE}`, Index: 'not an index' });
    await (await buttonOn(options, 'Save')).click();
    await shows(options, 'Not saved. Please check: Index');
    await eventually(
      () => options.evaluate(() => (document.activeElement as HTMLInputElement).name),
      (field) => field === 'index',
    );
    await fillArchive(options, {
      Index: 'news',
      'Header for access': 'Authorization: ApiKey k',
      'Address of': `https://${ARCHIVE}`,
      Title: 'head',
      Outlet: 'paper',
      Date: 'day',
    });
    await options.$eval('form.archive [name=url]', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await options.type('form.archive [name=url]', 'link');
    await (await buttonOn(options, 'Save')).click();
    await eventually(
      () => stateOf(options, 'Your archive'),
      (state) => state === 'on',
    );
    const tab = await visit('wire-story.html');
    const { title } = await tab.report();
    await cardOf(tab, 'bis');
    await tab.press('Ask Your archive');
    const card = await cardShows(tab, 'Your archive: 1 found');
    expect(card?.links).toContainEqual({ text: 'Bureau halts export licences', href: 'https://paper.example/7' });
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.key).toBe('ApiKey k');
    expect(bodies[0]?.body).toContain(JSON.stringify(title));
    await options.bringToFront();
    await flip(options, 'Your archive');
  });

  describe('feeds', () => {
    const address = `https://${FEEDS}/news.xml`;
    const item = (title: string, day: string, link: string) =>
      `<item><title>${title}</title><link>${link}</link><pubDate>${new Date(day).toUTCString()}</pubDate></item>`;
    const feed = (...items: string[]) => `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`;
    const polls = () => network().askedOf(FEEDS);

    test('are read with what the host gave to know its answer by, and their reports come up in cards', async () => {
      const tags: (string | undefined)[] = [];
      network().play(FEEDS, (request, response) => {
        tags.push(request.headers['if-none-match'] as string | undefined);
        if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
        else
          response
            .writeHead(200, { etag: '"v1"', 'content-type': 'application/rss+xml' })
            .end(
              feed(
                item('Bureau of Industry and Security lets the H200 wait', '2026-01-20', 'https://harbour.example/h200'),
                item(
                  '&lt;img src=x onerror=alert(1)&gt;Bureau of Industry and Security &amp;lt;b&amp;gt;holds&amp;lt;/b&amp;gt; an H200 hearing',
                  '2026-01-21',
                  'https://harbour.example/hearing',
                ),
                item('Bureau of Industry and Security licenses an H200 order', '2026-01-21', 'javascript:alert(1)'),
              ),
            );
      });
      const options = await turn('News feeds');
      expect(polls()).toEqual([]);
      const field = await still(() => options.$('input[type=url]'));
      await field.type('feeds.test');
      await (await buttonOn(options, 'Add')).click();
      await shows(options, 'must begin with http:// or https://');
      await field.evaluate((input) => (input as HTMLInputElement).select());
      await field.type(address);
      await (await buttonOn(options, 'Add')).click();
      await shows(options, 'Harbour Post');
      await shows(options, /last read/i);
      expect(tags).toEqual([undefined]);

      await due(options, address);
      await eventually(
        async () => tags.length,
        (count) => count === 2,
      );
      expect(tags).toEqual([undefined, '"v1"']);
      const tab = await visit('wire-story.html');
      const { links } = await cardOf(tab, 'bis');
      expect(links).toContainEqual({ text: 'Bureau of Industry and Security lets the H200 wait', href: 'https://harbour.example/h200' });
      expect(links).toContainEqual({
        text: 'Bureau of Industry and Security holds an H200 hearing',
        href: 'https://harbour.example/hearing',
      });
      expect(links.filter(({ href }) => !/^(?:https?|moz-extension|chrome-extension):/.test(href))).toEqual([]);
      expect(tab.complaints).toEqual([]);
    });

    test('say what is wrong with them, and when they are tried again', async () => {
      const options = await openPage('options/index.html', 'Harbour Post');
      const states: [number, string, RegExp][] = [
        [429, '', /it asks for fewer requests\..* Next try: /i],
        [200, '<html>maintenance</html>', /its answer cannot be read\. Next try: /i],
        [403, '', /access is refused\. Next try: /i],
        [410, '', /there is nothing at this address any more\. Next try: /i],
      ];
      for (const [status, body, words] of states) {
        network().play(FEEDS, (_, response) => void response.writeHead(status).end(body));
        await due(options, address);
        await shows(options, words);
        await shows(options, /last read/i);
      }
    });

    test('may be served over plain http', async () => {
      network().play(PLAIN_FEEDS, (_, response) => void response.writeHead(200).end(feed(item('A ship has come in', '2026-01-20', '/1'))));
      const options = await openPage('options/index.html', 'Harbour Post');
      await (await still(() => options.$('input[type=url]'))).type(`http://${PLAIN_FEEDS}/feed`);
      await (await buttonOn(options, 'Add')).click();
      await eventually(
        async () => network().askedOf(PLAIN_FEEDS),
        (lines) => lines.length > 0,
      );
      expect(network().askedOf(PLAIN_FEEDS)).toEqual([`GET http://${PLAIN_FEEDS}/feed`]);
      await (await buttonOn(options, 'Remove: Harbour Post')).click();
      await eventually(
        () => textOf(options),
        (text) => !text.includes('Remove: Harbour'),
      );
    });

    test('come from lists of other readers', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'newsgloss-opml-'));
      const file = (file: string, text: string) => {
        writeFileSync(join(folder, file), text);
        return join(folder, file);
      };
      const options = await openPage('options/index.html', 'Harbour Post');
      const chooser = (await still(() => options.$('input[type=file]'))) as ElementHandle<HTMLInputElement>;
      await chooser.uploadFile(file('no.opml', '<html></html>'));
      await shows(options, 'There is no list of feeds (OPML) in this file.');
      await chooser.uploadFile(
        file('list.opml', '<opml version="2.0"><body><outline text="Elsewhere" xmlUrl="https://elsewhere.test/rss"/></body></opml>'),
      );
      await shows(options, 'Added from the file: 1 feeds.');
      await shows(options, 'Feeds that the browser may not read yet: 1.');
      await shows(options, /the browser does not allow it to be read/i);
      await (await buttonOn(options, 'Remove: Elsewhere')).click();
      await eventually(
        () => textOf(options),
        (text) => !text.includes('Elsewhere'),
      );
      expect(network().asked.filter((line) => line.includes('elsewhere.test'))).toEqual([]);
      rmSync(folder, { recursive: true });
    });

    test('are left alone once they are turned off', async () => {
      const options = await turn('News feeds');
      const before = polls().length;
      await due(options, address);
      // The background has heard of it by the time it answers this.
      await keptBy(options);
      await cardOf(await visit('wire-story.html'), 'h200');
      expect(polls()).toHaveLength(before);
    });
  });

  test('what was read comes back, where the reader wants that, and is forgotten when asked', async () => {
    const options = await turn('What I have read');
    await (await visit('wire-story.html')).report();
    await eventually(
      () => keptBy(options),
      ({ read }) => read === 1,
    );
    const tab = await visit('wire-story.zh-hans.html');
    await tab.report();
    await openPage(`panel/index.html?tab=${tab.id}`, 'you read this on');
    const later = await turn('What I have read');
    await (await buttonOn(later, 'Forget what I read')).click();
    await shows(later, 'What you read is forgotten.');
    expect(await keptBy(later)).toMatchObject({ read: 0 });
    expect(await textOf(await openPage(`panel/index.html?tab=${tab.id}`, 'Related reporting'))).not.toContain('you read this on');
  });

  test('hosts of sources are no sites: their pages are left alone', async () => {
    const options = await openPage('options/index.html', 'Allowed by you');
    const sites = await eventually(
      () => options.$$eval('.rows span', (all) => all.map((site) => site.textContent)),
      (found) => found.length > 1,
    );
    expect(sites.filter((site) => hosts.some((host) => site?.includes(host)))).toEqual([]);
  });
});

/** The checkbox whose label begins with a text, ready to be clicked. */
function switchOn(page: Page, label: string): Promise<ElementHandle> {
  return still(() =>
    page.evaluateHandle(
      (wanted: string) =>
        [...document.querySelectorAll('label.switch')].find((one) => one.textContent?.startsWith(wanted))?.querySelector('input'),
      label,
    ),
  );
}

/** What each switch is kept as; the last is a setting, the others are sources. */
const keptAs: Record<string, string> = {
  'Federal Register': 'federal-register',
  Wikipedia: 'wikipedia',
  'GDELT news search': 'gdelt',
  'Google News': 'google-news',
  'Your archive': 'archive',
  'News feeds': 'feeds',
  'What I have read': 'reading',
};

/** Whether a source is on: a box is checked before the browser has agreed and the choice is kept, which counts as turning. */
async function stateOf(page: Page, label: string): Promise<'on' | 'off' | 'turning'> {
  const isChecked = await (await switchOn(page, label)).evaluate((input) => (input as HTMLInputElement).checked);
  const isKept = await page.evaluate(async (name: string) => {
    const { sources, settings } = await chrome.storage.local.get(['sources', 'settings']);
    return name === 'reading' ? settings?.reading === true : sources?.on?.includes(name) === true;
  }, keptAs[label] ?? '');
  return isChecked !== isKept ? 'turning' : isKept ? 'on' : 'off';
}

/** Clicks a switch, and resolves once its choice is kept. */
async function flip(page: Page, label: string): Promise<void> {
  const before = await stateOf(page, label);
  await (await switchOn(page, label)).click();
  await eventually(
    () => stateOf(page, label),
    (state) => state === (before === 'on' ? 'off' : 'on'),
  );
}

/** Resolves once a page shows a text. */
async function shows(page: Page, text: string | RegExp): Promise<void> {
  await eventually(
    () => textOf(page),
    (shown) => (typeof text === 'string' ? shown.includes(text) : text.test(shown)),
  );
}

/** Types into the fields of the archive's form, found by how their labels begin. */
async function fillArchive(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const input = await still(() =>
      page.evaluateHandle(
        (wanted: string) =>
          [...document.querySelectorAll('form.archive label')].find((one) => one.textContent?.startsWith(wanted))?.querySelector('input'),
        label,
      ),
    );
    await input.evaluate((element) => (element as HTMLInputElement).select());
    await input.type(value);
  }
}

declare const chrome: {
  permissions: { getAll(): Promise<{ data_collection?: string[] }> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: {
    local: {
      get(key: string): Promise<Record<string, object>>;
      get(keys: ['sources', 'settings']): Promise<{ sources?: { on?: string[] }; settings?: { reading?: boolean } }>;
      set(items: object): Promise<void>;
    };
  };
};

/** What the background counts as kept. */
async function keptBy(page: Page): Promise<{ reports: number; read: number }> {
  const answer = await page.evaluate(() => chrome.runtime.sendMessage({ to: 'background', name: 'kept', arguments: [] }));
  return (answer as { value: { reports: number; read: number } }).value;
}

/** Lets the time come at which a feed is asked again. */
async function due(page: Page, address: string): Promise<void> {
  await page.evaluate(async (key: string) => {
    const { [key]: feed } = await chrome.storage.local.get(key);
    await chrome.storage.local.set({ [key]: { ...feed, nextAt: 0 } });
  }, `feed ${address}`);
}
