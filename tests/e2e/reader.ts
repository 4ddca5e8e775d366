/** What a reader does on a page, and what can be seen of it afterwards. */
import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { BrowserName } from '../../scripts/browsers.mjs';
import { eventually } from '../../scripts/eventually.ts';
import { type CardView, type ExtensionBrowser, type LaunchOptions, launchWithExtension, type Tab } from '../../scripts/launch.ts';
import { type PlayedNetwork, playNetwork } from '../../scripts/playedNetwork.ts';
import type { PageReport } from '../../src/shared/messages.ts';
import { type Site, startSite } from './site.ts';

export { eventually };

export interface Visit extends Tab {
  /** What the page and the scripts on it complained about. */
  complaints: string[];
}

interface Opened {
  extension: ExtensionBrowser;
  network: PlayedNetwork;
}

/** How long the content script may take to answer on a busy machine, in milliseconds. */
const ATTACHED = 20_000;

/** Browsers with nothing special about them stay open from one file to the next: starting one takes as long as many a file. */
const kept = new Map<BrowserName, Opened>();

async function launch(name: BrowserName, options: Partial<Omit<LaunchOptions, 'network'>>): Promise<Opened> {
  const network = await playNetwork();
  return { network, extension: await launchWithExtension({ browser: name, headless: true, offline: true, network, ...options }) };
}

async function launchOnce(name: BrowserName): Promise<Opened> {
  const known = kept.get(name);
  if (known && (await isThere(known.extension))) return known;
  const opened = await launch(name, {});
  kept.set(name, opened);
  return opened;
}

/** Whether a browser still answers. */
function isThere(extension: ExtensionBrowser): Promise<boolean> {
  return extension.addresses().then(
    () => true,
    () => false,
  );
}

/** Keeps a browser and the site open for the tests of one file, and opens pages in it. */
export function useBrowser(
  name: BrowserName,
  options: Partial<Omit<LaunchOptions, 'network'>> = {},
): {
  visit(path: string): Promise<Visit>;
  /** Opens an empty tab. */
  openTab(): Promise<Visit>;
  /** Opens a page of the extension (`popup/index.html`) and waits until it shows a text. */
  openPage(path: string, text: string): Promise<Page>;
  site(): Site;
  extension(): ExtensionBrowser;
  /** All that leaves the browser for other hosts. */
  network(): PlayedNetwork;
} {
  let extension: ExtensionBrowser;
  let site: Site;
  let network: PlayedNetwork;
  const isKept = Object.keys(options).length === 0;
  const open = async () => {
    ({ extension, network } = await (isKept ? launchOnce(name) : launch(name, options)));
  };
  beforeAll(async () => {
    site = await startSite();
    await open();
  });
  // A browser that has died is not what a second try is for.
  beforeEach(async ({ task }) => {
    if (task.result?.retryCount && !(await isThere(extension))) await open();
  });
  afterAll(async () => {
    if (isKept) {
      await extension?.choose(null);
      await extension?.closeTabs();
      network?.reset();
    } else {
      await extension?.close();
      await network?.close();
    }
    await site?.close();
  });
  const openTab = async (): Promise<Visit> => {
    const tab = await extension.openTab();
    const complaints: string[] = [];
    tab.page.on('pageerror', (error) => complaints.push(String(error)));
    tab.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
    });
    return { ...tab, report: (time = ATTACHED) => tab.report(time), complaints };
  };
  const visit = async (path: string): Promise<Visit> => {
    const tab = await openTab();
    await tab.page.bringToFront();
    await tab.open(path.startsWith('http') ? path : site.url(path));
    // Until its style sheets are there, nothing on it stands where it will.
    await eventually(
      () => tab.page.evaluate(() => document.readyState),
      (state) => state === 'complete',
    );
    return tab;
  };
  const openPage = async (path: string, text: string) => {
    const page = await extension.openExtensionPage(`src/pages/${path}`);
    await page.bringToFront();
    await eventually(
      () => textOf(page),
      (shown) => shown.includes(text),
    );
    return page;
  };
  return { visit, openTab, openPage, site: () => site, extension: () => extension, network: () => network };
}

/** Mentions of a report as pairs of surface and entity, in text order. */
export function pairsOf({ text, mentions }: PageReport): string[] {
  return mentions.map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);
}

/** Asks again and again for some milliseconds; an answer that is not as wanted is told. */
export async function stays<Value>(ask: () => Promise<Value>, isWanted: (value: Value) => boolean, time: number): Promise<void> {
  const end = Date.now() + time;
  while (Date.now() < end) {
    const value = await ask();
    if (!isWanted(value)) throw new Error(`became ${JSON.stringify(value)}`);
  }
}

/** The card, as soon as one is open and has its contents. */
export async function openCard(tab: Tab): Promise<CardView> {
  return (await eventually(tab.card, (card) => card?.isBusy === false)) as CardView;
}

/** The card, as soon as one is open, has its contents and stands where it will. */
export async function placedCard(tab: Tab): Promise<CardView> {
  const seen = async () => {
    const before = await openCard(tab);
    await tab.page.evaluate(twoFrames);
    return { before, after: await openCard(tab) };
  };
  const { after } = await eventually(seen, (cards) => JSON.stringify(cards.before.box) === JSON.stringify(cards.after.box));
  return after;
}

/** Runs on the page: resolves once it has drawn two frames, or two would have been drawn were it in front. */
async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame++)
    await new Promise<unknown>((next) => {
      requestAnimationFrame(next);
      setTimeout(next, 200);
    });
}

/** Resolves once no card is open. */
export async function noCard(tab: Tab): Promise<void> {
  await eventually(tab.card, (card) => card === null);
}

/** Scrolls the nth place where a text stands into view and returns its middle once it stands still, in CSS pixels of the window. */
export async function placeOf(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const twice = async () => {
    const before = await placeNow(page, text, nth);
    await page.evaluate(twoFrames);
    return { before, after: await placeNow(page, text, nth) };
  };
  const { after } = await eventually(twice, ({ before, after }) => before.x === after.x && before.y === after.y);
  return after;
}

async function placeNow(page: Page, text: string, nth: number): Promise<{ x: number; y: number }> {
  const place = await page.evaluate(
    (wanted: string, index: number) => {
      /** The texts of a tree, and of the open shadow roots in it. */
      const textsOf = (tree: Node): Text[] => {
        const texts: Text[] = [];
        const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          if (node instanceof Text) texts.push(node);
          else if ((node as Element).shadowRoot) texts.push(...textsOf((node as Element).shadowRoot as Node));
        }
        return texts;
      };
      let left = index;
      for (const node of textsOf(document.body)) {
        for (let at = node.data.indexOf(wanted); at >= 0; at = node.data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const [box] = range.getClientRects();
          return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
        }
      }
      return null;
    },
    text,
    nth,
  );
  if (place === null) throw new Error(`"${text}" is not on the page`);
  return place;
}

/** Clicks the nth place where a text stands. */
export async function clickOn(page: Page, text: string, nth = 0): Promise<void> {
  const { x, y } = await placeOf(page, text, nth);
  await page.mouse.click(x, y);
}

/** How many ranges are painted, by the highlight's name, as the page itself could count them. */
export function painted(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {};
    CSS.highlights.forEach((highlight, name) => {
      counts[name] = highlight.size;
    });
    return counts;
  });
}

/** The words that are painted, sorted, as the page itself could read them; a mark that is no longer on the page counts as `gone`. */
export function paintedWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    CSS.highlights.forEach((highlight) => {
      highlight.forEach((part) => {
        if (!part.startContainer.isConnected) {
          words.push('gone');
          return;
        }
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        words.push(range.toString());
      });
    });
    return words.sort();
  });
}

/** Text of a page as it is shown. */
export function textOf(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count
  return page.evaluate(() => document.body.innerText);
}

/** The first button whose text or label is this, or matches it, ready to be clicked. */
export function buttonOn(page: Page, name: string | RegExp): Promise<ElementHandle> {
  const pattern = typeof name === 'string' ? name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : name.source;
  const whole = typeof name === 'string' ? `^${pattern}$` : pattern;
  return still(() =>
    page.evaluateHandle(
      (source: string) =>
        [...document.querySelectorAll('button')].find(
          (button) =>
            new RegExp(source).test((button.getAttribute('aria-label') ?? button.textContent ?? '').trim()) ||
            new RegExp(source).test((button.textContent ?? '').trim()),
        ),
      whole,
    ),
  );
}

/** An element, as soon as it is on the page and stands still in view, so that what is done to it next reaches it. */
export async function still(find: () => Promise<JSHandle | null>): Promise<ElementHandle> {
  const ready = async () => {
    const element = ((await find())?.asElement() ?? null) as ElementHandle<Element> | null;
    return (await element?.evaluate(standsStill)) ? element : null;
  };
  return (await eventually(ready, (element) => element !== null)) as ElementHandle;
}

/** Runs on the page: whether an element is in it, and two frames later in the same place. */
async function standsStill(element: Element): Promise<boolean> {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  for (let frame = 0; frame < 2; frame++)
    await new Promise<unknown>((next) => {
      requestAnimationFrame(next);
      setTimeout(next, 200);
    });
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.isConnected && x === before.x && y === before.y && width === before.width && height === before.height;
}
