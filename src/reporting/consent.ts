/** What the browser must allow before a source is asked: its hosts and, in Firefox, what goes to them. */
import browser, { type Manifest, type Permissions } from 'webextension-polyfill';
import type { Sends } from './sources/source.ts';

/** Firefox's names for what leaves the machine (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/). */
const dataFor: Record<Sends, readonly Manifest.OptionalDataCollectionPermission[]> = {
  nothing: [],
  names: ['searchTerms'],
  'names-and-title': ['searchTerms', 'websiteContent'],
};

export interface Needs {
  /** Match patterns. */
  origins: readonly string[];
  sends: Sends;
}

/** Asks the reader for what a source needs; false where the reader or the browser refuses. To be called straight from a click. */
export async function askConsent(needs: Needs): Promise<boolean> {
  const wanted = permissionsFor(needs);
  try {
    return Object.keys(wanted).length === 0 || (await browser.permissions.request(wanted));
  } catch {
    return false;
  }
}

/** Gives back whatever live sources and feeds were granted; sites on which pages are read stay (see `allowedByReader`). */
export async function giveAllBack(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  await giveBack({ origins: origins.filter((origin) => !origin.startsWith('*:')), sends: 'names-and-title' }, []);
}

/** Whether the browser allows a source to be asked now. */
export function hasConsent(needs: Needs): Promise<boolean> {
  const wanted = permissionsFor(needs);
  return Object.keys(wanted).length === 0 ? Promise.resolve(true) : browser.permissions.contains(wanted);
}

/** Gives back what a source needed, but for what others still need. */
export async function giveBack(needs: Needs, others: readonly Needs[]): Promise<void> {
  const { origins = [], data_collection: data = [] } = permissionsFor(needs);
  const kept = others.map(permissionsFor);
  const back = {
    origins: origins.filter((origin) => !kept.some((one) => one.origins?.includes(origin))),
    ...(data.length > 0 && { data_collection: data.filter((type) => !kept.some((one) => one.data_collection?.includes(type))) }),
  };
  // One by one: where one cannot be given back, the browser would keep them all.
  for (const origin of back.origins) await remove({ origins: [origin] });
  if (back.data_collection?.length) await remove({ data_collection: back.data_collection });
}

async function remove(granted: Permissions.Permissions): Promise<void> {
  try {
    await browser.permissions.remove(granted);
  } catch {
    // What an administrator has granted stays, and so does what the manifest asks for.
  }
}

function permissionsFor({ origins, sends }: Needs): Permissions.Permissions {
  const data = asksForData() ? dataFor[sends] : [];
  return { ...(origins.length > 0 && { origins: [...origins] }), ...(data.length > 0 && { data_collection: [...data] }) };
}

/** Only Firefox knows consent for data, and only its manifest speaks of it. */
function asksForData(): boolean {
  const { browser_specific_settings: own } = browser.runtime.getManifest() as {
    browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: string[] } } };
  };
  return own?.gecko?.data_collection_permissions?.optional !== undefined;
}
