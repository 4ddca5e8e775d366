/** The keyboard's way through the mentions of a page. Readers change the keys in the browser's own settings. */
import browser from 'webextension-polyfill';
import { askPage } from '../shared/messages.ts';
import { openPanel } from '../shared/panel.ts';

export function listenToCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    // Nothing may come between the key and the panel.
    if (command === 'open-panel') void openPanel(tab.id);
    else void tell(tab.id, command);
  });
}

async function tell(tab: number, command: string): Promise<void> {
  try {
    if (command === 'list-mentions') await askPage(tab, 'list');
    else await askPage(tab, 'step', { back: command === 'previous-mention' });
  } catch {
    // No content script runs on this page: there is nothing to step through.
  }
}
