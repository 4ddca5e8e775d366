/**
 * npm run bench:card: how long a card takes from the moment its answer is
 * there until it is painted, and until what lies below its edge is there too,
 * in both browsers, for each name of the demonstration article. Of all rounds
 * the best counts, which other work on the machine has disturbed least.
 *
 * usage: npm run bench:card -- [--browser chrome|firefox] [--rounds N]
 */
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, browserNames, lookForBrowser } from './browsers.mjs';
import { type ExtensionBrowser, launchWithExtension, type Tab } from './launch.ts';
import { servePages } from './serve.ts';
import { runCommand } from './usage.ts';

const ARTICLE = 'docs/demo/h200-licences.html';
/** A frame of a screen that shows sixty a second, in milliseconds. */
const FRAME = 1000 / 60;

/** One opening of a card, in milliseconds from its answer. */
interface Opening {
  /** Since the background was asked. */
  waited: number;
  /** Until our own work is done, layout included. */
  work: number;
  /** Until the browser has painted the card, as much as can be seen of it. */
  painted: number;
  /** Until it has painted all of it. */
  whole: number;
  /** Frames that began before the card was there. */
  late: number;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', multiple: true, default: [...browserNames] },
      rounds: { type: 'string', default: '9' },
    },
  });
  const server = await servePages();
  console.log(
    '| | cards | asked before | own work | until painted | all of it painted | work within 16.7 ms | painted in the next frame |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  try {
    for (const name of values.browser.filter((one) => lookForBrowser(one as BrowserName) !== undefined) as BrowserName[]) {
      const extension = await launchWithExtension({ browser: name, headless: true, offline: true });
      try {
        const rounds: Opening[][] = [];
        for (let round = 0; round < Number(values.rounds); round++) rounds.push(await openAll(extension, server.addressOf(ARTICLE)));
        // The openings of one card, in all rounds.
        const cards = (rounds[0] ?? []).map((_, card) => rounds.flatMap((round) => round[card] ?? []));
        printRow(`${name}, first card of a page`, cards.slice(0, 1));
        printRow(`${name}, later cards`, cards.slice(1));
      } finally {
        await extension.close();
      }
    }
  } finally {
    await server.close();
  }
  return 0;
}

/** Opens the card of each name of an article once, in a tab of its own. */
async function openAll(extension: ExtensionBrowser, address: string): Promise<Opening[]> {
  const tab = await extension.openTab();
  await tab.page.bringToFront();
  await tab.open(address);
  const { mentions } = await tab.report();
  const messenger = await extension.openExtensionPage('src/pages/popup/index.html');
  await tab.page.bringToFront();
  await runInside(messenger, watchCards, tab.id);
  const openings: Opening[] = [];
  for (const entity of new Set(mentions.map((mention) => mention.entity))) {
    await tab.show(
      mentions.findIndex((mention) => mention.entity === entity),
      true,
    );
    openings.push(await nextOpening(tab, () => runInside(messenger, takeOpening, tab.id) as Promise<Opening | null>));
    await tab.page.keyboard.press('Escape');
  }
  await messenger.close();
  await tab.page.close();
  return openings;
}

/** Runs a function in a page of the extension, without the helper by which tsx keeps the names of functions. */
function runInside(page: Page, run: (tab: number) => Promise<unknown>, tab: number): Promise<unknown> {
  return page.evaluate(`(() => { const __name = (named) => named; return (${run})(${tab}); })()`);
}

async function nextOpening({ page }: Tab, take: () => Promise<Opening | null>): Promise<Opening> {
  const end = Date.now() + 10_000;
  for (;;) {
    const opening = await take();
    if (opening !== null) return opening;
    if (Date.now() > end) throw new Error(`${page.url()}: no card was painted`);
  }
}

function printRow(name: string, cards: readonly (readonly Opening[])[]): void {
  const best = (of: 'waited' | 'work' | 'painted' | 'whole') =>
    cards.map((openings) => Math.min(...openings.map((opening) => opening[of])));
  const spread = (values: readonly number[]) => `${quantile(values, 0.5).toFixed(1)} (${quantile(values, 0.9).toFixed(1)}) ms`;
  const short = best('work').filter((work) => work < FRAME).length;
  const all = cards.flat();
  const inTime = all.filter(({ late }) => late === 0).length;
  const times = (['waited', 'work', 'painted', 'whole'] as const).map((of) => spread(best(of)));
  const cells = [name, cards.length, ...times, short, `${inTime} of ${all.length}`];
  console.log(`| ${cells.join(' | ')} |`);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

// What follows runs inside the extension's page, and what that hands on beside the content script.

interface Api {
  runtime: { sendMessage(message: { name?: string }): Promise<unknown> };
  scripting: {
    executeScript(injection: { target: { tabId: number }; func: () => unknown }): Promise<{ result?: unknown }[]>;
  };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
declare const chrome: Api;
declare const browser: Api | undefined;

/** Has the scripts of a tab note when the answer of a card comes, and what follows. */
async function watchCards(tab: number): Promise<void> {
  await chrome.scripting.executeScript({
    target: { tabId: tab },
    func: () => {
      const api = typeof browser === 'undefined' ? chrome : (browser as Api);
      const world = globalThis as unknown as { openings: unknown[] };
      world.openings = [];
      const watch = {
        /** How much of a card stands in its place: nothing, what is seen of it, or all. */
        shown(): 'nothing' | 'first' | 'all' {
          for (const host of document.documentElement.children) {
            const root = chrome.dom
              ? chrome.dom.openOrClosedShadowRoot(host)
              : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
            const card = root?.querySelector<HTMLElement>('.card:not(.list):popover-open');
            if (card?.ariaBusy === 'false' && (card.style.left !== '' || card.classList.contains('is-sheet')))
              return card.querySelector('.as-of') ? 'all' : 'first';
          }
          return 'nothing';
        },
        inNextTask(then: () => void) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = then;
          port2.postMessage(null);
        },
        opening(asked: number) {
          const answered = performance.now();
          const opening = { answered, waited: answered - asked, work: 0, painted: null, late: 0 };
          // Everything that the answer sets off runs before the next task.
          watch.inNextTask(() => {
            opening.work = performance.now() - answered;
          });
          watch.frame(opening);
        },
        frame(opening: { answered: number; painted: number | null; late: number }) {
          requestAnimationFrame(() => {
            const shown = watch.shown();
            if (shown === 'nothing') opening.late++;
            watch.inNextTask(() => {
              const now = performance.now() - opening.answered;
              if (shown !== 'nothing') opening.painted ??= now;
              if (shown === 'all') world.openings.push({ ...opening, whole: now });
              else watch.frame(opening);
            });
          });
        },
      };
      const send = api.runtime.sendMessage.bind(api.runtime);
      api.runtime.sendMessage = async (message) => {
        const asked = performance.now();
        const answer = await send(message);
        if (message.name === 'card') watch.opening(asked);
        return answer;
      };
    },
  });
}

async function takeOpening(tab: number): Promise<unknown> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    func: () => (globalThis as unknown as { openings: unknown[] }).openings.shift() ?? null,
  });
  return answer?.result ?? null;
}

await runCommand(main);
