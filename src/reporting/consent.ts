/** What the browser must allow before a source is asked: its hosts and, in Firefox, what goes to them. */
import browser, { type Permissions } from 'webextension-polyfill';
import type { Sends } from './sources/source.ts';

/** Firefox's names for what leaves the machine (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). */
const dataFor: Record<Sends, readonly string[]> = {
  nothing: [],
  names: ['searchTerms'],
  'names-and-title': ['searchTerms', 'websiteContent'],
};

export interface Needs {
  /** Match patterns. */
  origins: readonly string[];
  sends: Sends;
}

/** Asks the reader for what a source needs. To be called straight from a click, or the browser refuses. */
export function askConsent(needs: Needs): Promise<boolean> {
  const wanted = permissionsFor(needs);
  return Object.keys(wanted).length === 0 ? Promise.resolve(true) : browser.permissions.request(wanted);
}

/** Whether the browser allows a source to be asked now. */
export function hasConsent(needs: Needs): Promise<boolean> {
  const wanted = permissionsFor(needs);
  return Object.keys(wanted).length === 0 ? Promise.resolve(true) : browser.permissions.contains(wanted as Permissions.AnyPermissions);
}

/** The hosts of an address as a match pattern; ports are not part of patterns. */
export function originOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

function permissionsFor({ origins, sends }: Needs): Permissions.Permissions {
  const data = asksForData() ? dataFor[sends] : [];
  return {
    ...(origins.length > 0 && { origins: [...origins] }),
    ...(data.length > 0 && { data_collection: data }),
  } as Permissions.Permissions;
}

/** Only Firefox knows consent for data, and only its manifest speaks of it. */
function asksForData(): boolean {
  const { browser_specific_settings: own } = browser.runtime.getManifest() as {
    browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: string[] } } };
  };
  return own?.gecko?.data_collection_permissions?.optional !== undefined;
}
