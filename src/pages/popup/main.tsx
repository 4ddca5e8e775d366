/** The popup: what was found on this page, why nothing was, and where Newsgloss runs. */
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { loadMessages, readerLanguage } from '../../shared/i18n.ts';
import { askPage, type PageReport } from '../../shared/messages.ts';
import { loadSettings } from '../../shared/settings.ts';
import { Popup } from './Popup.tsx';

const settings = await loadSettings();
const language = readerLanguage(settings.language);
const translate = await loadMessages(language);
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const report = tab?.id === undefined ? null : await reportOf(tab.id);
document.documentElement.lang = language;
document.body.dataset['theme'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
render(
  <Popup report={report} settings={settings} tab={tab ?? null} translate={translate} />,
  document.getElementById('popup') as HTMLElement,
);

/** What the tab's content script found, or null where none runs. */
async function reportOf(id: number): Promise<PageReport | null> {
  try {
    return await askPage(id, 'report');
  } catch {
    return null;
  }
}
