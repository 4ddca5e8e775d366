/**
 * npm run bench:reporting [-- COUNT ...]: how fast the built extension takes
 * reports in and finds them again on the browser's own database, and what its
 * background weighs, at growing numbers of reports. In Chromium the room's
 * code runs in the extension's background; in Firefox, whose background cannot
 * be entered from here, on a page of the extension, in the same process.
 */
import type { Browser, WebWorker } from 'puppeteer-core';
import { build } from 'vite';
import type { Article } from '../src/reporting/report.ts';
import type * as room from './benchReportingRoom.ts';
import { type BrowserName, browserNames, lookForBrowser } from './browsers.mjs';
import { type ExtensionBrowser, launchWithExtension } from './launch.ts';

/** Articles that are asked for at each size. */
const ASKED = 50;
/** How often the index is restored, and the background ended. */
const STARTS = 5;

interface Measured {
  /** Seconds for taking all in: by the clock, and of all of the browser's processors, where it tells. */
  taken: number;
  busy: number | null;
  /** Milliseconds for a related list, for restoring the index, for a card that a page asks for, and for one that has to wake the background. */
  lists: number[];
  restored: number[];
  cards: number[];
  firstCards: number[];
  /** Bytes of the background with everything open, after a collection: objects, and buffers beside them. */
  heap: number | null;
  buffers: number | null;
}

/** Where the room's code runs. */
type Place = Pick<WebWorker, 'evaluate'>;
type Page = Awaited<ReturnType<ExtensionBrowser['openExtensionPage']>>;

const given = process.argv.slice(2).map(Number);
if (!given.every((count) => Number.isInteger(count) && count > 0)) {
  console.error('usage: npm run bench:reporting [-- COUNT ...], each a whole number of reports');
  process.exit(2);
}
const code = await bundle();
console.log(
  '| | reports | taken in a second | in a second of processors | related list, median | 95th of 100 | index restored in | card, median | first card after a stop | heap | buffers |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
for (const name of browserNames.filter(lookForBrowser))
  for (const size of given.length > 0 ? given : [1_000, 10_000, 100_000]) print(name, size, await measure(name, size));

async function measure(browser: BrowserName, size: number): Promise<Measured> {
  const extension = await launchWithExtension({ browser, headless: true, offline: true });
  try {
    const page = await extension.openExtensionPage('src/pages/popup/index.html');
    return browser === 'chrome' ? await inBackground(extension, page, size) : await onPage(page, size);
  } finally {
    await extension.close();
  }
}

async function inBackground(extension: ExtensionBrowser, page: Page, size: number): Promise<Measured> {
  const first = await backgroundOf(extension, page);
  const asked = await run(first, 'articles', ASKED);
  const before = await processorSeconds(extension.browser);
  const taken = await run(first, 'takeIn', size);
  const busy = (await processorSeconds(extension.browser)) - before;
  await stop(extension);
  const found = await run(await backgroundOf(extension, page), 'askFor', asked, STARTS);
  // The background that is weighed holds nothing of this benchmark.
  await stop(extension);
  await takePackIn(page, asked);
  const firstCards: number[] = [];
  for (let time = 0; time < STARTS; time++) {
    await stop(extension);
    firstCards.push(await page.evaluate(askCard, asked[0] as Article));
  }
  const cards = await cardsFor(page, asked);
  const { client } = await backgroundOf(extension, page);
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await client.send('Runtime.getHeapUsage');
  return { taken: taken / 1_000, busy, ...found, cards, firstCards, heap: usedSize, buffers: backingStorageSize };
}

async function onPage(page: Page, size: number): Promise<Measured> {
  const asked = await run(page, 'articles', ASKED);
  const taken = await run(page, 'takeIn', size);
  const found = await run(page, 'askFor', asked, STARTS);
  await takePackIn(page, asked);
  const cards = await cardsFor(page, asked);
  return { taken: taken / 1_000, busy: null, ...found, cards, firstCards: [], heap: null, buffers: null };
}

/** Calls a function of the room, which is brought along where it is not there yet. */
async function run<Name extends keyof typeof room>(
  place: Place,
  name: Name,
  ...args: Parameters<(typeof room)[Name]>
): Promise<Awaited<ReturnType<(typeof room)[Name]>>> {
  if (!(await place.evaluate(`'bench' in globalThis`))) await place.evaluate(`${code};0`);
  return (await place.evaluate(`bench.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)) as Awaited<
    ReturnType<(typeof room)[Name]>
  >;
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<object> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
};

/** The background takes the pack's own reports in with the first card. */
async function takePackIn(page: Page, asked: readonly Article[]): Promise<void> {
  await page.evaluate(askCard, asked[0] as Article);
  await page.waitForFunction(async () => 'packReports' in (await chrome.storage.local.get('packReports')), { timeout: 120_000 });
}

async function cardsFor(page: Page, asked: readonly Article[]): Promise<number[]> {
  const cards: number[] = [];
  for (const article of asked) cards.push(await page.evaluate(askCard, article));
  return cards;
}

async function askCard(article: Article): Promise<number> {
  const start = performance.now();
  const request = { ...article, mentioned: ['h200', 'nvidia'], entity: 'h200' };
  const answer = (await chrome.runtime.sendMessage({ to: 'background', name: 'card', arguments: [request] })) as { ok: boolean };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return performance.now() - start;
}

/** The running background; it is woken where it had ended. */
async function backgroundOf({ browser }: ExtensionBrowser, page: Page): Promise<WebWorker> {
  await page.evaluate(() => chrome.runtime.sendMessage({ to: 'background', name: 'pack', arguments: [] }));
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  const worker = await target.worker();
  if (worker === null) throw new Error('no background');
  return worker;
}

/** Ends the background, as the browser does after half a minute without work. */
async function stop({ browser }: ExtensionBrowser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  if (target === undefined) return;
  const gone = new Promise<void>((done) => {
    const look = (one: unknown) => {
      if (one !== target) return;
      browser.off('targetdestroyed', look);
      done();
    };
    browser.on('targetdestroyed', look);
  });
  await (await target.worker())?.close();
  await gone;
}

/** Seconds that Chromium's processes have kept a processor busy so far. */
async function processorSeconds(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: 'scripts/benchReportingRoom.ts', formats: ['iife'], name: 'bench' },
    },
  });
  const [one] = [built].flat();
  return one && 'output' in one ? one.output[0].code.replace(/^(?:var|const|let) bench/, 'globalThis.bench') : '';
}

function print(name: BrowserName, size: number, { taken, busy, lists, restored, cards, firstCards, heap, buffers }: Measured): void {
  const rate = (seconds: number | null) => (seconds === null ? '–' : Math.round(size / seconds).toLocaleString('en'));
  const time = (values: readonly number[], share = 0.5) => {
    const value = values.toSorted((a, b) => a - b)[Math.floor(values.length * share)];
    return value === undefined ? '–' : `${value.toFixed(1)} ms`;
  };
  const mebibytes = (bytes: number | null) => (bytes === null ? '–' : `${(bytes / 2 ** 20).toFixed(1)} MiB`);
  const cells = [
    name === 'chrome' ? 'Chromium' : 'Firefox',
    size.toLocaleString('en'),
    rate(taken),
    rate(busy),
    time(lists),
    time(lists, 0.95),
    time(restored),
    time(cards),
    time(firstCards),
    mebibytes(heap),
    mebibytes(buffers),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
