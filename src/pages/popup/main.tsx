/** The popup: what was found on this page, why nothing was, and where Newsgloss runs. */
import browser, { type Tabs } from 'webextension-polyfill';
import { isMarkup } from '../../shared/markup.ts';
import { askPage, type PageReport } from '../../shared/messages.ts';
import { startPage, tabOfAddress } from '../page.tsx';
import { Popup } from './Popup.tsx';

const tab = await tabInFront();
const report = tab?.id === undefined ? null : await reportOf(tab.id);
// Chrome never answers about the source of a page, whose address is no web address.
const isOnWeb = /^https?:/.test(tab?.url ?? '');
const isWebPage = report !== null || (isOnWeb && tab?.id !== undefined && (await showsWebPage(tab.id)));

await startPage('extensionName', (context) => <Popup {...context} report={report} tab={tab} isWebPage={isWebPage} />);

/** The tab that the popup was opened for: one in its address, else the one in front. */
async function tabInFront(): Promise<Tabs.Tab | null> {
  const fixed = tabOfAddress();
  if (fixed !== null) return browser.tabs.get(fixed);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** What the tab's content script found, or null where none runs. */
async function reportOf(id: number): Promise<PageReport | null> {
  try {
    return await askPage(id, 'report');
  } catch {
    return null;
  }
}

/** Whether a tab shows a document that can be marked: browsers show PDF files, images and feeds under web addresses, too. */
async function showsWebPage(id: number): Promise<boolean> {
  try {
    const [shown] = await browser.scripting.executeScript({ target: { tabId: id }, func: () => document.contentType });
    return isMarkup(String(shown?.result));
  } catch {
    // The browser's own viewers and pages let no script in.
    return false;
  }
}
