/** Pointers that rest on a mark, and leave it. */
import type { Mark, Marks } from './paint.ts';
import { markAt } from './pointer.ts';

/** Wikipedia's page previews use the same two times, in milliseconds: a rest is meant, and the way to the card takes a while. */
const REST = 500;
const GRACE = 300;
/** A pointer faster than this is passing, in CSS pixels a millisecond. */
const PASSING = 0.5;

export interface HoverEvents {
  onRest(mark: Mark): void;
  /** The pointer has been away from marks and card for a while. */
  onLeave(): void;
}

/** Watches the pointer until the signal aborts. */
export function watchHover(marks: Marks, host: () => Element | null, events: HoverEvents, signal: AbortSignal): void {
  let resting: { mark: Mark; timer: ReturnType<typeof setTimeout> } | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let last = { x: 0, y: 0, time: 0 };
  const stop = () => {
    clearTimeout(resting?.timer);
    resting = null;
  };
  const onMove = (event: PointerEvent) => {
    const { clientX: x, clientY: y, timeStamp: time, target, buttons, pointerType } = event;
    const speed = Math.hypot(x - last.x, y - last.y) / Math.max(time - last.time, 1);
    last = { x, y, time };
    const onCard = host() !== null && target === host();
    // Asking what is under a point may lay the page out, so it is only asked where a mark can be.
    const mayMark = !onCard && buttons === 0 && pointerType !== 'touch' && marks.isIn(event.composedPath());
    const mark = mayMark ? markAt(x, y, marks) : null;
    if (mark === null && !onCard) leaving ??= setTimeout(events.onLeave, GRACE);
    else {
      clearTimeout(leaving);
      leaving = undefined;
    }
    if (mark === null) stop();
    // A pointer that passes starts to rest when it is last seen moving.
    else if (resting?.mark !== mark || speed > PASSING) {
      stop();
      resting = { mark, timer: setTimeout(() => markAt(last.x, last.y, marks) === mark && events.onRest(mark), REST) };
    }
  };
  document.addEventListener('pointermove', onMove, { capture: true, passive: true, signal });
  document.addEventListener('keydown', stop, { capture: true, passive: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      stop();
      clearTimeout(leaving);
    },
    { once: true },
  );
}
