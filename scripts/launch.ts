/**
 * A real browser with the built extension in it, for `npm start`, the
 * screenshots and the end-to-end tests: one way to drive both browsers.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { PageReport } from '../src/shared/messages.ts';
import type { Settings } from '../src/shared/settings.ts';
import { type BrowserName, findBrowser } from './browsers.mjs';
import { eventually } from './eventually.ts';
import {
  askCard,
  askFaults,
  askList,
  askOffer,
  askStyle,
  askTab,
  closeWelcome,
  findButton,
  framesWithScript,
  interceptCards,
  isPanelOpen,
  noteQuestions,
  questionsOf,
  registeredScripts,
  registeredSites,
  storeSettings,
  tabAddresses,
  tabIds,
} from './insideExtension.ts';
import type { PlayedNetwork } from './playedNetwork.ts';

export interface LaunchOptions {
  browser: BrowserName;
  headless: boolean;
  /** Refuse every address but this machine's own, as for saved pages, whose other parts are long gone. */
  offline: boolean;
  /** Forget pages that were left, which Chromium else keeps whole for the way back. */
  forgetful?: boolean;
  /** Width and height of the window, in CSS pixels. */
  viewport?: { width: number; height: number };
  /** What pages are told that the reader prefers. */
  theme?: 'light' | 'dark';
  /** What else the reader prefers, or has: less motion, the system's own few colours, fingers for a pointer. */
  prefers?: readonly Preference[];
  /** Match patterns of the sites that count as allowed by the reader; this machine's own pages otherwise. */
  sites?: readonly string[];
  /** What takes the web's place; without it nobody is there. */
  network?: PlayedNetwork;
  /** Origins that the reader grants when asked. Chrome's prompts cannot be answered from here, so there they are granted beforehand. */
  granted?: readonly string[];
}

export type Preference = 'reduced-motion' | 'forced-colours' | 'touch';

/** A browser with the extension installed and allowed on this machine's own pages. */
export interface ExtensionBrowser {
  readonly browser: Browser;
  /** Opens a page of the extension (`src/pages/popup/index.html`) in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Opens a tab; `load` may fail or take for ever, as pages do. */
  openTab(): Promise<Tab>;
  /** Addresses of all tabs that the extension may know. */
  addresses(): Promise<string[]>;
  /** Whether the page panel is open beside some tab. */
  hasPanel(): Promise<boolean>;
  /** Changes the reader's settings; null takes all choices back. */
  choose(settings: Partial<Settings> | null): Promise<void>;
  /** Addresses of the frames of a tab in which the content script has been started, the page itself included. */
  startedIn(tab: number): Promise<string[]>;
  /** Patterns of the sites that the content script is registered for beyond the manifest's. */
  registeredSites(): Promise<string[]>;
  /** Has what pages ask the background written down from now on. */
  noteQuestions(): Promise<void>;
  /** Closes all tabs. */
  closeTabs(): Promise<void>;
  close(): Promise<void>;
}

/** A tab as the test and as the extension see it. */
export interface Tab {
  readonly page: Page;
  /** The browser's number for it. */
  readonly id: number;
  /** Loads an address until its text is parsed; rejects after `time` milliseconds, or where it cannot be reached. */
  open(address: string, time?: number): Promise<void>;
  /** The content script's own report; rejects where none comes to run within some milliseconds. */
  report(time?: number): Promise<PageReport>;
  /** Has the content script scroll to a mention by its number, and open its card. */
  show(mention: number, open: boolean): Promise<boolean>;
  /** Has the content script go to the next mention, or back, as the keyboard's commands do. */
  step(back: boolean): Promise<boolean>;
  /** Has the content script open the list of mentions, or close it, as the keyboard's command does. */
  toggleList(): Promise<boolean>;
  /** The list of mentions as it stands on the page, or null where none is open. */
  list(): Promise<ListView | null>;
  /** Has questions for cards on this page be answered as ever, with a fault, or not at all. */
  answerCards(how: 'as ever' | 'with a fault' | 'never'): Promise<void>;
  /** What the content script has asked the background since questions are noted, by the names of the messages. */
  questions(): Promise<string[]>;
  /** Computed styles inside what the extension shows on the page: the property of the first element that matches, or of its pseudo-element. */
  style(selector: string, property: string, pseudo?: string | null): Promise<string | null>;
  /** What axe-core finds in what the extension shows on the page, in the light and of colours in the dark; a line for each element at fault. */
  faults(): Promise<string[]>;
  /** The card as it stands on the page, or null where none is open. */
  card(): Promise<CardView | null>;
  /** Label of the card that is offered beside a link, or null. */
  offer(): Promise<string | null>;
  /** Clicks the button of the open card, or of a pinned one, that has this accessible name, as soon as it is there and stands still. */
  press(button: string): Promise<void>;
}

/** What a reader sees of an open card. */
export interface CardView {
  text: string;
  /** Its links by their accessible names. */
  links: { text: string; href: string }[];
  /** Accessible names of its buttons. */
  buttons: string[];
  /** Texts of the cards pinned to the side. */
  pinned: string[];
  /** Its box in the window, in CSS pixels. */
  box: Box;
  /** The box of the pinned cards, or null where there are none. */
  dock: Box | null;
  language: string;
  /** Whether its contents are still on their way. */
  isBusy: boolean;
  /** How many animations run in it. */
  animations: number;
  /** Font of its text: proof of which style sheet reached it. */
  fontSize: string;
  /** Accessible name of the element of the card that has the focus, or null. */
  focus: string | null;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a reader sees of the list of mentions. */
export interface ListView {
  title: string;
  entries: string[];
  language: string;
  box: Box;
  /** Text of the entry that has the focus, the list's title where it has it itself, or null. */
  focus: string | null;
}

/** The popup's page serves as the place to send messages from. */
const MESSENGER = 'src/pages/popup/index.html';
const FIREFOX_ID = 'newsgloss@newsgloss.example';
/** Any fixed number will do: Firefox then serves the extension's pages under it. */
const FIREFOX_UUID = '5a3c7d1e-6b1f-4f0e-9a57-0e2f7f6a8c11';
/** A name of this machine that counts as no allowed site: what a page is without the extension. */
export const PLAIN_HOST = 'plain.localhost';
/** Sites whose pages are treated as ones that the reader has allowed. */
const OWN_SITES = ['*://127.0.0.1/*', '*://localhost/*'];

/** Size of windows where none is asked for, in CSS pixels. */
export const VIEWPORT = { width: 1280, height: 960 };

/** The same browser as `launchWithExtension` opens, without the extension; it is ended when the signal aborts. */
export function launchWithout(
  { browser, viewport = VIEWPORT, theme = 'light', prefers = [], ...options }: LaunchOptions,
  signal?: AbortSignal,
): Promise<Browser> {
  return (browser === 'chrome' ? launchChrome : launchFirefox)({ ...options, viewport, theme, prefers }, signal);
}

/** A browser that does not come up, or stops halfway, is ended and started once more. */
export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  try {
    return await startWithExtension(options);
  } catch (error) {
    console.warn(`${options.browser} did not start and is tried once more:`, error);
    return startWithExtension(options);
  }
}

/** How long a browser may take from its start until the extension has come up in it, in milliseconds. */
const START = 60_000;

async function startWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { browser: name, sites = OWN_SITES, granted = [] } = options;
  const folder = allowedCopy(name, name === 'chrome' ? [...sites, ...granted] : sites);
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), START);
  const late = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(new Error(`nothing is there after ${START} ms`)));
  });
  try {
    const there = launchWithout(options, ending.signal).then((browser) => install(browser, folder, options));
    return await Promise.race([there, late]);
  } catch (error) {
    ending.abort();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function install(browser: Browser, folder: string, { browser: name, viewport = VIEWPORT }: LaunchOptions): Promise<ExtensionBrowser> {
  const id = await browser.installExtension(folder);
  const base = name === 'chrome' ? `chrome-extension://${id}` : `moz-extension://${FIREFOX_UUID}`;
  const openExtensionPage = async (path: string) => {
    const page = await browser.newPage();
    // Firefox never settles the navigation to an extension's page, though it loads.
    page.goto(`${base}/${path}`).catch(() => undefined);
    await until(page, () => location.protocol.endsWith('extension:') && document.readyState === 'complete');
    return page;
  };
  const messenger = await openExtensionPage(MESSENGER);
  await until(messenger, registeredScripts);
  // The page that greets new readers would stand in the way of the others.
  await until(messenger, closeWelcome);
  const closed = async () => {
    const kill = () => browser.process()?.kill('SIGKILL');
    const killing = setTimeout(kill, PATIENCE);
    await browser.close().catch(kill);
    clearTimeout(killing);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    browser,
    openExtensionPage,
    openTab: async () => {
      const before = await messenger.evaluate(tabIds);
      const page = await browser.newPage();
      await page.setViewport(viewport);
      // The browser may tell the extension of a tab somewhat later than us.
      const added = async () => (await messenger.evaluate(tabIds)).find((one) => !before.includes(one));
      const tab = (await eventually(added, (one) => one !== undefined)) as number;
      const ask = (message: string, ...args: unknown[]) => messenger.evaluate(askTab, tab, message, args);
      return {
        page,
        id: tab,
        open: (address, time = PATIENCE) => openAddress(page, address, time),
        report: async (time = ATTACHED) => (await patiently(() => ask('report'), time)) as PageReport,
        step: async (back) => (await ask('step', { back })) as boolean,
        show: async (mention, open) => (await ask('show', { mention, open })) as boolean,
        toggleList: async () => (await ask('list')) as boolean,
        list: async () => (await messenger.evaluate(askList, tab)) as ListView | null,
        answerCards: (how) => messenger.evaluate(interceptCards, tab, how),
        questions: () => messenger.evaluate(questionsOf, tab),
        style: (selector, property, pseudo = null) => messenger.evaluate(askStyle, tab, selector, property, pseudo),
        faults: () => messenger.evaluate(askFaults, tab),
        card: async () => (await messenger.evaluate(askCard, tab)) as CardView | null,
        offer: async () => (await messenger.evaluate(askOffer, tab)) as string | null,
        press: async (button) => {
          const find = async () => (await messenger.evaluate(findButton, tab, button)) as { x: number; y: number } | null;
          const place = await eventually(find, (one) => one !== null).catch(() => null);
          if (place === null) throw new Error(`no button "${button}" stands still on the card`);
          await page.mouse.click(place.x, place.y);
        },
      };
    },
    addresses: () => messenger.evaluate(tabAddresses),
    hasPanel: () => messenger.evaluate(isPanelOpen),
    choose: (settings) => messenger.evaluate(storeSettings, settings as Record<string, unknown> | null),
    startedIn: (tab) => messenger.evaluate(framesWithScript, tab),
    registeredSites: () => messenger.evaluate(registeredSites),
    noteQuestions: () => messenger.evaluate(noteQuestions),
    closeTabs: async () => {
      // Some close by themselves meanwhile.
      for (const page of await browser.pages()) if (page !== messenger) await page.close().catch(() => undefined);
    },
    close: closed,
  };
}

/** How long a page's content script may take to be there after its text is parsed, in milliseconds. */
const ATTACHED = 3_000;

/** Asks again while nobody listens on the page yet. */
async function patiently(ask: () => Promise<unknown>, time: number): Promise<unknown> {
  const end = Date.now() + time;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end || !(error instanceof Error) || !error.message.includes('Receiving end does not exist')) throw error;
    }
    await new Promise((next) => setTimeout(next, 25));
  }
}

async function openAddress(page: Page, address: string, time: number): Promise<void> {
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: time });
  } catch (error) {
    // Firefox takes the end of a new tab's own blank page for a refusal of the next one.
    if (!(error instanceof Error) || !error.message.includes('Address rejected')) throw error;
    await until(page, () => location.protocol.startsWith('http') && document.readyState !== 'loading');
  }
}

/** How long the browser may take for what it does at once, in milliseconds: far longer than on a busy machine. */
const PATIENCE = 30_000;

/** Waits until a question about a page is answered with yes, through navigations that break questions off. */
async function until(page: Page, question: () => boolean | Promise<boolean>): Promise<void> {
  const ask = () => page.evaluate(question).catch(() => false);
  await eventually(ask, (is) => is).catch(() => {
    throw new Error(`${page.url()}: still waiting for ${question.name || 'the page'}`);
  });
}

/** A copy of the build whose manifest counts some sites among those the reader has allowed. */
function allowedCopy(name: BrowserName, sites: readonly string[]): string {
  const built = resolve('dist', name);
  if (!existsSync(join(built, 'manifest.json'))) throw new Error(`${built} is not built: run npm run build`);
  const folder = mkdtempSync(join(tmpdir(), `newsgloss-${name}-`));
  cpSync(built, folder, { recursive: true });
  // Not every browser is closed before its time.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // What looks for faults in what no page can see into.
  cpSync(resolve('node_modules/axe-core/axe.min.js'), join(folder, 'axe.min.js'));
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...sites] }));
  return folder;
}

type LaunchSettings = Omit<LaunchOptions, 'browser'> & Required<Pick<LaunchOptions, 'viewport' | 'theme' | 'prefers'>>;

const chromeSettings = {
  'reduced-motion': 'prefersReducedMotion=true',
  'forced-colours': 'inForcedColors=true',
  touch: 'primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1',
} as const satisfies Record<Preference, string>;
const firefoxPreferences = {
  'reduced-motion': { 'ui.prefersReducedMotion': 1 },
  'forced-colours': { 'browser.display.document_color_use': 2 },
  touch: { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 },
} as const satisfies Record<Preference, Record<string, number>>;

async function launchChrome(
  { headless, offline, forgetful, viewport, theme, prefers, network }: LaunchSettings,
  signal: AbortSignal | undefined,
): Promise<Browser> {
  return puppeteer.launch({
    ...(signal && { signal }),
    executablePath: findBrowser('chrome'),
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? viewport : null,
    args: [
      // Chromium's sandbox cannot start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(forgetful ? ['--disable-back-forward-cache'] : []),
      `--blink-settings=${[`preferredColorScheme=${theme === 'dark' ? 0 : 1}`, ...prefers.map((one) => chromeSettings[one])]}`,
      ...(network
        ? [`--proxy-server=http://127.0.0.1:${network.port}`, `--proxy-bypass-list=${PLAIN_HOST}`, '--ignore-certificate-errors']
        : []),
      ...(offline ? [`--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`] : []),
    ],
  });
}

async function launchFirefox(
  { headless, offline, viewport, theme, prefers, network }: LaunchSettings,
  signal: AbortSignal | undefined,
): Promise<Browser> {
  // Where nobody listens, nothing gets through.
  const proxy = network?.port ?? 9;
  return puppeteer.launch({
    ...(signal && { signal }),
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: network !== undefined,
    defaultViewport: headless ? viewport : null,
    // Lets the extension's own pages be opened and asked.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
      ...Object.assign({}, ...prefers.map((one) => firefoxPreferences[one])),
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'browser.safebrowsing.malware.enabled': false,
      'browser.safebrowsing.phishing.enabled': false,
      'network.captive-portal-service.enabled': false,
      ...(offline && {
        // Everything but this machine goes there.
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy,
        'network.proxy.no_proxies_on': `127.0.0.1, localhost, ${PLAIN_HOST}`,
        'network.dns.localDomains': PLAIN_HOST,
        'network.proxy.allow_hijacking_localhost': false,
      }),
    },
  });
}
