/** The reader's settings as the background reads them; stored values are parsed there. */
import { browser } from '../shared/browser.ts';
import { SETTINGS_KEY } from '../shared/choices.ts';
import type { Settings } from '../shared/settings.ts';
import type { Lifetime } from './lifetime.ts';
import { askBackground } from './messages.ts';

/** The settings now, and whenever they change until the lifetime ends. */
export async function followSettings(lifetime: Lifetime, listener: (settings: Settings) => void): Promise<Settings | undefined> {
  const ask = () => lifetime.run(() => askBackground('settings'));
  const onChanged = async (changes: Record<string, unknown>) => {
    if (!(SETTINGS_KEY in changes)) return;
    const settings = await ask();
    if (settings !== undefined && !lifetime.signal.aborted) listener(settings);
  };
  browser.storage.local.onChanged.addListener(onChanged);
  lifetime.signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), { once: true });
  return ask();
}
