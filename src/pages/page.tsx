/** What all pages of the extension begin with: the reader's language and theme. */
import { type ComponentChildren, render } from 'preact';
import { loadMessages, type MessageKey, type Translate } from '../shared/i18n.ts';
import type { CardLanguage } from '../shared/model.ts';
import { readerLanguage } from '../shared/readerLanguage.ts';
import { loadSettings, type Settings } from '../shared/settings.ts';

export interface PageContext {
  language: CardLanguage;
  translate: Translate;
  settings: Settings;
}

/** Prepares the page and shows what is handed in. */
export async function startPage(title: MessageKey, content: (context: PageContext) => ComponentChildren): Promise<void> {
  const settings = await loadSettings();
  const language = readerLanguage(settings.language);
  const translate = await loadMessages(language);
  document.documentElement.lang = language;
  document.title = translate(title);
  followTheme();
  render(content({ language, translate, settings }), document.getElementById('root') as HTMLElement);
}

/** A page with a tab in its address (`?tab=3`) is about that one; null where it is about the one in front. */
export function tabOfAddress(): number | null {
  const tab = new URLSearchParams(location.search).get('tab');
  return tab !== null && /^\d+$/.test(tab) ? Number(tab) : null;
}

/** Pages of our own follow the system; cards on pages follow the page. */
function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    document.body.dataset['theme'] = dark.matches ? 'dark' : 'light';
  };
  dark.addEventListener('change', set);
  set();
}
