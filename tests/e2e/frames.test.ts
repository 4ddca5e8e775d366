import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { eventually, useBrowser } from './reader.ts';
import { savedPages } from './site.ts';

const page = (frame: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Reader</title><p>Shown for you:</p>${frame}</html>`;

describe.each(browserNames)('frames in %s', (name) => {
  const { visit, openTab, openPage, site, network, extension } = useBrowser(name);

  test('an article in a frame from an allowed site is marked, and the popup tells of it', async () => {
    site().add('framed.html', page('<iframe src="wire-story.html" width="900" height="800"></iframe>'));
    const tab = await visit('framed.html');
    const frame = () => tab.page.frames().find((one) => one.url().endsWith('wire-story.html'));
    const marked = async () => (await frame()?.evaluate(() => CSS.highlights.size)) ?? 0;
    await eventually(marked, (size) => size > 0);
    expect(await tab.page.evaluate(() => CSS.highlights.size)).toBe(0);
    await openPage(`popup/index.html?tab=${tab.id}`, '15 mentions of 8 names');
    expect(tab.complaints).toEqual([]);
  });

  test('frames of other sites, and those without an address of their own, are not read', async () => {
    const story = '<article><h1>Nvidia</h1><p>Jensen Huang of Nvidia said on Friday that the H200 is on its way.</p></article>';
    site().add(
      'ads.html',
      page(`<iframe src="${site().plainUrl('wire-story.html')}"></iframe><iframe srcdoc="${story.replace(/"/g, '&quot;')}"></iframe>`),
    );
    const tab = await visit('ads.html');
    expect((await tab.report()).isArticle).toBe(false);
    // The page's own report comes after its frames have loaded: what was to be marked in them would be.
    await tab.page.waitForFunction(() => document.readyState === 'complete');
    for (const frame of tab.page.frames().slice(1)) expect(await frame.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  const monster = join(savedPages, 'monster-393-iframes-regiolanda.html');
  test.skipIf(!existsSync(monster))(
    'of a page with hundreds of frames, those that advertise are not even entered',
    async () => {
      const hosts = ['ads.test', 'banner.test'];
      for (const host of hosts)
        network().play(host, (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Buy Nvidia'));
      let count = 0;
      // Every fifth is filled, or the test would be about how fast the browser is.
      const fill = () => (count++ % 5 === 0 ? `<iframe src="http://${hosts[count % hosts.length]}/${count}" ` : '<iframe ');
      const html = readFileSync(monster, 'utf8').replace(/<iframe /g, fill);
      site().add('monster.html', html.replace(/<script[\s\S]*?<\/script>/g, ''));
      const tab = await openTab();
      await tab.page.bringToFront();
      await tab.open(site().url('monster.html'), 50_000);
      await tab.report();
      expect(count).toBe(393);
      await eventually(
        async () => network().asked.length,
        (asked) => asked >= 79,
        60_000,
      );
      expect(await extension().startedIn(tab.id)).toEqual([site().url('monster.html')]);
    },
    200_000,
  );
});
