/** What tests ask and do inside a page of the extension, and through it beside the content script. Each runs there alone: it may use nothing of this file. */

interface ExtensionApi {
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    remove(tab: number): Promise<void>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
  runtime: {
    getContexts(filter: object): Promise<{ contextType: string }[]>;
    sendMessage(message: { name?: string }): Promise<unknown>;
    onMessage: { addListener(listener: (message: { to?: string; name?: string }, sender: { tab?: { id?: number } }) => void): void };
  };
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
      func?: (...args: Arguments) => unknown;
      files?: string[];
      args?: Arguments;
    }): Promise<{ result?: unknown }[]>;
  };
  /** Lets extensions see into closed shadow roots. */
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
declare const chrome: ExtensionApi;

export async function registeredScripts(): Promise<boolean> {
  return (await chrome.scripting.getRegisteredContentScripts()).length > 0;
}

export async function framesWithScript(tab: number): Promise<string[]> {
  const frames = await chrome.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    // Runs beside the content script, which leaves its mark there however soon it ends.
    func: () => ('newsglossEnd' in globalThis ? location.href : null),
  });
  return frames.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
}

export async function registeredSites(): Promise<string[]> {
  return (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches ?? []);
}

export async function tabAddresses(): Promise<string[]> {
  return (await chrome.tabs.query({})).flatMap((tab) => tab.url ?? []);
}

export async function isPanelOpen(): Promise<boolean> {
  if (chrome.sidebarAction) return chrome.sidebarAction.isOpen({});
  return (await chrome.runtime.getContexts({})).some((context) => context.contextType === 'SIDE_PANEL');
}

export async function closeWelcome(): Promise<boolean> {
  const [welcome] = (await chrome.tabs.query({})).filter((tab) => tab.url?.endsWith('/welcome/index.html'));
  if (welcome?.id === undefined) return false;
  await chrome.tabs.remove(welcome.id);
  return true;
}

/** Where `noteQuestions` leaves what it hears, for `questionsOf`. */
interface Questions {
  questions?: { tab: number | undefined; name: string }[];
}

/** Every page of the extension hears what the background is asked. */
export function noteQuestions(): void {
  const world = globalThis as Questions;
  if (world.questions) return;
  const questions: NonNullable<Questions['questions']> = [];
  world.questions = questions;
  chrome.runtime.onMessage.addListener(({ to, name = '' }, { tab }) => {
    if (to === 'background') questions.push({ tab: tab?.id, name });
  });
}

export function questionsOf(tab: number): string[] {
  return ((globalThis as Questions).questions ?? []).filter((one) => one.tab === tab).map(({ name }) => name);
}

export async function storeSettings(settings: Record<string, unknown> | null): Promise<void> {
  const { settings: stored } = await chrome.storage.local.get('settings');
  if (settings === null) await chrome.storage.local.remove('settings');
  else await chrome.storage.local.set({ settings: { ...(stored as object | undefined), ...settings } });
}

export async function tabIds(): Promise<number[]> {
  return (await chrome.tabs.query({})).flatMap((tab) => tab.id ?? []);
}

export async function askTab(tab: number, name: string, args: unknown[]): Promise<unknown> {
  const answer = (await chrome.tabs.sendMessage(tab, { to: 'page', name, arguments: args })) as {
    ok: boolean;
    value?: unknown;
    error?: string;
  };
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

export async function askCard(tab: number): Promise<unknown> {
  /** Runs beside the content script, on the page. */
  const readCard = () => {
    for (const host of document.documentElement.children) {
      // Firefox has it as a property instead.
      const root = chrome.dom
        ? chrome.dom.openOrClosedShadowRoot(host)
        : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
      const card = root?.querySelector<HTMLElement>('.card:not(.list):popover-open');
      if (!root || !card?.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top, right, bottom } = card.getBoundingClientRect();
      // What lies below its edge comes a frame after the rest, the day that it is as of last.
      const isPartial = card.querySelector('.body') !== null && card.querySelector('.as-of') === null;
      const dock = root.querySelector('.dock:popover-open');
      const links = [...card.querySelectorAll('a')].map((link) => ({ text: link.ariaLabel ?? link.textContent, href: link.href }));
      const focus = root.activeElement && (root.activeElement.getAttribute('aria-label') ?? root.activeElement.textContent);
      return {
        text: card.textContent,
        links,
        buttons: [...card.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? button.textContent),
        dock: dock?.getBoundingClientRect().toJSON() ?? null,
        animations: card.getAnimations({ subtree: true }).length,
        pinned: [...root.querySelectorAll('.dock .card')].map((pinned) => pinned.textContent ?? ''),
        box: { left, top, right, bottom },
        language: card.lang,
        isBusy: card.ariaBusy === 'true' || isPartial,
        fontSize: getComputedStyle(card).fontSize,
        focus,
      };
    }
    return null;
  };
  const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab }, func: readCard });
  return answer?.result ?? null;
}

export async function askList(tab: number): Promise<unknown> {
  /** Runs beside the content script, on the page. */
  const readList = () => {
    for (const host of document.documentElement.children) {
      const root = chrome.dom
        ? chrome.dom.openOrClosedShadowRoot(host)
        : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
      const list = root?.querySelector<HTMLElement>('.list:popover-open');
      if (!root || !list) continue;
      const title = list.querySelector('h2')?.textContent ?? '';
      const focus = root.activeElement;
      return {
        title,
        entries: [...list.querySelectorAll('li')].map((entry) => entry.textContent),
        language: list.lang,
        box: list.getBoundingClientRect().toJSON(),
        focus: focus && (focus === list ? title : focus.textContent || focus.getAttribute('aria-label')),
      };
    }
    return null;
  };
  const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab }, func: readList });
  return answer?.result ?? null;
}

export async function interceptCards(tab: number, how: string): Promise<void> {
  /** Runs beside the content script, and shares its global object. */
  const intercept = (wanted: string) => {
    const api = (globalThis as { browser?: ExtensionApi }).browser ?? chrome;
    const world = globalThis as { sendAsEver?: ExtensionApi['runtime']['sendMessage'] };
    world.sendAsEver ??= api.runtime.sendMessage.bind(api.runtime);
    const asEver = world.sendAsEver;
    api.runtime.sendMessage = (message) => {
      if (message.name !== 'card' || wanted === 'as ever') return asEver(message);
      return wanted === 'never' ? new Promise(() => undefined) : Promise.resolve({ ok: false, error: 'a fault of the test' });
    };
  };
  await chrome.scripting.executeScript({ target: { tabId: tab }, func: intercept, args: [how] });
}

export async function askStyle(tab: number, selector: string, property: string, pseudo: string | null): Promise<string | null> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    // Runs beside the content script, on the page.
    func: (wanted: string, name: string, part: string | null) => {
      for (const host of document.documentElement.children) {
        const root = chrome.dom
          ? chrome.dom.openOrClosedShadowRoot(host)
          : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
        const element = root?.querySelector(wanted);
        if (element) return getComputedStyle(element, part).getPropertyValue(name);
      }
      return null;
    },
    args: [selector, property, pseudo] as [string, string, string | null],
  });
  return (answer?.result ?? null) as string | null;
}

export async function askFaults(tab: number): Promise<string[]> {
  const target = { tabId: tab };
  await chrome.scripting.executeScript({ target, files: ['/axe.min.js'] });
  const [answer] = await chrome.scripting.executeScript({
    target,
    // Runs beside the content script, on the page.
    func: async () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const root = chrome.dom
        ? chrome.dom.openOrClosedShadowRoot(host)
        : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
      if (!root?.querySelector(':popover-open')) throw new Error('nothing is shown on the page');
      // Seen so from this world alone: to the page the root stays closed.
      if (host.shadowRoot === null) Object.defineProperty(host, 'shadowRoot', { get: () => root });
      const { axe } = globalThis as unknown as { axe: Axe };
      const light = await axe.run(host);
      if (light.passes.length === 0) throw new Error('axe has looked at nothing');
      const themed = [...root.querySelectorAll<HTMLElement>('[data-theme]')];
      for (const part of themed) part.dataset['theme'] = 'dark';
      const dark = await axe.run(host, { runOnly: ['color-contrast', 'link-in-text-block'] });
      for (const part of themed) part.dataset['theme'] = 'light';
      return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
      );
    },
  });
  return answer?.result as string[];
}

interface Axe {
  run(
    element: Element,
    options?: { runOnly: string[] },
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[]; passes: unknown[] }>;
}

export async function askOffer(tab: number): Promise<unknown> {
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

/** Where a button can be clicked, once it has stood still for two frames with nothing over it; null until then. */
export async function findButton(tab: number, name: string): Promise<unknown> {
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab },
    // Runs beside the content script, on the page.
    func: async (wanted: string) => {
      const find = () => {
        for (const host of document.documentElement.children) {
          const root = chrome.dom
            ? chrome.dom.openOrClosedShadowRoot(host)
            : (host as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot;
          for (const button of root?.querySelectorAll('.card:popover-open button, .dock:popover-open button') ?? []) {
            if ((button.getAttribute('aria-label') ?? button.textContent)?.trim() !== wanted) continue;
            button.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            const { x, y, width, height } = button.getBoundingClientRect();
            const place = { x: x + width / 2, y: y + height / 2 };
            const top = root?.elementFromPoint(place.x, place.y);
            return top && button.contains(top) ? place : null;
          }
        }
        return null;
      };
      const before = find();
      if (before === null) return null;
      for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
      const after = find();
      return after?.x === before.x && after.y === before.y ? after : null;
    },
    args: [name],
  });
  return answer?.result ?? null;
}
