/** What the reader does with cards on a page: opening them from marks and from each other, pinning, muting, stepping. */
import type { CardActions, MuteScope } from '../card/actions.ts';
import type { CardState } from '../card/Card.tsx';
import { isPrivateWindow } from '../shared/browser.ts';
import { fill } from '../shared/fill.ts';
import type { CardAnswer, CardWords, NamesAnswer, PageReport } from '../shared/messages.ts';
import type { ArticleContext, AskedSource, EntityLink } from '../shared/model.ts';
import { type MutedName, mute, unmute } from '../shared/settings.ts';
import { CardHost } from './cardHost.tsx';
import type { Lifetime } from './lifetime.ts';
import { askBackground } from './messages.ts';
import { boxesOf, type Mark, type Marks } from './paint.ts';
import { reveal } from './reveal.ts';

export interface CardsOptions {
  lifetime: Lifetime;
  marks: Marks;
  /** The article that a mark stands in. */
  article(mark: Mark): ArticleContext;
  /** The text that offsets of mentions count in, and its language. */
  text(): Pick<PageReport, 'text' | 'language'>;
  /** Unmarks an entity on this page, or marks it again. */
  hide(entity: string, hidden: boolean): void;
  onFault(error: unknown): void;
}

/** How a card came to be open: the keyboard moves into the card, a hovering pointer closes it by leaving. */
export type Opener = 'pointer' | 'keyboard' | 'hover';

type Wanted = Pick<EntityLink, 'entity'> & { name: string };

export class Cards {
  readonly #options: CardsOptions;
  /** In what words a card speaks until its answer is there. */
  readonly #words: CardWords;
  readonly #host: CardHost;
  /** The entities whose cards lie behind the one that is open, which comes last. */
  #trail: Wanted[] = [];
  /** Counts what the reader asked for, so that an answer that comes too late shows nothing. */
  #asked = 0;
  #opener: Opener = 'pointer';
  /** What had the focus before the keyboard went into a card. */
  #before: HTMLElement | null = null;
  /** Number of the mention that was last stepped to. */
  #reached: number | null = null;
  /** What the list names its entries by, and the entry from which the open card came. */
  #names: NamesAnswer | null = null;
  #listed: number | null = null;

  constructor(options: CardsOptions, words: CardWords) {
    this.#options = options;
    this.#words = words;
    this.#host = new CardHost(options.lifetime.signal);
  }

  /** The node in the page, or null while no card has been wanted yet. */
  get node(): Element | null {
    return this.#host.node;
  }

  /** Opens a mark's card, or closes it where it is open. */
  toggle(mark: Mark): void {
    if (this.#host.mark?.index === mark.index && this.#opener !== 'hover') this.close();
    else void this.open(mark, 'pointer');
  }

  /** Opens the card of a mark as soon as the answer is there; one that takes a while is announced. */
  async open(mark: Mark, opener: Opener): Promise<void> {
    if (opener === 'hover' && this.#host.mark?.index === mark.index) return;
    this.#host.withdraw();
    if (opener !== 'keyboard') this.#host.ring(null);
    else this.#remember();
    this.#host.closeList();
    this.#listed = null;
    this.#opener = opener;
    this.#reached = mark.index;
    this.#trail = [mark.mention];
    await this.#show(mark);
  }

  /** Offers the card of a mark, unless it is open. */
  offer(mark: Mark): void {
    if (this.#host.mark?.index !== mark.index)
      this.#host.offer(mark, fill(this.#words.strings.cardOffer, mark.mention.name), () => void this.open(mark, 'pointer'));
  }

  /** The pointer has left marks and cards: what it alone had opened goes. */
  leave(): void {
    this.#host.withdraw();
    if (this.#host.mark !== null && this.#opener === 'hover' && !this.#host.hasFocus) this.close();
  }

  /** Closes whatever is open. */
  closeAll(): void {
    this.#listed = null;
    this.close();
  }

  /** Closes the card, or the list; the focus goes back to where it came from: an entry of the list, or the page. */
  close(): void {
    this.#asked++;
    const hadFocus = this.#host.hasFocus;
    this.#host.hide();
    this.#host.ring(null);
    if (hadFocus && this.#listed !== null && this.#options.marks.all.length > 0) this.#showList(this.#listed);
    else {
      this.#host.closeList();
      this.#listed = null;
      if (hadFocus) this.#before?.focus({ preventScroll: true });
      this.#before = null;
    }
  }

  /** Opens the list of all mentions, or closes it where it is open; false where there are none. */
  async list(): Promise<boolean> {
    if (this.#host.hasList) {
      this.close();
      return true;
    }
    const ids = [...new Set(this.#options.marks.all.map(({ mention }) => mention.entity))];
    const asked = ++this.#asked;
    const answer = ids.length > 0 ? await this.#options.lifetime.run(() => askBackground('names', ids)) : undefined;
    if (answer === undefined || asked !== this.#asked) return false;
    this.#remember();
    this.#names = answer;
    this.#host.hide();
    this.#host.ring(null);
    this.#showList(null);
    return true;
  }

  /** Shows the list, with the focus on the entry of a mention where one is given. */
  #showList(at: number | null): void {
    const { marks, text } = this.#options;
    if (this.#names === null) return;
    const open = async (mark: Mark) => {
      await this.reach(mark);
      const opened = this.open(mark, 'keyboard');
      this.#listed = mark.index;
      await opened;
    };
    this.#listed = null;
    const { text: whole, language } = text();
    const entries = { marks: marks.all, text: whole, textLanguage: language, answer: this.#names };
    this.#host.showList({ ...entries, onClose: () => this.close(), onReach: (mark) => void this.reach(mark), onOpen: open }, at);
  }

  /** Notes what has the focus before the keyboard goes into what is ours. */
  #remember(): void {
    if (!this.#host.hasFocus) this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }

  /** Goes to the mention after the one last reached, or before it, and opens its card; at an end it begins anew. */
  async step(back: boolean): Promise<boolean> {
    const { all } = this.#options.marks;
    const at = all.findIndex((mark) => mark.index === this.#reached);
    const next = at < 0 ? this.#firstInView(all) : all[(at + (back ? all.length - 1 : 1)) % all.length];
    if (next === undefined) return false;
    await this.reach(next);
    await this.open(next, 'keyboard');
    return true;
  }

  /** Brings a mark into view with a ring around it. */
  async reach(mark: Mark): Promise<void> {
    this.#host.hide();
    this.#reached = mark.index;
    reveal(mark);
    this.#host.ring(mark);
  }

  /** Closes what is open; Escape is the page's where nothing is. */
  onEscape(event: KeyboardEvent): void {
    if (this.#host.mark === null && !this.#host.hasRing && !this.#host.hasList) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.close();
  }

  /** Shows the card of the trail's last entity. */
  async #show(mark: Mark): Promise<void> {
    const wanted = this.#trail.at(-1);
    if (wanted === undefined) return;
    const asked = ++this.#asked;
    const { entity, name } = wanted;
    const show = (state: CardState) => {
      if (asked !== this.#asked) return;
      // Under a hovering pointer the page stays.
      this.#host.show(mark, state, this.#actions(mark, state), this.#opener !== 'hover');
      if (this.#opener === 'keyboard' && !this.#host.hasFocus) this.#host.focus();
    };
    const article = this.#options.article(mark);
    // Asked first, so that what follows is done while the background composes its answer.
    const asking = this.#options.lifetime.run(() => askBackground('card', { ...article, entity }));
    const { strings } = this.#words;
    const plain = { name, close: strings.cardClose };
    const loading: CardState = { is: 'loading', ...plain, text: strings.cardLoading };
    const waiting = setTimeout(() => show(loading), PATIENCE);
    try {
      this.#host.prepare(mark, this.#actions(mark, loading), this.#words);
      const answer = await asking;
      if (answer !== undefined) show(stateOf(answer, plain, article.url));
    } catch (error) {
      this.#options.onFault(error);
      const message = error instanceof Error ? error.message : String(error);
      const retry = { label: strings.cardRetry, run: () => void this.#show(mark) };
      show({ is: 'failed', ...plain, text: fill(strings.cardFailed, message), retry });
    } finally {
      clearTimeout(waiting);
    }
  }

  #actions(mark: Mark, state: CardState): CardActions {
    const go = (trail: Wanted[]) => {
      this.#trail = trail;
      // Who clicks inside a card wants to keep it.
      if (this.#opener === 'hover') this.#opener = 'pointer';
      void this.#show(mark);
    };
    const article = this.#options.article(mark);
    const { published } = article;
    const entity = state.is === 'shown' ? state.model.entity : null;
    const ask = async (source: AskedSource) => {
      const answer = await this.#options.lifetime.run(() =>
        askBackground('ask', { ...article, source, entity, isPrivate: isPrivateWindow() }),
      );
      if (answer === undefined) throw new Error('the extension is gone');
      return answer;
    };
    const actions: CardActions = {
      close: () => this.close(),
      back: this.#trail.length > 1 ? () => go(this.#trail.slice(0, -1)) : null,
      pin: null,
      ask,
      open: ({ entity, name }) => go([...this.#trail, { entity, name: name.text }]),
      openDossier:
        state.is === 'shown'
          ? () => void this.#options.lifetime.run(() => askBackground('openDossier', { entity: state.model.entity, published }))
          : null,
      mute: state.is === 'shown' ? (scope) => void this.#mute(mark, state, scope) : null,
      scopes: ['page', 'site', 'everywhere'],
    };
    if (state.is !== 'shown') return actions;
    // A pinned card opens others in the place of the card, beside the mark from which it was pinned.
    const pin = () => {
      this.#host.pin({ state, actions: { ...actions, open: ({ entity, name }) => go([{ entity, name: name.text }]) } });
      this.close();
    };
    return { ...actions, pin };
  }

  async #mute(mark: Mark, { model, strings }: Extract<CardState, { is: 'shown' }>, scope: MuteScope): Promise<void> {
    const { entity } = model;
    const name: MutedName = { entity, name: model.name.text, site: scope === 'site' ? location.host : null };
    const set = async (muted: boolean) => {
      if (scope === 'page') this.#options.hide(entity, muted);
      else await (muted ? mute(name) : unmute(name));
    };
    await set(true);
    const undo = async () => {
      await set(false);
      this.close();
    };
    const state: CardState = {
      is: 'muted',
      name: model.name.text,
      text: strings.cardMuted,
      close: strings.cardClose,
      undo: { label: strings.cardUndo, run: () => void undo() },
    };
    this.#host.show(mark, state, { ...this.#actions(mark, state), back: null }, false);
  }

  #firstInView(all: readonly Mark[]): Mark | undefined {
    return all.find((mark) => boxesOf(mark).some((box) => box.top >= 0)) ?? all[0];
  }
}

/** How long a card may take without a word, in milliseconds: shorter waits are not noticed. */
const PATIENCE = 150;

function stateOf({ model, strings, sources }: CardAnswer, plain: { name: string; close: string }, address: string | null): CardState {
  return model === null ? { is: 'missing', ...plain, text: strings.cardMissing } : { is: 'shown', model, strings, sources, address };
}
