/** The browser's own interface for extensions, under whichever of its names: both answer with promises. */
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

export const browser: Browser = (globalThis as { browser?: Browser }).browser ?? chrome;

/** Whether the page that asks stands in a private window, which is to leave nothing behind. */
export function isPrivateWindow(): boolean {
  return browser.extension.inIncognitoContext === true;
}
