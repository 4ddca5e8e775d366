/** What is left alone, and says so: paper, other views of the browser, its own pages, and sites that nobody allowed. */
import { inflateSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { type BrowserName, browserNames } from '../../scripts/browsers.mjs';
import { buttonOn, eventually, openCard, painted, textOf, useBrowser } from './reader.ts';

declare const chrome: { permissions: { request(wanted: { origins: string[] }): Promise<boolean> } };

const NOWHERE = 'Browser pages cannot be read by extensions.';
const NO_PAGE = 'Nothing can be marked here';

/** The smallest file that viewers take for a paper with one page. */
const paper = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** A page as it is printed: in Firefox what is drawn on its paper, in Chrome, which writes marked words apart from others, how it looks. */
async function printOf(page: Page, name: BrowserName): Promise<string> {
  if (name === 'chrome') {
    await page.emulateMediaType('print');
    const picture = await page.screenshot({ fullPage: true, encoding: 'base64' });
    await page.emulateMediaType('screen');
    return picture;
  }
  const file = Buffer.from(await page.pdf({ printBackground: true })).toString('latin1');
  const streams = [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream]) => {
    try {
      return inflateSync(Buffer.from(stream as string, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return streams.filter((stream) => /\bBT\b[\s\S]*\bET\b/.test(stream)).join('\n');
}

describe.each(browserNames)('in %s', (name) => {
  const { visit, openPage, openTab, site, extension } = useBrowser(name);

  test('an article is printed as it would be without us, with a card open too', async () => {
    const plain = await visit(site().plainUrl('wire-story.html'));
    const wanted = await printOf(plain.page, name);
    expect(wanted.length).toBeGreaterThan(1000);
    const tab = await visit('wire-story.html');
    await tab.report();
    expect(Object.keys(await painted(tab.page))).not.toEqual([]);
    expect((await printOf(tab.page, name)) === wanted).toBe(true);
    await tab.show(0, true);
    await openCard(tab);
    expect((await printOf(tab.page, name)) === wanted).toBe(true);
    expect((await openCard(tab)).text).toContain('H200');
  });

  test('a PDF file is left alone with a word', async () => {
    site().add('paper.pdf', paper);
    const tab = await openTab();
    // Viewers take the navigation over.
    await tab.open(site().url('paper.pdf')).catch(() => undefined);
    await openPage(`popup/index.html?tab=${tab.id}`, NO_PAGE);
  });

  test.each([name === 'chrome' ? 'chrome://version' : 'about:support', 'about:blank'])('%s is left alone with a word', async (address) => {
    const tab = await openTab();
    tab.page.goto(address).catch(() => undefined);
    await openPage(`popup/index.html?tab=${tab.id}`, NOWHERE);
  });

  test('a page’s source is left alone with a word', async () => {
    const tab = await openTab();
    await tab.page.goto(`view-source:${site().url('wire-story.html')}`);
    const popup = await openPage(`popup/index.html?tab=${tab.id}`, NOWHERE);
    expect(await textOf(popup)).not.toContain('Mark this page now');
  });

  test.skipIf(name === 'chrome')('the reader view of an article is left alone with a word', async () => {
    const tab = await openTab();
    tab.page.goto(`about:reader?url=${encodeURIComponent(site().url('h200-licences.html'))}`).catch(() => undefined);
    await eventually(
      async () => tab.page.url(),
      (address) => address.startsWith('about:reader'),
    );
    await openPage(`popup/index.html?tab=${tab.id}`, NOWHERE);
  });

  // Chrome's question cannot be answered from here.
  test.skipIf(name === 'chrome')('all sites are marked once the reader allows them, until the reader does not', async () => {
    const address = site().plainUrl('wire-story.html');
    const tab = await visit(address);
    expect(await painted(tab.page)).toEqual({});
    // What the popup's button asks; the popup itself only knows the address of a page from whose tab it was opened.
    const popup = await openPage(`popup/index.html?tab=${tab.id}`, 'Newsgloss');
    await popup.evaluate(() => addEventListener('click', () => void chrome.permissions.request({ origins: ['*://*/*'] }), { once: true }));
    await popup.click('h1');
    const isMarked = async () => Object.keys(await painted(tab.page)).length > 0;
    await eventually(extension().registeredSites, (sites) => sites.includes('*://*/*'));
    await tab.open(address);
    await eventually(isMarked, (is) => is);

    const options = await openPage('options/index.html', 'All sites');
    await (await buttonOn(options, 'Remove: All sites')).click();
    await eventually(extension().registeredSites, (sites) => !sites.includes('*://*/*'));
    await eventually(
      () => textOf(options),
      (text) => !text.includes('All sites'),
    );
    await tab.open(address);
    // Where the script runs it answers.
    await expect(tab.report(3_000)).rejects.toThrow('Receiving end does not exist');
    expect(await isMarked()).toBe(false);
  });
});
