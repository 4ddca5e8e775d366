import { afterEach, describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { buttonOn, eventually, noCard, openCard, painted, still, textOf, useBrowser } from './reader.ts';

describe.each(browserNames)('the pages in %s', (name) => {
  const { visit, extension, openPage } = useBrowser(name);

  afterEach(() => extension().choose(null));

  describe('the panel', () => {
    test('lists every name of the article with its places, and goes there', async () => {
      const tab = await visit('wire-story.html');
      const { mentions } = await tab.report();
      const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Names in this article');
      const text = await textOf(panel);
      for (const entity of new Set(mentions.map((mention) => mention.name))) expect(text).toContain(entity);
      expect(text).toContain(`${mentions.length} mentions`);

      await tab.page.setViewport({ width: 800, height: 240 });
      await (await buttonOn(panel, '3 in the text')).click();
      await (await buttonOn(panel, /to hold/)).click();
      await eventually(
        () => tab.page.evaluate(() => scrollY),
        (y) => y > 100,
      );
    });

    test('finds names by the words of the article and by kind', async () => {
      const tab = await visit('wire-story.zh-hans.html');
      await tab.report();
      const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Names in this article');
      const shown = () => panel.$$eval('.entity > :first-child', (names) => names.map((entity) => entity.textContent));
      await eventually(shown, (names) => names.length > 8);
      const filter = await still(() => panel.$('input[type=search]'));
      await filter.type('黄仁勋');
      await eventually(shown, (names) => names.length === 1 && names[0] === 'Jensen Huang');
      await filter.type('zzz');
      await eventually(
        () => textOf(panel),
        (text) => text.includes('No name matches.'),
      );
    });

    test('tells the story around the article, before and since', async () => {
      const tab = await visit('h200-licences.html');
      await tab.report();
      const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Related reporting');
      const text = await textOf(panel);
      expect(text).toContain('The story around it');
      expect(text.indexOf('This article · Feb 5, 2026')).toBeGreaterThan(text.indexOf('The story around it'));
      expect(text.lastIndexOf('Since then')).toBeGreaterThan(text.lastIndexOf('This article · Feb 5, 2026'));
      expect(await panel.$eval('svg[role=img]', (picture) => picture.getAttribute('aria-label'))).toMatch(/\d+ entries from .* came after/);
    });

    test('reads cards out of the page, and the focus comes back to the list', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Names in this article');
      await (await buttonOn(panel, /^Bureau of Industry and Security/)).click();
      await eventually(
        () => textOf(panel),
        (text) => text.includes('More actions'),
      );
      await eventually(
        () => panel.evaluate(() => document.activeElement?.className ?? ''),
        (focused) => focused.includes('card'),
      );
      await (await buttonOn(panel, 'Close')).click();
      await eventually(
        () => panel.evaluate(() => document.activeElement?.textContent ?? ''),
        (text) => text.startsWith('Bureau of Industry and Security'),
      );
    });

    test('follows what becomes of the page', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      const panel = await openPage(`panel/index.html?tab=${tab.id}`, 'Names in this article');
      expect(await textOf(panel)).toContain('Howard Lutnick');
      await extension().choose({ categoriesOff: ['official'] });
      await eventually(
        () => panel.$$eval('.group > h3', (groups) => groups.map((group) => group.textContent)),
        (groups) => groups.length > 0 && !groups.some((group) => group?.startsWith('Officials')),
      );
    });

    test('says why it is empty beside a page that is no article', async () => {
      const tab = await visit('not-news.html');
      await tab.report();
      await openPage(`panel/index.html?tab=${tab.id}`, 'does not look like a news article');
    });
  });

  describe('the popup', () => {
    test('counts what was found and switches the site off and on', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      const popup = await openPage(`popup/index.html?tab=${tab.id}`, '15 mentions of 8 names');
      expect(await textOf(popup)).toContain('Open the panel');
      await (await still(() => popup.$('input[type=checkbox]'))).click();
      await eventually(
        () => painted(tab.page),
        (counts) => Object.keys(counts).length === 0,
      );
      const off = await openPage(`popup/index.html?tab=${tab.id}`, 'Switched off on 127.0.0.1');
      await (await still(() => off.$('input[type=checkbox]'))).click();
      await eventually(
        () => painted(tab.page),
        (counts) => Object.keys(counts).length > 0,
      );
    });

    test('says that everything is switched off, and switches it on', async () => {
      await extension().choose({ off: true });
      const tab = await visit('wire-story.html');
      const popup = await openPage(`popup/index.html?tab=${tab.id}`, 'switched off everywhere');
      await (await buttonOn(popup, 'Switch on')).click();
      await eventually(
        () => painted(tab.page),
        (counts) => Object.keys(counts).length > 0,
      );
    });

    test('opens the panel', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      const popup = await openPage(`popup/index.html?tab=${tab.id}`, 'Open the panel');
      expect(await extension().hasPanel()).toBe(false);
      await (await buttonOn(popup, 'Open the panel')).click();
      await eventually(extension().hasPanel, (open) => open);
    });

    test('says why nothing was marked', async () => {
      const tab = await visit('not-news.html');
      await tab.report();
      await openPage(`popup/index.html?tab=${tab.id}`, 'this page does not look like a news article');
    });
  });

  describe('the settings', () => {
    test('take a category off pages that are open', async () => {
      const tab = await visit('wire-story.html');
      await tab.report();
      const options = await openPage('options/index.html', 'What is marked');
      const label = await still(() =>
        options.evaluateHandle(() => [...document.querySelectorAll('label')].find((one) => one.textContent?.includes('AI chips'))),
      );
      await label.click();
      await eventually(
        () => painted(tab.page),
        (counts) => counts['newsgloss-chip'] === undefined && counts['newsgloss-agency'] === 6,
      );
    });

    test('give the marks one grey', async () => {
      await extension().choose({ colours: false });
      const tab = await visit('wire-story.html');
      await tab.report();
      expect(await painted(tab.page)).toMatchObject({ 'newsgloss-chip-grey': 3, 'newsgloss-agency-grey': 6 });
    });

    test('list muted names, and mark them again', async () => {
      await extension().choose({ muted: [{ entity: 'bis', name: 'Bureau of Industry and Security', site: null }] });
      const options = await openPage('options/index.html', 'Bureau of Industry and Security');
      await (await buttonOn(options, 'Mark again')).click();
      await eventually(
        () => textOf(options),
        (text) => !text.includes('Bureau of Industry and Security'),
      );
    });

    test('list the sites that the reader has allowed, and none of the manifest’s', async () => {
      const options = await openPage('options/index.html', 'Allowed by you');
      const sites = () => options.$$eval('.rows span', (all) => all.map((site) => site.textContent));
      expect(await eventually(sites, (found) => found.length > 0)).toEqual(['127.0.0.1', 'localhost']);
    });

    test('delete what is kept, once asked twice', async () => {
      await extension().choose({ hover: true });
      const options = await openPage('options/index.html', 'Delete all');
      const button = await buttonOn(options, 'Delete all');
      await button.click();
      await buttonOn(options, 'Delete everything now');
      // A second click in the same place takes the first one back.
      await button.click();
      await (await buttonOn(options, 'Delete all')).click();
      await (await buttonOn(options, 'Delete everything now')).click();
      await eventually(
        () => textOf(options),
        (text) => text.includes('Everything is deleted.') && text.includes('0 bytes of settings') && text.includes('0 reports are kept'),
      );
    });

    test('show themselves in the chosen language', async () => {
      const options = await openPage('options/index.html', 'Language of cards and pages');
      await options.select('select', 'ko');
      await eventually(
        () => textOf(options).catch(() => ''),
        (text) => text.includes('무엇을 표시할까'),
      );
      expect(await options.evaluate(() => document.documentElement.lang)).toBe('ko');
    });
  });

  test('the dossier shows all there is, and leads on to what it is connected with', async () => {
    const dossier = await openPage('dossier/index.html?entity=h200&published=2026-02-05', 'Newsgloss dossier');
    for (const part of ['In this story', 'What is known', 'Since then', 'Figures', '141 GB HBM3e', 'Connections', 'Related reporting'])
      await eventually(
        () => textOf(dossier),
        (text) => text.includes(part),
      );
    const links = await dossier.$$eval('.side a', (all) => all.map((link) => link.href));
    expect(links.some((link) => link.includes('dossier/index.html?entity=nvidia&published=2026-02-05'))).toBe(true);
  });

  test('the dossier opens from a card', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.show(0, true);
    await openCard(tab);
    await tab.press('Dossier');
    await eventually(
      () => extension().addresses(),
      (addresses) => addresses.some((address) => address.includes('dossier/index.html?entity=h200')),
    );
    await tab.page.bringToFront();
    await tab.page.keyboard.press('Escape');
    await noCard(tab);
  });

  // Only Chromium tells of layout shifts.
  test.runIf(name === 'chrome').each([
    ['options/index.html', 'reports are kept for searching'],
    ['dossier/index.html?entity=h200&published=2026-02-05', 'Related reporting'],
    ['welcome/index.html', 'Click a name'],
    ['popup/index.html?tab=TAB', '15 mentions'],
  ])('nothing moves on %s while it opens', async (path, text) => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const page = await openPage(path.replace('TAB', String(tab.id)), text);
    const shifts = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[])
              seen.push(`${entry.value.toFixed(4)} ${entry.sources.map(({ node }) => node?.textContent?.slice(0, 40)).join(' | ')}`);
          }).observe({ type: 'layout-shift', buffered: true });
          // What was buffered is told before the next frame but one.
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(seen))));
        }),
    );
    expect(shifts).toEqual([]);
  });

  test('the welcome page lets a card be tried', async () => {
    const welcome = await openPage('welcome/index.html', 'Click a name');
    await welcome.locator('.example ::-p-text(Bureau of Industry and Security)').click();
    await eventually(
      () => textOf(welcome),
      (text) => text.includes('More actions'),
    );
  });
});
