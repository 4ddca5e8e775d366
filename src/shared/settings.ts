/** What the reader has chosen. Only what was changed is stored, so that a new default reaches everybody. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { CardLanguage } from './model.ts';

export const Settings = v.object({
  /** Off everywhere. */
  off: v.optional(v.boolean(), false),
  /** Hosts on which nothing is marked. */
  sitesOff: v.optional(v.array(v.string()), []),
  /** Language of cards and pages; null follows the browser. */
  language: v.optional(v.nullable(CardLanguage), null),
});
export type Settings = v.InferOutput<typeof Settings>;

const KEY = 'settings';

/** The settings; stored values that do not parse count as not stored. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Changes some settings and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const stored = await browser.storage.local.get(KEY);
  const known = v.safeParse(v.record(v.string(), v.unknown()), stored[KEY]);
  await browser.storage.local.set({ [KEY]: { ...(known.success ? known.output : {}), ...change } });
}

/** Calls back with the new settings whenever they change, until the signal aborts. */
export function onSettingsChange(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[KEY]) listener(parseSettings(changes[KEY].newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
}

/** Whether anything may be marked on a host. */
export function isOn({ off, sitesOff }: Settings, host: string): boolean {
  return !off && !sitesOff.includes(host);
}

function parseSettings(stored: unknown): Settings {
  const parsed = v.safeParse(Settings, stored ?? {});
  return parsed.success ? parsed.output : v.parse(Settings, {});
}
