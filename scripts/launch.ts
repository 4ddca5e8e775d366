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
import type { PlayedNetwork } from './playedNetwork.ts';

export interface LaunchOptions {
  browser: BrowserName;
  headless: boolean;
  /** Refuse every address but this machine's own, as for saved pages, whose other parts are long gone. */
  offline: boolean;
  /** Width and height of the window, in CSS pixels. */
  viewport?: { width: number; height: number };
  /** What pages are told that the reader prefers. */
  theme?: 'light' | 'dark';
  /** Match patterns of the sites that count as allowed by the reader; this machine's own pages otherwise. */
  sites?: readonly string[];
  /** What takes the web's place; without it nobody is there. */
  network?: PlayedNetwork;
  /** Origins that the reader grants when asked. Chrome's prompts cannot be answered from here, so there they are granted beforehand. */
  granted?: readonly string[];
}

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
  /** The content script's own report; rejects where none comes to run. */
  report(): Promise<PageReport>;
  /** Has the content script scroll to a mention by its number, and open its card. */
  show(mention: number, open: boolean): Promise<boolean>;
  /** Has the content script go to the next mention, or back, as the keyboard's commands do. */
  step(back: boolean): Promise<boolean>;
  /** The card as it stands on the page, or null where none is open. */
  card(): Promise<CardView | null>;
  /** Label of the card that is offered beside a link, or null. */
  offer(): Promise<string | null>;
  /** Clicks the button of the open card that has this accessible name; false where there is none. */
  press(button: string): Promise<boolean>;
}

/** What a reader sees of an open card. */
export interface CardView {
  text: string;
  links: { text: string; href: string }[];
  /** Accessible names of its buttons. */
  buttons: string[];
  /** Texts of the cards pinned to the side. */
  pinned: string[];
  /** Its box in the window, in CSS pixels. */
  box: { left: number; top: number; right: number; bottom: number };
  language: string;
  /** Whether its contents are still on their way. */
  isBusy: boolean;
  /** Font of its text: proof of which style sheet reached it. */
  fontSize: string;
  /** Accessible name of the element of the card that has the focus, or null. */
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

/** The same browser as `launchWithExtension` opens, without the extension. */
export function launchWithout({ browser, viewport = VIEWPORT, theme = 'light', ...options }: LaunchOptions): Promise<Browser> {
  return (browser === 'chrome' ? launchChrome : launchFirefox)({ ...options, viewport, theme });
}

export async function launchWithExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  const { browser: name, viewport = VIEWPORT, sites = OWN_SITES, granted = [] } = options;
  const folder = allowedCopy(name, name === 'chrome' ? [...sites, ...granted] : sites);
  const browser = await launchWithout(options);
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
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    browser,
    openExtensionPage,
    openTab: async () => {
      const before = await messenger.evaluate(tabIds);
      const page = await browser.newPage();
      await page.setViewport(viewport);
      const [tab] = (await messenger.evaluate(tabIds)).filter((one) => !before.includes(one));
      if (tab === undefined) throw new Error('the new tab is not among the extension’s tabs');
      const ask = (message: string, ...args: unknown[]) => messenger.evaluate(askTab, tab, message, args);
      return {
        page,
        id: tab,
        open: (address, time = PATIENCE) => openAddress(page, address, time),
        report: async () => (await patiently(() => ask('report'))) as PageReport,
        step: async (back) => (await ask('step', { back })) as boolean,
        show: async (mention, open) => (await ask('show', { mention, open })) as boolean,
        card: async () => (await messenger.evaluate(askCard, tab)) as CardView | null,
        offer: async () => (await messenger.evaluate(askOffer, tab)) as string | null,
        press: async (button) => {
          const place = (await messenger.evaluate(findButton, tab, button)) as { x: number; y: number } | null;
          if (place !== null) await page.mouse.click(place.x, place.y);
          return place !== null;
        },
      };
    },
    addresses: () => messenger.evaluate(tabAddresses),
    hasPanel: () => messenger.evaluate(isPanelOpen),
    choose: (settings) => messenger.evaluate(storeSettings, settings as Record<string, unknown> | null),
    startedIn: (tab) => messenger.evaluate(framesWithScript, tab),
    registeredSites: () => messenger.evaluate(registeredSites),
    closeTabs: async () => {
      for (const page of await browser.pages()) if (page !== messenger) await page.close();
    },
    close: closed,
  };
}

/** How long a page's content script may take to be there after its text is parsed, in milliseconds. */
const ATTACHED = 3_000;

/** Asks again while nobody listens on the page yet. */
async function patiently(ask: () => Promise<unknown>): Promise<unknown> {
  const end = Date.now() + ATTACHED;
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

/** How long the browser may take for what it does at once, in milliseconds. */
const PATIENCE = 20_000;

/** Waits until a question about a page is answered with yes, through navigations that break questions off. */
async function until(page: Page, question: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(question).catch(() => false))) {
    if (Date.now() > end) throw new Error(`${page.url()}: still waiting for ${question.name || 'the page'}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** A copy of the build whose manifest counts some sites among those the reader has allowed. */
function allowedCopy(name: BrowserName, sites: readonly string[]): string {
  const built = resolve('dist', name);
  if (!existsSync(join(built, 'manifest.json'))) throw new Error(`${built} is not built: run npm run build`);
  const folder = mkdtempSync(join(tmpdir(), `newsgloss-${name}-`));
  cpSync(built, folder, { recursive: true });
  // Not every browser is closed before its time.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { host_permissions: string[] };
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...sites] }));
  return folder;
}

type LaunchSettings = Omit<LaunchOptions, 'browser'> & Required<Pick<LaunchOptions, 'viewport' | 'theme'>>;

async function launchChrome({ headless, offline, viewport, theme, network }: LaunchSettings): Promise<Browser> {
  return puppeteer.launch({
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
      `--blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`,
      ...(network
        ? [`--proxy-server=http://127.0.0.1:${network.port}`, `--proxy-bypass-list=${PLAIN_HOST}`, '--ignore-certificate-errors']
        : []),
      ...(offline ? [`--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`] : []),
    ],
  });
}

async function launchFirefox({ headless, offline, viewport, theme, network }: LaunchSettings): Promise<Browser> {
  // Where nobody listens, nothing gets through.
  const proxy = network?.port ?? 9;
  return puppeteer.launch({
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

// What follows runs inside the extension's page.

interface ExtensionApi {
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    remove(tab: number): Promise<void>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
  runtime: { getContexts(filter: object): Promise<{ contextType: string }[]> };
  /** Firefox's alone. */
  sidebarAction?: { isOpen(options: object): Promise<boolean> };
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
  scripting: {
    getRegisteredContentScripts(): Promise<{ matches?: string[] }[]>;
    executeScript<Arguments extends unknown[]>(injection: {
      target: { tabId: number; allFrames?: boolean };
      func: (...args: Arguments) => unknown;
      args?: Arguments;
    }): Promise<{ result?: unknown }[]>;
  };
  /** Lets extensions see into closed shadow roots. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
declare const chrome: ExtensionApi;

async function registeredScripts(): Promise<boolean> {
  return (await chrome.scripting.getRegisteredContentScripts()).length > 0;
}

async function framesWithScript(tab: number): Promise<string[]> {
  const frames = await chrome.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    // Runs beside the content script, which leaves its mark there however soon it ends.
    func: () => ('newsglossEnd' in globalThis ? location.href : null),
  });
  return frames.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
}

async function registeredSites(): Promise<string[]> {
  return (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches ?? []);
}

async function tabAddresses(): Promise<string[]> {
  return (await chrome.tabs.query({})).flatMap((tab) => tab.url ?? []);
}

async function isPanelOpen(): Promise<boolean> {
  if (chrome.sidebarAction) return chrome.sidebarAction.isOpen({});
  return (await chrome.runtime.getContexts({})).some((context) => context.contextType === 'SIDE_PANEL');
}

async function closeWelcome(): Promise<boolean> {
  const [welcome] = (await chrome.tabs.query({})).filter((tab) => tab.url?.endsWith('/welcome/index.html'));
  if (welcome?.id === undefined) return false;
  await chrome.tabs.remove(welcome.id);
  return true;
}

async function storeSettings(settings: Record<string, unknown> | null): Promise<void> {
  const { settings: stored } = await chrome.storage.local.get('settings');
  if (settings === null) await chrome.storage.local.remove('settings');
  else await chrome.storage.local.set({ settings: { ...(stored as object | undefined), ...settings } });
}

async function tabIds(): Promise<number[]> {
  return (await chrome.tabs.query({})).flatMap((tab) => tab.id ?? []);
}

async function askTab(tab: number, name: string, args: unknown[]): Promise<unknown> {
  const answer = (await chrome.tabs.sendMessage(tab, { to: 'page', name, arguments: args })) as {
    ok: boolean;
    value?: unknown;
    error?: string;
  };
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function askCard(tab: number): Promise<unknown> {
  /** Runs beside the content script, on the page. */
  const readCard = () => {
    for (const host of document.documentElement.children) {
      // Firefox has it as a property instead.
      const root = chrome.dom
        ? chrome.dom.openOrClosedShadowRoot(host)
        : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
      const card = root?.querySelector<HTMLElement>('.card:not(.list):popover-open');
      if (!root || !card) continue;
      const { left, top, right, bottom } = card.getBoundingClientRect();
      const links = [...card.querySelectorAll('a')].map((link) => ({ text: link.textContent, href: link.href }));
      const focus = root.activeElement && (root.activeElement.getAttribute('aria-label') ?? root.activeElement.textContent);
      return {
        text: card.textContent,
        links,
        buttons: [...card.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent),
        pinned: [...root.querySelectorAll('.dock .card')].map((pinned) => pinned.textContent ?? ''),
        box: { left, top, right, bottom },
        language: card.lang,
        isBusy: card.ariaBusy === 'true',
        fontSize: getComputedStyle(card).fontSize,
        focus,
      };
    }
    return null;
  };
  const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab }, func: readCard });
  return answer?.result ?? null;
}

async function askOffer(tab: number): Promise<unknown> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    // Runs beside the content script, on the page.
    func: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const root = chrome.dom
        ? chrome.dom.openOrClosedShadowRoot(host)
        : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
      return root?.querySelector('.chip:popover-open button')?.getAttribute('aria-label') ?? null;
    },
  });
  return answer?.result ?? null;
}

async function findButton(tab: number, name: string): Promise<unknown> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    // Runs beside the content script, on the page.
    func: (wanted: string) => {
      for (const host of document.documentElement.children) {
        const root = chrome.dom
          ? chrome.dom.openOrClosedShadowRoot(host)
          : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
        for (const button of root?.querySelectorAll('.card:popover-open button, .dock:popover-open button') ?? []) {
          if ((button.getAttribute('aria-label') ?? button.textContent)?.trim() !== wanted) continue;
          button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const { x, y, width, height } = button.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
      }
      return null;
    },
    args: [name],
  });
  return answer?.result ?? null;
}
