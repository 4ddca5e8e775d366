/** What the reader has chosen. Only what was changed is stored, so that a new default reaches everybody. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { SETTINGS_KEY } from './choices.ts';
import { CardLanguage, Category } from './model.ts';

/** A name that the reader does not want marked: on one site, or anywhere where `site` is null. */
export const MutedName = v.object({ entity: v.string(), name: v.string(), site: v.nullable(v.string()) });
export type MutedName = v.InferOutput<typeof MutedName>;

export const Settings = v.object({
  /** Off everywhere. */
  off: v.optional(v.boolean(), false),
  /** Hosts on which nothing is marked. */
  sitesOff: v.optional(v.array(v.string()), []),
  /** Categories of which nothing is marked. */
  categoriesOff: v.optional(v.array(Category), []),
  /** Whether each category has a colour of its own; without, all marks are grey and their lines tell. */
  colours: v.optional(v.boolean(), true),
  /** Whether a card opens for a pointer that rests on a mark. */
  hover: v.optional(v.boolean(), false),
  /** Whether articles that were marked are remembered, to come back as related reporting. */
  reading: v.optional(v.boolean(), false),
  muted: v.optional(v.array(MutedName), []),
  /** Language of cards and pages; null follows the browser. */
  language: v.optional(v.nullable(CardLanguage), null),
});
export type Settings = v.InferOutput<typeof Settings>;

/** The settings; stored values that do not parse count as not stored. */
export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

/** Changes some settings and keeps the rest. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  const known = v.safeParse(v.record(v.string(), v.unknown()), stored[SETTINGS_KEY]);
  await browser.storage.local.set({ [SETTINGS_KEY]: { ...(known.success ? known.output : {}), ...change } });
}

/** Calls back with the new settings whenever they change, until the signal aborts. */
export function onSettingsChange(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[SETTINGS_KEY]) listener(parseSettings(changes[SETTINGS_KEY].newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
}

/** Mutes a name; muting it everywhere takes the place of muting it on single sites. */
export async function mute(name: MutedName): Promise<void> {
  const { muted } = await loadSettings();
  const others = muted.filter((one) => one.entity !== name.entity || (name.site !== null && one.site !== name.site));
  await changeSettings({ muted: [...others, name] });
}

/** Has a name marked again that was muted just so. */
export async function unmute(name: MutedName): Promise<void> {
  const { muted } = await loadSettings();
  await changeSettings({ muted: muted.filter((one) => one.entity !== name.entity || one.site !== name.site) });
}

function parseSettings(stored: unknown): Settings {
  const parsed = v.safeParse(Settings, stored ?? {});
  return parsed.success ? parsed.output : v.parse(Settings, {});
}
