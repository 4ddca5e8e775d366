/**
 * npm start: opens articles in a real browser with the extension in it.
 *
 * usage: npm start -- [PAGE...] [--browser chrome|firefox] [--headless] [--screenshot DIR] [--json]
 * PAGE is an address or a saved .html file; without one a demo article is opened.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import type { PageReport } from '../src/shared/messages.ts';
import { type BrowserName, browserNames, lookForBrowser } from './browsers.mjs';
import { type ExtensionBrowser, launchWithExtension, type Tab } from './launch.ts';
import { servePages } from './serve.ts';
import { runCommand, UsageError } from './usage.ts';

const DEMO = 'docs/demo/h200-licences.html';
/** How long a page may take to load, and then to settle, in milliseconds. */
const LOADED = 20_000;
const SETTLED = 4_000;
/** How long the extension may take to answer about a page. */
const ANSWERED = 10_000;

await runCommand(main);

async function main(): Promise<number> {
  const { pages, browserName, headless, screenshots, json } = readArguments();
  await buildExtension(browserName);
  const server = await servePages();
  const targets = pages.map((page) => ({ page, address: isAddress(page) ? page : server.addressOf(resolve(page)) }));
  const extension = await launchWithExtension({ browser: browserName, headless, offline: !pages.some(isRemote) });
  let failed = false;
  try {
    for (const [index, { page, address }] of targets.entries()) {
      const tab = await extension.openTab();
      const outcome = await visit(tab, address);
      failed ||= outcome.unreachable;
      if (outcome.unreachable) console.error(`newsgloss: ${page}: ${outcome.errors[0]}`);
      if (screenshots !== null && outcome.report !== null)
        await photograph(tab, outcome.report, join(screenshots, `${index + 1}-${nameOf(page)}.${browserName}`), json);
      console.log(json ? JSON.stringify(line(page, outcome)) : summary(page, outcome));
      // In a window the pages stay open for the reader.
      if (headless || json) await settleWithin(tab.page.close(), ANSWERED);
    }
    if (!headless && !json) await stayOpen(extension);
  } finally {
    await extension.close();
    await server.close();
  }
  return failed ? 2 : 0;
}

interface Outcome {
  report: PageReport | null;
  errors: string[];
  unreachable: boolean;
}

/** Loads a page and asks the extension what it made of it; a page that never ends is left after a while. */
async function visit(tab: Tab, address: string): Promise<Outcome> {
  const errors: string[] = [];
  try {
    await within(tab.open(address, LOADED), LOADED + 1_000, 'the page did not load');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/net::ERR_|NS_ERROR|neterror|unknownHost|connectionFailure/i.test(message))
      return {
        report: null,
        errors: [`cannot be reached (${/(?:net::)?(?:ERR_|NS_ERROR_)[A-Z_]+|neterror\S*/.exec(message)?.[0] ?? message})`],
        unreachable: true,
      };
    errors.push(
      /timeout|did not load/i.test(message) ? `the page did not finish loading within ${LOADED / 1000} s` : (message.split('\n')[0] ?? ''),
    );
  }
  try {
    await settleWithin(
      tab.page.waitForFunction(() => document.readyState === 'complete', { timeout: SETTLED }),
      SETTLED,
    );
    let report = await within(tab.report(), ANSWERED, 'the page did not answer');
    if (!report.isArticle || report.mentions.length === 0) {
      // Pages that build themselves with scripts may not have been done.
      await settleWithin(tab.page.waitForNetworkIdle({ idleTime: 500, timeout: SETTLED }), SETTLED);
      report = await within(tab.report(), ANSWERED, 'the page did not answer');
    }
    return { report, errors, unreachable: false };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      report: null,
      errors: [...errors, /Receiving end does not exist/.test(message) ? 'the extension does not run on this page' : message],
      unreachable: false,
    };
  }
}

/** What `--json` prints of a page. */
function line(page: string, { report, errors }: Outcome): object {
  const { isArticle = false, title = null, published = null, language = null, text = '', mentions = [], timings = null } = report ?? {};
  return {
    page,
    isArticle,
    title,
    published,
    language,
    mentions: mentions.map(({ start, end, entity, name, category }) => ({
      start,
      end,
      surface: text.slice(start, end),
      entity,
      name,
      category,
    })),
    timings,
    errors: [...errors, ...(report?.errors ?? [])],
  };
}

/** What is printed of a page for people. */
function summary(page: string, { report, errors }: Outcome): string {
  if (report === null) return `${page}\n  ${errors.join('\n  ')}`;
  if (!report.isArticle) return `${page}\n  not a news article (${report.reason})`;
  const names = new Map<string, number>();
  for (const { name } of report.mentions) names.set(name, (names.get(name) ?? 0) + 1);
  const ranked = [...names].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ×${count}`);
  return [
    page,
    `  ${report.title ?? 'untitled'} (${report.published ?? 'undated'}, ${report.language ?? 'unknown language'})`,
    `  ${report.mentions.length} mentions of ${names.size} names: ${ranked.slice(0, 12).join(', ')}${ranked.length > 12 ? ', …' : ''}`,
    ...[...errors, ...report.errors].map((error) => `  error: ${error}`),
  ].join('\n');
}

/** The page with its marks, and with the first card open. */
async function photograph(tab: Tab, report: PageReport, path: string, quiet: boolean): Promise<void> {
  await tab.page.bringToFront();
  if (report.mentions.length > 0) await tab.show(0, false);
  await tab.page.screenshot({ path: `${path}.png` });
  if (!quiet) console.error(`${path}.png`);
  if (report.mentions.length === 0 || !(await tab.show(0, true))) return;
  await tab.page.screenshot({ path: `${path}.card.png` });
  if (!quiet) console.error(`${path}.card.png`);
}

function readArguments(): { pages: string[]; browserName: BrowserName; headless: boolean; screenshots: string | null; json: boolean } {
  const { values, positionals } = parse();
  const chosen = values.browser;
  if (chosen !== undefined && !browserNames.includes(chosen as BrowserName))
    throw new UsageError(`--browser takes chrome or firefox, not "${chosen}"`);
  const browserName = (chosen as BrowserName | undefined) ?? browserNames.find((name) => lookForBrowser(name) !== undefined);
  if (browserName === undefined || lookForBrowser(browserName) === undefined)
    throw new UsageError(`no ${browserName ?? 'Chrome or Firefox'} was found on this machine`);
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const headless = values.headless === true || !hasDisplay;
  const pages = positionals.length > 0 ? positionals : [DEMO];
  for (const page of pages) checkPage(page);
  const screenshots = values.screenshot ?? (headless && values.json !== true ? 'screenshots' : null);
  if (screenshots !== null) mkdirSync(screenshots, { recursive: true });
  return { pages, browserName, headless, screenshots, json: values.json === true };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'string' }, headless: { type: 'boolean' }, screenshot: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function checkPage(page: string): void {
  if (isAddress(page)) {
    if (!URL.canParse(page)) throw new UsageError(`${page}: not an address`);
    return;
  }
  if (!existsSync(page)) throw new UsageError(`${page}: no such file`);
  if (!statSync(page).isFile()) throw new UsageError(`${page}: ${statSync(page).isDirectory() ? 'is a directory' : 'not a file'}`);
}

function isAddress(page: string): boolean {
  return /^https?:\/\//i.test(page);
}

/** Whether a page needs more of the network than this machine. */
function isRemote(page: string): boolean {
  return isAddress(page) && !/^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+)(?:[:/]|$)/i.test(page);
}

function nameOf(page: string): string {
  const name = isAddress(page) ? `${new URL(page).host}${new URL(page).pathname}` : basename(page);
  return (
    name
      .replace(/\.x?html?$/i, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'page'
  );
}

/** Builds one browser's extension; its messages are no output of this command. */
async function buildExtension(name: BrowserName): Promise<void> {
  const { log, warn } = console;
  console.log = () => {};
  console.warn = () => {};
  try {
    await build({ mode: name, logLevel: 'error' });
  } finally {
    Object.assign(console, { log, warn });
  }
}

/** Until the reader closes the browser. */
function stayOpen({ browser }: ExtensionBrowser): Promise<void> {
  return new Promise((closed) => browser.once('disconnected', () => closed()));
}

async function within<Value>(task: Promise<Value>, time: number, complaint: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} within ${Math.round(time / 1000)} s`)), time);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for a task, but not for ever, and not for its success. */
async function settleWithin(task: Promise<unknown>, time: number): Promise<void> {
  await within(task, time, 'not done').catch(() => undefined);
}
