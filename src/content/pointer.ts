/** Clicks on marks: which mark lies under the pointer, and which clicks count. */
import { parentAsShown } from '../shared/trees.ts';
import { boxesOf, type Mark, type Marks } from './paint.ts';

/** Further than this between press and release, in CSS pixels, is a drag. */
const STILL = 5;

/** What takes clicks of its own; a mark inside it leaves them alone. */
const ownClicks =
  'a[href], area, button, input, select, textarea, label, summary, option, audio, video, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="link"], [role="tab"], [role="menuitem"], [onclick]';

/** Links keep their clicks; with Alt they are asked about instead. */
const links = 'a[href]';

export interface PointerEvents {
  /** A single click on a mark. */
  onMark(mark: Mark): void;
  /** A click anywhere else, or one that turned out to be a double click. */
  onElsewhere(): void;
}

/**
 * Watches clicks on the page until the signal aborts. Nothing is prevented or
 * stopped, but for Alt+click on a mark in a link, which would save the link.
 */
export function watchPointer(marks: Marks, host: () => Element | null, events: PointerEvents, signal: AbortSignal): void {
  let pressed: { x: number; y: number } | null = null;
  const options = { capture: true, signal } as const;
  document.addEventListener(
    'pointerdown',
    (event) => {
      pressed = { x: event.clientX, y: event.clientY };
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      // A page could make clicks of its own to find out whether we are here.
      if (!event.isTrusted || event.composedPath()[0] === host() || event.target === host()) return;
      const moved = pressed !== null && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > STILL;
      const single = event.button === 0 && event.detail === 1 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const path = event.composedPath();
      const free = event.altKey ? isAny(path, links) : !isAny(path, ownClicks) && getSelection()?.isCollapsed !== false;
      const mark = single && !moved && free ? markAt(event.clientX, event.clientY, marks) : null;
      if (mark !== null && event.altKey) event.preventDefault();
      if (mark === null) events.onElsewhere();
      else events.onMark(mark);
    },
    options,
  );
}

/** The mark whose letters are at a point of the window, or null. */
export function markAt(x: number, y: number, marks: Marks): Mark | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...marks.roots] });
  if (caret === null) return null;
  const mark = marks.at(caret.offsetNode, caret.offset);
  // The caret is the nearest one, so a point beside a line has one too.
  return mark !== null && boxesOf(mark).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ? mark : null;
}

/** Whether a mark stands in a link. */
export function isInLink({ range }: Mark): boolean {
  for (let element = parentAsShown(range.startContainer); element !== null; element = parentAsShown(element))
    if (element.matches(links)) return true;
  return false;
}

/** Whether one of the nodes that an event passes, shadow roots' included, is an element of this kind. */
function isAny(path: readonly EventTarget[], kind: string): boolean {
  return path.some((node) => node instanceof Element && node.matches(kind));
}
