/**
 * What a page costs the browser: main-thread time and heap as Chromium itself
 * counts them. Pages are shown under their own addresses with nothing else
 * fetched, so that two loads of one are alike.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';

/** A saved page with what is known about it. */
export interface SavedPage {
  file: string;
  /** Its own address, or null where that is not known. */
  url: string | null;
  encoding: string;
  is_news_article: boolean;
}

export interface PageCost {
  /** Processor time of the main thread for a first, empty page of the same site in a new process, in milliseconds. */
  start: number;
  /** Processor time of the main thread, in milliseconds. */
  mainThread: number;
  /** JavaScript heap that is in use after a collection, in bytes. */
  heap: number;
}

/** A page counts as done this long after its load event, in milliseconds; all of ours is over long before. */
const SETTLED = 400;

/** The labelled pages of a folder. */
export function savedPagesOf(folder: string): SavedPage[] {
  return readFileSync(join(folder, 'pages.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SavedPage);
}

/**
 * Loads a saved page under its own address, with its scripts off, into a tab
 * that already shows an empty page of the same site, and measures until it is settled.
 */
export async function costOf(page: Page, folder: string, saved: SavedPage): Promise<PageCost> {
  const { file, url, encoding } = saved;
  const address = url ?? `https://${file.replace(/\.html$/, '').toLowerCase()}.example/`;
  const session = await page.createCDPSession();
  // Processor time, which other programs of the machine disturb less than time by the clock.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.setRequestInterception(true);
  let served = 0;
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) void request.abort();
    else if (served++ === 0)
      void request.respond({ status: 200, contentType: 'text/plain', headers: { 'cache-control': 'no-store' }, body: '' });
    // No content: a page that leads elsewhere stays where it is.
    else if (served > 2) void request.respond({ status: 204 });
    else
      void request.respond({
        status: 200,
        contentType: `text/html; charset=${encoding}`,
        headers: { 'content-security-policy': "script-src 'none'" },
        body: readFileSync(join(folder, file)),
      });
  });
  await page.goto(new URL('/empty', address).href, { waitUntil: 'load' });
  await settled();
  const start = (await metric(session, 'TaskDuration')) * 1_000;
  await page.goto(address, { waitUntil: 'load' });
  await settled();
  const mainThread = (await metric(session, 'TaskDuration')) * 1_000 - start;
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  return { start, mainThread, heap: await metric(session, 'JSHeapUsedSize') };
}

function settled(): Promise<void> {
  return new Promise((next) => setTimeout(next, SETTLED));
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const found = metrics.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Chromium has no metric ${name}`);
  return found.value;
}
