/** Firefox lets readers take away what the manifest asks for; then it has to be asked for again. */
import browser from 'webextension-polyfill';
import { contentScript } from '../shared/contentScript.ts';

/** Whether the browser lets the content script run on the outlets of the manifest. */
export function mayReadNews(): Promise<boolean> {
  const { matches } = contentScript();
  // Chrome grants these with the installation and does not count them as permissions.
  return 'sidebarAction' in browser && browser.sidebarAction ? browser.permissions.contains({ origins: matches }) : Promise.resolve(true);
}

/** Asks the reader; to be called straight from a click. */
export function askToReadNews(): Promise<boolean> {
  return browser.permissions.request({ origins: contentScript().matches });
}
