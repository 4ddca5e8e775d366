/**
 * Changes of the page that concern the article: an edit, a fold that opens,
 * the next article below, another page without a load. What has changed is
 * read again once the page is still.
 */

export interface PageWatch {
  /** The element that holds the article, or null while the page has none. */
  container(): Element | null;
  /** A text node's letters have changed: whatever was marked in it no longer stands where it did. */
  onTextChange(node: Node): void;
  /** The page is still again. `moved` tells that its address is another one. Returns how long the reading took, in milliseconds. */
  onSettled(moved: boolean): Promise<number>;
}

/** How long the page must be still before it is read again, in milliseconds. */
const SETTLED = 250;
/** Reading takes at most one part in so many of the time on a page that never rests. */
const SHARE = 20;
/** How often a page that is no article is looked at again, each time after twice as long. */
const MOST_LOOKS = 6;

/** Watches the page until the signal aborts. */
export function watchPage({ container, onTextChange, onSettled }: PageWatch, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let address = addressNow();
  let looks = 0;
  let rest = SETTLED;
  let moved = false;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const took = await onSettled(moved);
      moved = false;
      rest = Math.max(SETTLED, SHARE * took);
      if (container() === null) {
        rest = Math.max(rest, SETTLED * 2 ** ++looks);
        if (looks >= MOST_LOOKS) observer.disconnect();
      }
    }, rest);
  };
  const observer = new MutationObserver((records) => {
    const article = container();
    let concerned = address !== addressNow();
    if (concerned) return go();
    for (const record of records) {
      if (record.type === 'characterData') onTextChange(record.target);
      concerned ||= concerns(record, article);
    }
    if (concerned) settle();
  });
  const observe = () =>
    observer.observe(document.documentElement, {
      childList: true,
      characterData: true,
      subtree: true,
      // What is hidden is not read; folds open by taking the attribute away.
      attributeFilter: ['hidden'],
    });
  /** Another page, without a load: everything begins anew. */
  const go = () => {
    if (address === addressNow()) return;
    address = addressNow();
    moved = true;
    looks = 0;
    rest = SETTLED;
    observe();
    settle();
  };
  observe();
  addEventListener('popstate', go, { signal });
  // Tells of history.pushState, which content scripts cannot see otherwise.
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', () => queueMicrotask(go), { signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

/** The address without its fragment, which names a place on the same page. */
function addressNow(): string {
  return location.href.split('#')[0] ?? '';
}

/** Whether a change may have to do with an article: inside it, taking it away, or bringing one. */
function concerns({ type, target, addedNodes, removedNodes }: MutationRecord, article: Element | null): boolean {
  if (article === null) return type === 'attributes' || addedNodes.length > 0;
  if (!article.isConnected) return true;
  if (article.contains(target)) return type !== 'childList' || addedNodes.length > 0 || removedNodes.length > 0;
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.localName === 'article' || node.querySelector('article') !== null),
  );
}
