/** The browser's own interface for extensions, under whichever of its names: both answer with promises. */
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;

export const browser: Browser = (globalThis as { browser?: Browser }).browser ?? chrome;
