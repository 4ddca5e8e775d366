/**
 * npm run bench:reporting [-- COUNT ...]: how fast the built extension takes
 * reports in and finds them again, in its own background and on the browser's
 * database, and what it weighs, at growing numbers of reports.
 */
import type { Browser, WebWorker } from 'puppeteer-core';
import { build } from 'vite';
import type { Article } from '../src/reporting/report.ts';
import { type ExtensionBrowser, launchWithExtension } from './launch.ts';

/** Articles that are asked for at each size. */
const ASKED = 50;
/** How often the background is ended and begins again. */
const STARTS = 5;

interface Measured {
  /** Seconds for taking all in: by the clock, and of all of the browser's processors. */
  taken: number;
  busy: number;
  /** Milliseconds of related lists, of those that begin with restoring the index, and of cards, asked from a page. */
  lists: number[];
  starts: number[];
  cards: number[];
  firstCards: number[];
  /** Bytes of the background with everything open, after a collection: objects, and buffers beside them. */
  heap: number;
  buffers: number;
}

const given = process.argv.slice(2).map(Number);
const code = await bundle();

console.log(
  '| reports | taken in a second | in a second of processors | related list, median | 95th of 100 | first list of a new worker | card, median | first card of a new worker | heap | buffers |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const size of given.length > 0 ? given : [1_000, 10_000, 100_000]) print(size, await measure(size));

async function measure(size: number): Promise<Measured> {
  const extension = await launchWithExtension({ browser: 'chrome', headless: true, offline: true });
  try {
    const page = await extension.openExtensionPage('src/pages/popup/index.html');
    const first = await workerOf(extension, page);
    await first.evaluate(code);
    const asked = (await first.evaluate(`bench.articles(${ASKED})`)) as Article[];
    const before = await processorSeconds(extension.browser);
    const taken = ((await first.evaluate(`bench.takeIn(${size})`)) as number) / 1_000;
    const busy = (await processorSeconds(extension.browser)) - before;
    const starts: number[] = [];
    let lists: number[] = [];
    for (let time = 0; time < STARTS; time++) {
      const worker = await anew(extension, page);
      await worker.evaluate(code);
      const [start = 0, ...rest] = (await worker.evaluate(`bench.askFor(${JSON.stringify(asked)})`)) as number[];
      starts.push(start);
      lists = rest;
    }
    // The pack's own reports are taken in with the first card.
    await anew(extension, page);
    await page.evaluate(askCard, asked[0]);
    await page.waitForFunction(async () => 'packReports' in (await chrome.storage.local.get('packReports')), { timeout: 60_000 });
    const cards: number[] = [];
    const firstCards: number[] = [];
    for (let time = 0; time < STARTS; time++) {
      await stop(extension);
      firstCards.push(await page.evaluate(askCard, asked[0]));
    }
    for (const article of asked) cards.push(await page.evaluate(askCard, article));
    const { client } = await workerOf(extension, page);
    await client.send('HeapProfiler.enable');
    await client.send('HeapProfiler.collectGarbage');
    const usage = await client.send('Runtime.getHeapUsage');
    return { taken, busy, lists, starts, cards, firstCards, heap: usage.usedSize, buffers: usage.backingStorageSize };
  } finally {
    await extension.close();
  }
}

declare const chrome: {
  storage: { local: { get(key: string): Promise<object> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
};
type Page = Awaited<ReturnType<ExtensionBrowser['openExtensionPage']>>;

async function askCard(article: Article | undefined): Promise<number> {
  const start = performance.now();
  const request = { ...article, mentioned: ['h200', 'nvidia'], entity: 'h200' };
  const answer = (await chrome.runtime.sendMessage({ to: 'background', name: 'card', arguments: [request] })) as {
    ok: boolean;
    value: { model: { related: unknown[] } };
  };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return performance.now() - start;
}

async function anew(extension: ExtensionBrowser, page: Page): Promise<WebWorker> {
  await stop(extension);
  return workerOf(extension, page);
}

/** The running background; it is woken where it had ended. */
async function workerOf({ browser }: ExtensionBrowser, page: Page): Promise<WebWorker> {
  await page.evaluate(() => chrome.runtime.sendMessage({ to: 'background', name: 'pack', arguments: [] }));
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  const worker = await target.worker();
  if (worker === null) throw new Error('no background');
  return worker;
}

/** Ends the background, as the browser does after half a minute without work. */
async function stop({ browser }: ExtensionBrowser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  const gone = new Promise<void>((done) => {
    const look = (one: unknown) => {
      if (one !== target) return;
      browser.off('targetdestroyed', look);
      done();
    };
    browser.on('targetdestroyed', look);
  });
  await (await target?.worker())?.close();
  if (target) await gone;
}

/** Seconds that the browser's processes have kept a processor busy so far. */
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
      lib: { entry: 'scripts/benchReportingWorker.ts', formats: ['iife'], name: 'bench' },
    },
  });
  const [one] = [built].flat();
  return one && 'output' in one ? one.output[0].code.replace(/^(?:var|const|let) bench/, 'globalThis.bench') : '';
}

function print(size: number, { taken, busy, lists, starts, cards, firstCards, heap, buffers }: Measured): void {
  const time = (values: readonly number[], share: number) =>
    `${values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]?.toFixed(1)} ms`;
  const cells = [
    size.toLocaleString('en'),
    Math.round(size / taken).toLocaleString('en'),
    Math.round(size / busy).toLocaleString('en'),
    time(lists, 0.5),
    time(lists, 0.95),
    time(starts, 0.5),
    time(cards, 0.5),
    time(firstCards, 0.5),
    `${(heap / 2 ** 20).toFixed(1)} MiB`,
    `${(buffers / 2 ** 20).toFixed(1)} MiB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
