/**
 * Pictures of every surface: the card, the list of mentions, the panel, the dossier, the popup, the
 * settings and the welcome page, in both browsers, light and dark, wide and narrow;
 * and what live sources answer, played by a network of our own.
 *
 * usage: npm run shots -- DIR [--browser chrome|firefox] [--language en] [--surface card]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { cardLanguages } from '../src/shared/model.ts';
import type { Settings } from '../src/shared/settings.ts';
import { type BrowserName, browserNames, lookForBrowser } from './browsers.mjs';
import { type ExtensionBrowser, launchWithExtension, type Tab } from './launch.ts';
import { playNetwork } from './playedNetwork.ts';
import { hosts, playSources, turnEverythingOff, turnEverythingOn } from './playedSources.ts';
import { type PageServer, servePages } from './serve.ts';
import { runCommand, UsageError } from './usage.ts';

const ARTICLE = 'docs/demo/h200-licences.html';
const SHOWN = 'h200';
/** About the size that browsers give a popup. */
const POPUP = { width: 360, height: 320 };
const widths = { wide: { width: 1280, height: 900 }, narrow: { width: 400, height: 800 } } as const;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', multiple: true, default: [...browserNames] },
      language: { type: 'string', multiple: true, default: ['en', 'zh-Hans'] },
      surface: { type: 'string', multiple: true, default: Object.keys(surfaces) },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new UsageError('where to? npm run shots -- DIR');
  mkdirSync(folder, { recursive: true });
  const server = await servePages();
  const network = await playNetwork();
  playSources(network);
  const granted = hosts.map((host) => `https://${host}/*`);
  try {
    for (const name of values.browser.filter((one) => lookForBrowser(one as BrowserName) !== undefined) as BrowserName[])
      for (const theme of ['light', 'dark'] as const)
        for (const [width, viewport] of Object.entries(widths)) {
          const extension = await launchWithExtension({ browser: name, headless: true, offline: true, viewport, theme, network, granted });
          try {
            for (const language of cardLanguages.filter((one) => values.language.includes(one))) {
              await extension.choose({ language } satisfies Partial<Settings>);
              const path = (surface: string) => join(folder, `${surface}.${language}.${theme}.${width}.${name}.png`);
              await photographAll(extension, server, values.surface, viewport, path);
            }
          } finally {
            await extension.close();
          }
        }
  } finally {
    await server.close();
    await network.close();
  }
  return 0;
}

interface Scene {
  extension: ExtensionBrowser;
  /** A tab with the article in it. */
  tab: Tab;
}

/** How each surface is brought before the camera; the card and the list on the page, the others as pages. */
const surfaces: Record<string, (scene: Scene) => Promise<Page>> = {
  card: async ({ tab }) => {
    await tab.page.bringToFront();
    const { mentions } = await tab.report();
    await tab.show(
      mentions.findIndex((mention) => mention.entity === SHOWN),
      true,
    );
    return tab.page;
  },
  list: async ({ tab }) => {
    await tab.page.bringToFront();
    await tab.toggleList();
    return tab.page;
  },
  panel: async ({ extension, tab }) => {
    const page = await extension.openExtensionPage(`src/pages/panel/index.html?tab=${tab.id}`);
    await page.waitForSelector('.contents');
    return page;
  },
  dossier: ({ extension }) => extension.openExtensionPage(`src/pages/dossier/index.html?entity=${SHOWN}&published=2026-02-05`),
  popup: ({ extension, tab }) => extension.openExtensionPage(`src/pages/popup/index.html?tab=${tab.id}`),
  options: ({ extension }) => extension.openExtensionPage('src/pages/options/index.html'),
  /** The settings with every source turned on, feeds in each state, and a list of feeds. */
  sources: async ({ extension }) => {
    const page = await extension.openExtensionPage('src/pages/options/index.html');
    await page.waitForSelector('.feeds .rows');
    await page.$eval('.feeds summary', (summary) => (summary as HTMLElement).click());
    return page;
  },
  /** The panel after each source was asked. */
  asked: async ({ extension, tab }) => {
    const page = await extension.openExtensionPage(`src/pages/panel/index.html?tab=${tab.id}`);
    await page.waitForSelector('.ask button');
    for (const button of await page.$$('.ask button')) await button.evaluate((element) => (element as HTMLElement).click());
    await page.waitForFunction(
      () => document.querySelectorAll('.asked').length === 5 && document.querySelector('[aria-busy=true]') === null,
    );
    return page;
  },
  welcome: ({ extension }) => extension.openExtensionPage('src/pages/welcome/index.html'),
};

/** Surfaces for which live sources are turned on. */
const live = new Set(['sources', 'asked']);

async function photographAll(
  extension: ExtensionBrowser,
  server: PageServer,
  wanted: readonly string[],
  viewport: { width: number; height: number },
  path: (surface: string) => string,
): Promise<void> {
  const tab = await extension.openTab();
  await tab.open(server.addressOf(ARTICLE));
  await tab.report();
  const settings = await extension.openExtensionPage('src/pages/options/index.html');
  for (const surface of wanted) {
    await settings.bringToFront();
    await (live.has(surface) ? turnEverythingOn : turnEverythingOff)(settings);
    const show = surfaces[surface];
    if (show === undefined) throw new UsageError(`--surface takes ${Object.keys(surfaces).join(', ')}, not "${surface}"`);
    const page = await show({ extension, tab });
    if (page !== tab.page) {
      await page.setViewport(surface === 'popup' ? POPUP : viewport);
      await page.bringToFront();
    }
    // Once nothing moves any more.
    await page.waitForFunction(
      () => document.getAnimations().length === 0 && (document.getElementById('root')?.childElementCount ?? 1) > 0,
    );
    await page.screenshot({ path: path(surface), fullPage: page !== tab.page });
    console.error(path(surface));
    if (page !== tab.page) await page.close();
  }
  await settings.close();
  await tab.page.close();
}

await runCommand(main);
