/** Changes of the page that concern the article: its text is read again once they have settled. */
import type { Marks } from './paint.ts';

/** How long the page must be still before it is read again, in milliseconds. */
const SETTLED = 250;

/** Watches an article's element until the signal aborts; marks on changed text come off at once. */
export function watchChanges(container: Element, marks: Marks, onSettled: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    let changed = false;
    for (const record of records) {
      if (record.type === 'characterData') {
        marks.drop(record.target);
        changed = true;
      } else if (record.addedNodes.length > 0 || [...record.removedNodes].some((node) => marks.touches(node))) changed = true;
    }
    if (!changed) return;
    clearTimeout(timer);
    timer = setTimeout(onSettled, SETTLED);
  });
  observer.observe(container, { childList: true, characterData: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
