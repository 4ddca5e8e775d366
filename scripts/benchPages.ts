/**
 * npm run bench:pages: what the extension costs on the labelled pages of a
 * folder (default ../shared/pages), against the same browser without it.
 * Each page is loaded in pairs, with and without, one after the other.
 *
 * usage: npm run bench:pages -- [FOLDER] [--pairs N] [--only WORD]
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import type { PageReport } from '../src/shared/messages.ts';
import { type ExtensionBrowser, launchWithExtension, launchWithout, VIEWPORT } from './launch.ts';
import { costOf, type PageCost, type SavedPage, savedPagesOf } from './pageCost.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '3' }, only: { type: 'string', multiple: true, default: [] } },
});
const folder = resolve(positionals[0] ?? '../shared/pages');
if (!existsSync(join(folder, 'pages.jsonl'))) {
  console.error(`no labelled pages in ${folder}: skipped`);
  process.exit(0);
}
const pairs = Number(values.pairs);
const pages = savedPagesOf(folder).filter(({ file }) => values.only.length === 0 || values.only.some((word) => file.includes(word)));
// The empty page that each is loaded after would else count with it.
const options = { browser: 'chrome', headless: true, offline: true, forgetful: true } as const;

/** What was measured on one page. */
interface Row {
  page: SavedPage;
  report: PageReport;
  /** Added main-thread time in milliseconds and heap in bytes, medians of the pairs. */
  added: PageCost;
  /** The same of an extension whose content script is empty: what the browser itself takes for any. */
  floor: PageCost;
  /** First highlight after DOMContentLoaded, in milliseconds; null on a page without any. */
  warm: number | null;
  cold: number | null;
}

const extension = await launchWithExtension({ ...options, sites: ['*://*/*'] });
const plain = await launchWithout(options);
const empty = await launchWithout(options);
const emptyFolder = emptyExtension();
await empty.installExtension(emptyFolder);
const rows: Row[] = [];
try {
  for (const page of pages) {
    const row = await measure(page);
    rows.push(row);
    const { added, floor, warm, cold, report } = row;
    console.error(
      `${page.file}: ${report.isArticle ? 'article' : 'other'}, +${added.mainThread.toFixed(1)} ms (empty script ${floor.mainThread.toFixed(1)}), at start +${added.start.toFixed(1)} (${floor.start.toFixed(1)}), +${mebibytes(added.heap)} MiB, stretch ${longestStretch(report).toFixed(0)} ms, first highlight ${warm?.toFixed(0) ?? '–'} / ${cold?.toFixed(0) ?? '–'} ms`,
    );
  }
} finally {
  await Promise.all([extension.close(), plain.close(), empty.close()]);
  rmSync(emptyFolder, { recursive: true });
}
printTable();

async function measure(page: SavedPage): Promise<Row> {
  const without: PageCost[] = [];
  const withIt: PageCost[] = [];
  const floors: PageCost[] = [];
  const warm: number[] = [];
  let report: PageReport | null = null;
  for (let pair = 0; pair < pairs; pair++) {
    const loadWithout = async () => without.push(await loadIn(plain, page));
    const loadWith = async () => {
      const [cost, answer] = await loadWithExtensionIn(extension, page);
      withIt.push(cost);
      report = answer;
      if (answer.timings.firstHighlight !== null) warm.push(answer.timings.firstHighlight);
    };
    // Neither of the two always finds the machine as the other has left it.
    for (const load of pair % 2 === 0 ? [loadWithout, loadWith] : [loadWith, loadWithout]) await load();
    floors.push(await loadIn(empty, page));
  }
  if (report === null) throw new Error(`${page.file} was not measured`);
  const answer: PageReport = report;
  let cold: number | null = null;
  if (warm.length > 0) {
    await stopBackground(extension.browser);
    cold = (await loadWithExtensionIn(extension, page))[1].timings.firstHighlight;
  }
  const over = (costs: readonly PageCost[], of: keyof PageCost) =>
    median(costs.map((cost, index) => cost[of] - (without[index] as PageCost)[of]));
  const addedBy = (costs: readonly PageCost[]): PageCost => ({
    start: over(costs, 'start'),
    mainThread: over(costs, 'mainThread'),
    heap: over(costs, 'heap'),
  });
  return { page, report: answer, added: addedBy(withIt), floor: addedBy(floors), warm: warm.length > 0 ? median(warm) : null, cold };
}

async function loadIn(browser: Browser, saved: SavedPage): Promise<PageCost> {
  const page = await browser.newPage();
  // As tabs of the other browser are opened.
  await page.setViewport(VIEWPORT);
  try {
    return await costOf(page, folder, saved);
  } finally {
    await page.close();
  }
}

async function loadWithExtensionIn({ openTab }: ExtensionBrowser, saved: SavedPage): Promise<[PageCost, PageReport]> {
  const tab = await openTab();
  try {
    const cost = await costOf(tab.page, folder, saved);
    return [cost, await tab.report()];
  } finally {
    await tab.page.close();
  }
}

/** Ends the extension's worker, as the browser does after half a minute without work. */
async function stopBackground(browser: Browser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension:'));
  const worker = await target?.worker();
  await worker?.close();
}

/** An extension whose content script does nothing. */
function emptyExtension(): string {
  const made = mkdtempSync(join(tmpdir(), 'newsgloss-empty-'));
  const content_scripts = [{ matches: ['*://*/*'], js: ['empty.js'], run_at: 'document_end' }];
  writeFileSync(join(made, 'manifest.json'), JSON.stringify({ manifest_version: 3, name: 'empty', version: '1', content_scripts }));
  writeFileSync(join(made, 'empty.js'), ';');
  return made;
}

/** The longest that the content script keeps the page from doing anything else, in milliseconds by the clock. */
function longestStretch({ timings: { decide, read, paint } }: PageReport): number {
  return Math.max(decide, read ?? 0, paint ?? 0);
}

function printTable(): void {
  console.log(`${rows.length} pages, ${pairs} pairs each; medians, in brackets the ninth decile.\n`);
  console.log('| | pages | main thread | of which an empty script | heap | empty script | longest stretch | over 50 ms |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const [name, isArticle] of [
    ['other pages', false],
    ['articles', true],
  ] as const) {
    const group = rows.filter(({ report }) => report.isArticle === isArticle);
    if (group.length === 0) continue;
    const spread = (values: number[], digits: number) => `${median(values).toFixed(digits)} (${decile(values).toFixed(digits)})`;
    const stretches = group.map(({ report }) => longestStretch(report));
    const cells = [
      name,
      group.length,
      `${spread(
        group.map(({ added }) => added.mainThread),
        1,
      )} ms`,
      `${median(group.map(({ floor }) => floor.mainThread)).toFixed(1)} ms`,
      `${spread(
        group.map(({ added }) => added.heap / 2 ** 20),
        2,
      )} MiB`,
      `${mebibytes(median(group.map(({ floor }) => floor.heap)))} MiB`,
      `${spread(stretches, 1)} ms`,
      stretches.filter((stretch) => stretch > 50).length,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(
    `\nThe first page of a site in a new process costs ${median(rows.map(({ added }) => added.start)).toFixed(1)} ms more before anything of it is there (an empty script for all sites: ${median(rows.map(({ floor }) => floor.start)).toFixed(1)} ms).`,
  );
  const marked = rows.flatMap(({ warm, cold }) => (warm === null || cold === null ? [] : [{ warm, cold }]));
  if (marked.length === 0) return;
  const [warm, cold] = [marked.map((one) => one.warm), marked.map((one) => one.cold)];
  console.log(
    `\nFirst highlight after DOMContentLoaded, on the ${marked.length} pages that have one: ${median(warm).toFixed(0)} (${decile(warm).toFixed(0)}) ms with the background awake, ${median(cold).toFixed(0)} (${decile(cold).toFixed(0)}) ms with it ended.`,
  );
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function decile(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 0;
}
