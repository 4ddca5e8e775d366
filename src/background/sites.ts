/**
 * Where the content script runs beyond the outlets of the manifest: on the
 * sites that the reader has allowed, and nowhere else.
 */
import browser from 'webextension-polyfill';
import { ALL_SITES, allowedByReader, contentScript } from '../shared/contentScript.ts';

const ID = 'allowed-sites';

/** Keeps the content script registered for just the sites that the extension may read. */
export function keepAllowedSitesMarked(): void {
  const update = inTurn(registerForAllowedSites);
  browser.permissions.onAdded.addListener(update);
  browser.permissions.onRemoved.addListener(update);
  // Permissions can change while no background runs, and Firefox may install before it listens.
  update();
}

async function registerForAllowedSites(): Promise<void> {
  const { matches, js } = contentScript();
  const { origins = [] } = await browser.permissions.getAll();
  const allowed = allowedByReader(origins).sort();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (isSame(registered?.matches?.toSorted() ?? [], allowed)) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (allowed.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      matches: allowed,
      excludeMatches: matches,
      js,
      runAt: 'document_end',
      // On all sites, frames would be advertisements for the most part.
      allFrames: !allowed.includes(ALL_SITES),
      persistAcrossSessions: true,
    },
  ]);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** Runs a task again and again, never two at a time; errors are told and do not stop the next. */
function inTurn(task: () => Promise<void>): () => void {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(task).catch((error: unknown) => console.error('Newsgloss could not register its sites:', error));
  };
}
