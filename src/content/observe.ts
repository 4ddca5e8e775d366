/**
 * Changes of the page that concern the article: an edit, a fold that opens,
 * the next article below, another page without a load. What has changed is
 * read again once the page is still and in view.
 */
import type { Shadows } from '../article/article.ts';
import { holds } from '../shared/trees.ts';

export interface PageWatch {
  /** The elements that the page's articles are read from; none while it has no article. */
  parts(): readonly Element[];
  /** What was met when the page was last read. */
  shadows(): Shadows;
  /** Whether the page is no article and stays none, however it changes, as long as its address is the same. */
  isFinal(): boolean;
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

/** Everything that may change what is read. Folds open by taking the attribute away. */
const everything = { childList: true, characterData: true, subtree: true, attributeFilter: ['hidden'] };
/** What may bring an article, or take one away. Letters that change elsewhere, as in tickers and clocks, are not even told of. */
const structure = { childList: true, subtree: true, attributeFilter: ['hidden'] };

/** Watches the page until the signal aborts. */
export function watchPage({ parts, shadows, isFinal, onTextChange, onSettled }: PageWatch, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let awaiting: ReturnType<typeof setTimeout> | undefined;
  let address = addressNow();
  let looks = 0;
  let rest = SETTLED;
  let moved = false;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), rest);
  };
  const read = async () => {
    // A page that nobody sees waits until somebody does.
    if (document.hidden) return document.addEventListener('visibilitychange', settle, { once: true, signal });
    const hasMoved = moved;
    moved = false;
    const took = await onSettled(hasMoved);
    if (signal.aborted) return;
    rest = Math.max(SETTLED, SHARE * took);
    if (parts().length === 0) {
      rest = Math.max(rest, SETTLED * 2 ** ++looks);
      if (looks >= MOST_LOOKS) return observer.disconnect();
    }
    observe();
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) if (record.type === 'characterData') onTextChange(record.target);
    if (address !== addressNow()) return go();
    if (isFinal()) return;
    const read = parts();
    if (read.some((part) => !part.isConnected) || records.some((record) => concerns(record, read))) settle();
  });
  const observe = () => {
    // What else tells of another address makes observing needless.
    if (isFinal() && 'navigation' in globalThis) return observer.disconnect();
    const read = parts();
    observer.observe(document, structure);
    for (const part of read) observer.observe(part, everything);
    const isNear = ({ host }: ShadowRoot) => read.length === 0 || read.some((part) => holds(part, host) || holds(host, part));
    for (const root of shadows().roots) if (isNear(root)) observer.observe(root, everything);
    clearTimeout(awaiting);
    awaitShadows(shadows().awaited, SETTLED);
  };
  /** No change tells that an element gets a shadow root: those that may are looked at now and then, for some seconds. */
  const awaitShadows = (elements: readonly Element[], wait: number) => {
    if (elements.length === 0 || wait > SETTLED * 2 ** MOST_LOOKS) return;
    awaiting = setTimeout(() => {
      if (elements.some((element) => element.shadowRoot !== null)) settle();
      else awaitShadows(elements, wait * 2);
    }, wait);
  };
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
      clearTimeout(awaiting);
    },
    { once: true },
  );
}

/** The address without its fragment, which names a place on the same page. */
function addressNow(): string {
  return location.href.split('#')[0] ?? '';
}

/** Whether a change may have to do with an article: inside one, or bringing one. */
function concerns({ type, target, addedNodes }: MutationRecord, parts: readonly Element[]): boolean {
  if (parts.length === 0) return type === 'attributes' || addedNodes.length > 0;
  if (parts.some((part) => holds(part, target))) return true;
  return [...addedNodes].some(
    (node) => node instanceof Element && (node.localName === 'article' || node.querySelector('article') !== null || isLikeOne(node, parts)),
  );
}

/** Whether an element is a component of the very kind that an article stands in. */
function isLikeOne({ localName }: Element, parts: readonly Element[]): boolean {
  return localName.includes('-') && parts.some((part) => (part.getRootNode() as Partial<ShadowRoot>).host?.localName === localName);
}
