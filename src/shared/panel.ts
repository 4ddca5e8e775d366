/** The page panel: a side panel in Chrome, a sidebar in Firefox. */
import browser from 'webextension-polyfill';

interface SidePanel {
  open(options: { tabId: number }): Promise<void>;
}

/** Opens the panel beside a tab. To be called straight from what the reader did, or the browser refuses. */
export async function openPanel(tab: number): Promise<void> {
  const { sidePanel } = browser as unknown as { sidePanel?: SidePanel };
  if (sidePanel) await sidePanel.open({ tabId: tab });
  else await browser.sidebarAction.open();
}
