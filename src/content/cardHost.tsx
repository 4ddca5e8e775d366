/**
 * The one node that the page gets, and only once a card is wanted: a host with
 * a closed shadow root, whose parts stand in the top layer: the card, the dock
 * of pinned cards, and the ring around a mention that the keyboard has reached.
 */
import { autoUpdate } from '@floating-ui/dom';
import { render } from 'preact';
import type { CardActions } from '../card/actions.ts';
import { Card, type CardState } from '../card/Card.tsx';
import cardStyle from '../card/card.css?inline';
import { specimen } from '../card/specimen.ts';
import tokens from '../card/tokens.css?inline';
import type { CardWords } from '../shared/messages.ts';
import { Dock, type PinnedCard } from './Dock.tsx';
import { MentionDialog, type MentionDialogProps } from './MentionDialog.tsx';
import overlayStyle from './overlay.css?inline';
import { boxesOf, type Mark } from './paint.ts';
import { isNarrow, makeRoom, place, reference, type Side, scrollClear } from './placement.ts';
import { isDarkAt } from './theme.ts';

interface Parts {
  host: HTMLElement;
  root: ShadowRoot;
  card: HTMLElement;
  dock: HTMLElement;
  ring: HTMLElement;
  chip: HTMLElement;
  list: HTMLElement;
}

const TITLE = 'title';
const LIST_TITLE = 'list-title';
/** Height and width of the offer beside a link, in CSS pixels. */
const CHIP = 24;

export class CardHost {
  readonly #signal: AbortSignal;
  #parts: Parts | null = null;
  #mark: Mark | null = null;
  #side: Side | null = null;
  #stopFollowing: (() => void) | null = null;
  #stopRing: (() => void) | null = null;
  #pinned: readonly PinnedCard[] = [];

  constructor(signal: AbortSignal) {
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

  get hasRing(): boolean {
    return this.#stopRing !== null;
  }

  get hasList(): boolean {
    return this.#parts?.list.matches(':popover-open') === true;
  }

  get hasFocus(): boolean {
    return this.#parts?.root.activeElement != null;
  }

  /**
   * Does what can be done before the answer is there: draws and places a card
   * about nothing unseen, so that styles, fonts, formatters and code are warm
   * when the card is shown.
   */
  prepare(mark: Mark, actions: CardActions, words: CardWords): void {
    if (this.#mark !== null) return;
    const { card } = this.#ensure();
    card.classList.add('is-unseen');
    this.#draw(card, mark, specimen(words), actions);
    card.ariaBusy = 'true';
    card.showPopover();
    void place(mark, card, null);
  }

  /** Opens the card beside a mark, or changes what it shows. Only where the page may be scrolled is room made for it. */
  show(mark: Mark, state: CardState, actions: CardActions, mayScroll: boolean): void {
    const { card, root } = this.#ensure();
    const hadFocus = root.activeElement !== null;
    const before = titleOf(card);
    // The whole card may want more room than the word that it is on its way.
    if (card.ariaBusy === 'true') this.#side = null;
    const opened = this.#mark !== mark || !card.matches(':popover-open');
    card.classList.remove('is-unseen');
    // What is said of its place is another's.
    if (opened) card.removeAttribute('style');
    this.#draw(card, mark, state, actions);
    if (opened || before !== titleOf(card)) card.querySelector('.body')?.scrollTo({ top: 0, behavior: 'instant' });
    // The button that had the focus may be gone with the card before.
    if (hadFocus && root.activeElement === null) this.focus();
    if (!opened) return;
    this.#mark = mark;
    if (mayScroll) makeRoom(mark);
    card.showPopover();
    this.#follow(mark, card);
  }

  /** Renders the card in the form that it will stand in: how much of it is seen depends on that. */
  #draw(card: HTMLElement, mark: Mark, state: CardState, actions: CardActions): void {
    card.classList.toggle('is-sheet', isNarrow());
    card.dataset['theme'] = themeAt(mark);
    card.lang = state.is === 'shown' ? state.model.language : '';
    card.ariaBusy = String(state.is === 'loading');
    render(<Card state={state} actions={actions} titleId={TITLE} />, card);
  }

  /** Puts the keyboard into the card. */
  focus(): void {
    this.#parts?.card.focus({ preventScroll: true });
  }

  hide(): void {
    this.withdraw();
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    this.#mark = null;
    if (this.#parts?.card.matches(':popover-open')) this.#parts.card.hidePopover();
  }

  /** Shows the list of mentions, and puts the keyboard into it: on the entry of a mention where one is given. */
  showList(props: Omit<MentionDialogProps, 'titleId'>, at: number | null): void {
    const { list } = this.#ensure();
    const [first] = props.marks;
    if (first === undefined) return;
    list.dataset['theme'] = themeAt(first);
    list.lang = props.answer.language;
    list.classList.toggle('is-sheet', isNarrow());
    render(<MentionDialog {...props} titleId={LIST_TITLE} />, list);
    list.showPopover();
    const entry = at === null ? null : list.querySelector<HTMLElement>(`[data-mention="${at}"]`);
    (entry ?? list).focus({ preventScroll: entry === null });
  }

  closeList(): void {
    if (this.hasList) this.#parts?.list.hidePopover();
  }

  /** Adds a card to the dock at the side, where it stays until it is closed. */
  pin(pinned: PinnedCard): void {
    const others = this.#pinned.filter((one) => one.state.model.entity !== pinned.state.model.entity);
    this.#showPinned([...others, pinned], this.#mark);
  }

  /** Draws a ring around a mark, or takes it away. */
  ring(mark: Mark | null): void {
    this.#stopRing?.();
    this.#stopRing = null;
    if (mark === null) {
      if (this.#parts?.ring.matches(':popover-open')) this.#parts.ring.hidePopover();
      return;
    }
    const { ring } = this.#ensure();
    ring.dataset['theme'] = themeAt(mark);
    ring.showPopover();
    const draw = () =>
      render(
        boxesOf(mark).map(({ left, top, width, height }) => (
          <i
            key={`${left} ${top}`}
            style={{ left: `${left - 2}px`, top: `${top - 2}px`, width: `${width + 4}px`, height: `${height + 4}px` }}
          />
        )),
        ring,
      );
    this.#stopRing = autoUpdate(reference(mark), ring, draw);
  }

  /** Offers a card beside a mark whose clicks belong to a link. */
  offer(mark: Mark, label: string, onTake: () => void): void {
    const { chip } = this.#ensure();
    const box = boxesOf(mark).at(-1);
    if (box === undefined) return;
    chip.dataset['theme'] = themeAt(mark);
    // Above the end of the name, so that the link stays free to be clicked.
    chip.style.left = `${Math.min(box.right - CHIP / 2, innerWidth - CHIP)}px`;
    chip.style.top = `${Math.max(box.top - CHIP, 0)}px`;
    render(
      <button type="button" aria-label={label} title={label} onClick={onTake}>
        <svg viewBox="0 0 14 14" aria-hidden="true">
          <path d="M7 6.2v4.3 M7 3.4v.2" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
        </svg>
      </button>,
      chip,
    );
    chip.showPopover();
  }

  /** Takes the offer away. */
  withdraw(): void {
    if (this.#parts?.chip.matches(':popover-open')) this.#parts.chip.hidePopover();
  }

  #showPinned(pinned: readonly PinnedCard[], beside: Mark | null): void {
    const { dock } = this.#ensure();
    this.#pinned = pinned;
    if (beside !== null) dock.dataset['theme'] = themeAt(beside);
    const unpin = (entity: string) =>
      this.#showPinned(
        this.#pinned.filter((one) => one.state.model.entity !== entity),
        null,
      );
    render(<Dock cards={pinned} onUnpin={unpin} />, dock);
    dock.setAttribute('aria-label', pinned[0]?.state.strings.cardPinned ?? '');
    if (pinned.length === 0) dock.hidePopover();
    else dock.showPopover();
  }

  #ensure(): Parts {
    if (this.#parts?.host.isConnected) return this.#parts;
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + cardStyle + overlayStyle);
    root.adoptedStyleSheets = [sheet];
    const ring = overlay('ring');
    const dock = overlay('dock');
    dock.setAttribute('role', 'region');
    const card = overlay('card');
    const list = overlay('card list');
    for (const [dialog, title] of [
      [card, TITLE],
      [list, LIST_TITLE],
    ] as const) {
      dialog.tabIndex = -1;
      dialog.setAttribute('role', 'dialog');
      dialog.setAttribute('aria-labelledby', title);
    }
    const chip = overlay('chip');
    root.append(ring, chip, card, list, dock);
    // What is typed in the card is none of the page's business.
    for (const type of ['keydown', 'keyup', 'keypress'] as const)
      host.addEventListener(type, (event) => event.stopPropagation(), { signal: this.#signal });
    document.documentElement.append(host);
    this.#parts = { host, root, card, dock, ring, chip, list };
    return this.#parts;
  }

  /** Keeps the card beside its mark while the page scrolls or changes. */
  #follow(mark: Mark, card: HTMLElement): void {
    this.#stopFollowing?.();
    let placed = false;
    this.#side = null;
    const update = async () => {
      this.#side = await place(mark, card, this.#side);
      if (!placed) scrollClear(mark, card);
      placed = true;
    };
    this.#stopFollowing = autoUpdate(reference(mark), card, () => void update());
  }

  #remove(): void {
    this.hide();
    this.closeList();
    this.ring(null);
    this.#parts?.host.remove();
    this.#parts = null;
  }
}

/** A part of the top layer, in the card's own look and direction. */
function overlay(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = `newsgloss overlay ${name}`;
  element.popover = 'manual';
  element.dir = 'ltr';
  return element;
}

function themeAt(mark: Mark): 'dark' | 'light' {
  return isDarkAt(mark) ? 'dark' : 'light';
}

function titleOf(card: HTMLElement): string {
  return card.querySelector('h2')?.textContent ?? '';
}
