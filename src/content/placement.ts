/** Where the card stands: beside the term, off its sentence where there is room, or as a sheet at the bottom. */
import { computePosition, flip, hide, inline, offset, shift, size, type VirtualElement } from '@floating-ui/dom';
import { parentOf } from '../shared/trees.ts';
import { boxesOf, type Mark } from './paint.ts';
import { sentenceBoxes } from './sentence.ts';

/** Distance from the term and from the window's edges, in CSS pixels. */
const GAP = 6;
const MARGIN = 8;
/** Between these heights the card scrolls inside, in CSS pixels. */
const LOWEST = 160;
const HIGHEST = 560;
/** A card keeps its side down to this height, and a sentence is kept free where this much is left for the card. */
const ENOUGH = 240;
/** Narrower windows than this have the card as a sheet, in CSS pixels. */
const NARROW = 560;

/** On which side of its term a card stands. */
export type Side = 'top' | 'bottom';

/**
 * Puts a card where it belongs for the window as it is now, and resolves with
 * its side once it stands there. A side handed in is kept while it has room:
 * a card that unfolds must not leap from under the pointer.
 */
export async function place(mark: Mark, card: HTMLElement, kept: Side | null): Promise<Side | null> {
  const sheet = isNarrow();
  card.classList.toggle('is-sheet', sheet);
  if (sheet) {
    card.removeAttribute('style');
    return null;
  }
  // Measured anew each time: what was cut to fit before must not decide where it fits now.
  card.style.maxHeight = '';
  const anchor = reference(mark);
  const stays = kept !== null && roomAt(kept, anchor.getBoundingClientRect()) >= ENOUGH;
  const { x, y, placement, middlewareData } = await computePosition(anchor, card, {
    strategy: 'fixed',
    placement: `${kept ?? 'bottom'}-${isRightToLeft(mark) ? 'end' : 'start'}`,
    middleware: [
      inline(),
      offset(GAP),
      ...(stays ? [] : [flip({ padding: MARGIN, crossAxis: false })]),
      fitted(card),
      shift({ padding: MARGIN }),
      hide(),
    ],
  });
  card.style.left = `${Math.round(x)}px`;
  card.style.top = `${Math.round(y)}px`;
  // Who reads with the keyboard keeps the card when its term has scrolled away.
  card.style.visibility = middlewareData.hide?.referenceHidden && !hasFocus(card) ? 'hidden' : 'visible';
  return placement.startsWith('top') ? 'top' : 'bottom';
}

/** Whether there is no room beside things, or no pointer to reach them with: cards are sheets then. */
export function isNarrow(): boolean {
  return innerWidth < NARROW || matchMedia('(hover: none) and (pointer: coarse)').matches;
}

/** Height that the window leaves for a card above or below a box. */
function roomAt(side: Side, { top, bottom }: { top: number; bottom: number }): number {
  return (side === 'top' ? top : innerHeight - bottom) - GAP - MARGIN;
}

/** Scrolls the page as little as makes room for a card above or below the sentence, where the window is high enough for both. */
export function makeRoom(mark: Mark): void {
  // At the end of a page the first direction leads nowhere.
  for (const side of ['bottom', 'top'] as const) {
    const sentence = boundsOf(sentenceBoxes(mark));
    const room = Math.max(roomAt('top', sentence), roomAt('bottom', sentence));
    if (isNarrow() || sentence.height === 0 || room >= ENOUGH || sentence.height + ENOUGH + GAP + MARGIN * 2 + 2 > innerHeight) return;
    // Pages scroll by whole pixels, lines stand between them.
    const missing = Math.ceil(ENOUGH - roomAt(side, sentence)) + 1;
    scrollBy({ top: side === 'bottom' ? missing : -missing, behavior: 'instant' });
  }
}

/** Scrolls the page so that a sheet covers neither the term nor, where the window is high enough, its sentence. */
export function scrollClear(mark: Mark, card: HTMLElement): void {
  if (!card.classList.contains('is-sheet')) return;
  const free = innerHeight - card.offsetHeight - MARGIN * 2;
  const sentence = boundsOf(sentenceBoxes(mark));
  const { top, bottom } = sentence.height > 0 && sentence.height < free ? sentence : boundsOf(boxesOf(mark));
  if (bottom > free) scrollBy({ top: Math.min(bottom - free, top - MARGIN), behavior: 'instant' });
}

/** What the card stands beside: the lines of the sentence where enough room is left, else the term alone. */
export function reference(mark: Mark): VirtualElement {
  const boxes = boxesOf(mark);
  const sentence = boundsOf(sentenceBoxes(mark));
  const room = Math.max(roomAt('top', sentence), roomAt('bottom', sentence));
  const contextElement = parentOf(mark.range.startContainer) ?? undefined;
  const around = (rects: readonly DOMRect[]) => ({
    getBoundingClientRect: () => boundsOf(rects),
    getClientRects: () => [...rects],
    ...(contextElement && { contextElement }),
  });
  const [first] = boxes;
  if (first === undefined || sentence.height === 0 || room < ENOUGH) return around(boxes);
  return around([new DOMRect(first.left, sentence.top, first.width, sentence.height)]);
}

/** The smallest box around others; an empty one around none. */
export function boundsOf(boxes: readonly DOMRect[]): DOMRect {
  if (boxes.length === 0) return new DOMRect();
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The card is as tall as there is room beside the term, which it never covers. */
function fitted(card: HTMLElement) {
  return size({
    padding: MARGIN,
    apply: ({ availableHeight }) => {
      card.style.maxHeight = `${Math.max(LOWEST, Math.min(HIGHEST, availableHeight))}px`;
    },
  });
}

function isRightToLeft(mark: Mark): boolean {
  const element = parentOf(mark.range.startContainer);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

function hasFocus(card: HTMLElement): boolean {
  const root = card.getRootNode();
  return root instanceof ShadowRoot && root.activeElement !== null && card.contains(root.activeElement);
}
