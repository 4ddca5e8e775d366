/** The page that greets who has just installed the extension; an update greets nobody. */
import browser from 'webextension-polyfill';
import { welcomePath } from '../shared/pages.ts';

export function welcomeNewReaders(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL(welcomePath) });
  });
}
