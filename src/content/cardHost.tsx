/**
 * The one node that the page gets, and only once a card is wanted: a host with
 * a closed shadow root, whose popover stands in the top layer.
 */
import { autoUpdate, computePosition, flip, hide, inline, offset, shift, size, type VirtualElement } from '@floating-ui/dom';
import { render } from 'preact';
import { Card, type CardState } from '../card/Card.tsx';
import cardStyle from '../card/card.css?inline';
import tokens from '../card/tokens.css?inline';
import { boxesOf, type Mark } from './paint.ts';
import { isDarkAt } from './theme.ts';

/** Distance from the term and from the window's edges, in CSS pixels. */
const GAP = 6;
const MARGIN = 8;
/** Between these heights the card scrolls inside, in CSS pixels. */
const LOWEST = 160;
const HIGHEST = 560;

export class CardHost {
  readonly #signal: AbortSignal;
  readonly #onClose: () => void;
  #parts: { host: HTMLElement; popover: HTMLElement } | null = null;
  #mark: Mark | null = null;
  #stopFollowing: (() => void) | null = null;

  constructor(onClose: () => void, signal: AbortSignal) {
    this.#onClose = onClose;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#remove(), { once: true });
  }

  /** The node in the page, or null while no card has been wanted yet. */
  get node(): Element | null {
    return this.#parts?.host ?? null;
  }

  /** The mark whose card is open, or null. */
  get mark(): Mark | null {
    return this.#mark;
  }

  /** Opens the card beside a mark, or changes what it shows. */
  show(mark: Mark, state: CardState): void {
    const { popover } = this.#ensure();
    popover.dataset['theme'] = isDarkAt(mark) ? 'dark' : 'light';
    popover.lang = state.is === 'shown' ? state.model.language : '';
    render(<Card state={state} onClose={this.#onClose} />, popover);
    if (this.#mark === mark && popover.matches(':popover-open')) return;
    this.#mark = mark;
    popover.showPopover();
    popover.scrollTop = 0;
    this.#follow(mark, popover);
  }

  /** Puts the keyboard into the card. */
  focus(): void {
    this.#parts?.popover.focus({ preventScroll: true });
  }

  hide(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#mark = null;
    if (this.#parts?.popover.matches(':popover-open')) this.#parts.popover.hidePopover();
  }

  #ensure(): { host: HTMLElement; popover: HTMLElement } {
    if (this.#parts?.host.isConnected) return this.#parts;
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + cardStyle);
    root.adoptedStyleSheets = [sheet];
    const popover = document.createElement('div');
    popover.className = 'newsgloss card';
    popover.popover = 'manual';
    popover.tabIndex = -1;
    popover.setAttribute('role', 'dialog');
    popover.setAttribute('aria-labelledby', 'title');
    root.append(popover);
    // What is typed in the card is none of the page's business.
    for (const type of ['keydown', 'keyup', 'keypress'] as const)
      host.addEventListener(type, (event) => event.stopPropagation(), { signal: this.#signal });
    document.documentElement.append(host);
    this.#parts = { host, popover };
    return this.#parts;
  }

  /** Keeps the card beside its mark while the page scrolls or changes. */
  #follow(mark: Mark, popover: HTMLElement): void {
    this.#stopFollowing?.();
    const anchor: VirtualElement = {
      getBoundingClientRect: () => bounds(boxesOf(mark)),
      getClientRects: () => boxesOf(mark),
      ...(mark.range.startContainer.parentElement && { contextElement: mark.range.startContainer.parentElement }),
    };
    const place = async () => {
      const { x, y, middlewareData } = await computePosition(anchor, popover, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [inline(), offset(GAP), flip({ padding: MARGIN }), fitted(popover), shift({ padding: MARGIN }), hide()],
      });
      popover.style.left = `${Math.round(x)}px`;
      popover.style.top = `${Math.round(y)}px`;
      popover.style.visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
    };
    this.#stopFollowing = autoUpdate(anchor, popover, () => void place());
  }

  #remove(): void {
    this.hide();
    this.#parts?.host.remove();
    this.#parts = null;
  }
}

/** The card is as tall as there is room beside the term, which it never covers. */
function fitted(popover: HTMLElement) {
  return size({
    padding: MARGIN,
    apply: ({ availableHeight }) => {
      popover.style.maxHeight = `${Math.max(LOWEST, Math.min(HIGHEST, availableHeight))}px`;
    },
  });
}

function bounds(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return boxes.length === 0 ? new DOMRect() : new DOMRect(left, top, right - left, bottom - top);
}
