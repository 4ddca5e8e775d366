/** The content script's files, as the manifest names them. */
import browser from 'webextension-polyfill';

/** The pattern of every site, which the reader may allow at once. */
export const ALL_SITES = '*://*/*';

export interface ContentScript {
  /** Match patterns of the sites on which it runs by itself. */
  matches: string[];
  js: string[];
}

/**
 * The files' paths from the extension's root: Firefox reads plain paths as
 * relative to the page that asks.
 */
export function contentScript(): ContentScript {
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  if (script === undefined) throw new Error('the manifest has no content script');
  const fromRoot = (path: string) => new URL(path, browser.runtime.getURL('/')).pathname;
  return { matches: script.matches, js: (script.js ?? []).map(fromRoot) };
}

/**
 * Those of the granted origins on which the reader wants pages read, beyond
 * the manifest's. Firefox counts the manifest's own among the granted ones,
 * and without their paths. Sites are allowed as `*://…`; hosts of live sources
 * and feeds are granted with their scheme, and their pages are left alone.
 */
export function allowedByReader(origins: readonly string[]): string[] {
  const { matches } = contentScript();
  const own = new Set([...matches, ...matches.map((match) => match.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*'))]);
  return origins.filter((origin) => origin.startsWith('*:') && !own.has(origin));
}
