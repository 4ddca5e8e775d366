/** What follows from the reader's settings. Free of schemas, because the content script carries it to every page. */
import type { Mention } from './model.ts';
import type { Settings } from './settings.ts';

/** Where the settings are kept in the extension's storage. */
export const SETTINGS_KEY = 'settings';

/** Whether anything may be marked on a host. */
export function isOn({ off, sitesOff }: Settings, host: string): boolean {
  return !off && !sitesOff.includes(host);
}

/** Whether a mention may be marked on a host. */
export function isMarked({ categoriesOff, muted }: Settings, host: string, { entity, category }: Mention): boolean {
  return !categoriesOff.includes(category) && !muted.some((name) => name.entity === entity && (name.site === null || name.site === host));
}
