/** Nobody is left out: each surface without a fault that axe can find, in both themes, and without sideways scrolling. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { hosts, playSources, turnEverythingOff, turnEverythingOn } from '../../scripts/playedSources.ts';
import { buttonOn, clickOn, eventually, noCard, openCard, placeOf, textOf, useBrowser } from './reader.ts';

/** The rules of axe that look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

describe.each(browserNames)('in %s', (name) => {
  const { visit, extension, openPage, network } = useBrowser(name, { granted: hosts.map((host) => `https://${host}/*`) });

  /** What axe has to say, a line for each element at fault, in the light and of colours in the dark; and whether the narrowest phone has to scroll sideways. */
  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async (rules) => {
      const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
      const light = await run();
      document.body.dataset['theme'] = 'dark';
      const dark = await run({ runOnly: rules });
      document.body.dataset['theme'] = 'light';
      return [...light.violations, ...dark.violations];
    }, ofColours);
    const faults = violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
    await page.setViewport({ width: 320, height: 640 });
    await eventually(
      () => page.evaluate(() => innerWidth),
      (width) => width === 320,
    );
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    return sideways > 0 ? [...faults, `scrolls sideways by ${sideways} px`] : faults;
  }

  async function panelBeside(path: string, text: string): Promise<Page> {
    const tab = await visit(path);
    await tab.report();
    return openPage(`panel/index.html?tab=${tab.id}`, text);
  }

  test('the card on the page, with all that folds open, and others pinned', async () => {
    const tab = await visit('h200-licences.html');
    const { mentions } = await tab.report();
    await tab.show(0, true);
    await openCard(tab);
    await tab.press('Pin to the side');
    await noCard(tab);
    await tab.show(
      mentions.findIndex((mention) => mention.entity === 'jensen-huang'),
      true,
    );
    await openCard(tab);
    await tab.press('More actions');
    await tab.press('Report a wrong card');
    await eventually(tab.card, (card) => card?.text.includes('Nothing is sent from here') === true && card.dock !== null);
    expect(await tab.faults()).toEqual([]);
  });

  test('the card on the page that is on its way, or failed', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    await tab.answerCards('never');
    await clickOn(tab.page, 'Howard Lutnick');
    await eventually(tab.card, (card) => card?.isBusy === true);
    expect(await tab.faults()).toEqual([]);
    await tab.answerCards('with a fault');
    await clickOn(tab.page, 'Commerce Department');
    await openCard(tab);
    expect(await tab.faults()).toEqual([]);
  });

  test('the list of mentions on the page, and the card as a sheet', async () => {
    const tab = await visit('h200-licences.html');
    await tab.page.setViewport({ width: 320, height: 640 });
    await tab.report();
    await tab.toggleList();
    await eventually(tab.list, (list) => list !== null);
    expect(await tab.faults()).toEqual([]);
    await tab.show(0, true);
    await openCard(tab);
    expect(await tab.faults()).toEqual([]);
  });

  test('the offer beside a link', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    const { x, y } = await placeOf(tab.page, 'Jensen Huang');
    await tab.page.mouse.move(x, y);
    await eventually(tab.offer, (offer) => offer !== null);
    expect(await tab.faults()).toEqual([]);
  });

  test('the panel, with the places of a name unfolded', async () => {
    const page = await panelBeside('h200-licences.html', 'Names in this article');
    await (await buttonOn(page, '5 in the text')).click();
    await page.waitForSelector('.places button');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the panel beside a page without an article', async () => {
    expect(await faultsOf(await panelBeside('not-news.html', 'does not look like'))).toEqual([]);
  });

  test.each(['H200', 'Jensen Huang', 'Vera Rubin'])('the card of %s, with all that folds open', async (entity) => {
    const page = await panelBeside('h200-licences.html', 'Names in this article');
    await (await buttonOn(page, new RegExp(`^${entity}`))).click();
    await (await buttonOn(page, 'More actions')).click();
    await (await buttonOn(page, 'Report a wrong card')).click();
    await eventually(
      () => textOf(page),
      (text) => text.includes('Nothing is sent from here'),
    );
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a card that was just muted', async () => {
    const page = await panelBeside('wire-story.html', 'Names in this article');
    await (await buttonOn(page, /^Nvidia/)).click();
    await (await buttonOn(page, 'More actions')).click();
    await (await buttonOn(page, 'Never mark it anywhere')).click();
    await buttonOn(page, 'Undo');
    expect(await faultsOf(page)).toEqual([]);
    await extension().choose(null);
  });

  test.each(['h200', 'howard-lutnick', 'bis', 'nobody'])('the dossier of %s', async (entity) => {
    const page = await openPage(
      `dossier/index.html?entity=${entity}&published=2026-02-05`,
      entity === 'nobody' ? 'Nothing is known' : 'More actions',
    );
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the popup', async () => {
    const tab = await visit('wire-story.html');
    await tab.report();
    expect(await faultsOf(await openPage(`popup/index.html?tab=${tab.id}`, '15 mentions'))).toEqual([]);
  });

  test('the settings, with something in each list', async () => {
    await extension().choose({ muted: [{ entity: 'bis', name: 'BIS', site: null }], sitesOff: ['news.example'], hover: true });
    const page = await openPage('options/index.html', 'news.example');
    await (await buttonOn(page, 'Delete all')).click();
    await buttonOn(page, 'Delete everything now');
    expect(await faultsOf(page)).toEqual([]);
    await extension().choose(null);
  });

  test('the settings, with every live source on and feeds in each state', async () => {
    const page = await openPage('options/index.html', 'Live sources');
    await turnEverythingOn(page);
    await (await buttonOn(page, 'Remove: Ministry of Trade')).evaluate(() => document.querySelector('summary')?.click());
    await page.type('form.archive [name=index]', ' and more');
    await (await buttonOn(page, 'Save')).click();
    await eventually(
      () => textOf(page),
      (text) => text.includes('Please check: Index'),
    );
    expect(await faultsOf(page)).toEqual([]);
  });

  test('the panel, once every live source has answered in its way', async () => {
    playSources(network());
    const settings = await openPage('options/index.html', 'Live sources');
    await turnEverythingOn(settings);
    const page = await panelBeside('h200-licences.html', 'Ask live sources');
    for (const source of ['Federal Register', 'Wikipedia', 'GDELT news search', 'Google News', 'Your archive'])
      await (await buttonOn(page, `Ask ${source}`)).click();
    await eventually(
      () => page.$$eval('.asked [role=status]', (all) => all.map((one) => one.ariaBusy)),
      (busy) => busy.length === 5 && !busy.includes('true'),
    );
    expect(await faultsOf(page)).toEqual([]);
    await turnEverythingOff(settings);
  });

  test('the welcome page, with a card tried', async () => {
    const page = await openPage('welcome/index.html', 'Click a name');
    await page.locator('.example ::-p-text(Nvidia)').click();
    await buttonOn(page, 'More actions');
    expect(await faultsOf(page)).toEqual([]);
  });
});

describe.each(browserNames.flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const)))(
  'in %s, %s',
  (name, theme) => {
    const { openPage } = useBrowser(name, theme === 'light' ? {} : { theme });

    test('the theme is the one asked for', async () => {
      const page = await openPage('options/index.html', 'What is marked');
      expect(await page.evaluate(() => document.body.dataset['theme'])).toBe(theme);
    });
  },
);
