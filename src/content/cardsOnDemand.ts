/**
 * Cards without their weight: most pages never open one, so the script that
 * draws them comes with the first that is wanted. Until then there is nothing
 * to close, and nothing in the page.
 */
import type { Cards, CardsOptions, Opener } from './cards.ts';
import { askBackground } from './messages.ts';
import type { Mark } from './paint.ts';
import { isInLink } from './pointer.ts';

/** Where the cards' script leaves what it brings: the global object that the extension's scripts in a frame share. */
export const world = globalThis as { newsglossCards?: typeof Cards };

export class CardsOnDemand {
  readonly #options: CardsOptions;
  #cards: Cards | null = null;
  #loading: Promise<Cards | null> | null = null;
  /** How often a card was wished away, so that none opens that was while its script came. */
  #closings = 0;

  constructor(options: CardsOptions) {
    this.#options = options;
  }

  /** The node in the page, or null while no card has been wanted yet. */
  get node(): Element | null {
    return this.#cards?.node ?? null;
  }

  async toggle(mark: Mark): Promise<void> {
    (await this.#loadUnlessClosed())?.toggle(mark);
  }

  async open(mark: Mark, opener: Opener): Promise<void> {
    await (await this.#loadUnlessClosed())?.open(mark, opener);
  }

  /** Offers the card of a mark where it stands in a link, whose own clicks go elsewhere. */
  async offer(mark: Mark): Promise<void> {
    if (isInLink(mark)) (await this.#load())?.offer(mark);
  }

  async step(back: boolean): Promise<boolean> {
    return this.#options.marks.all.length > 0 && ((await (await this.#load())?.step(back)) ?? false);
  }

  async list(): Promise<boolean> {
    return this.#options.marks.all.length > 0 && ((await (await this.#load())?.list()) ?? false);
  }

  async reach(mark: Mark): Promise<void> {
    await (await this.#load())?.reach(mark);
  }

  leave(): void {
    this.#cards?.leave();
  }

  close(): void {
    this.#closings++;
    this.#cards?.closeAll();
  }

  /** Escape closes what is open; Enter on a marked name, where the page's caret stands, opens. */
  onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#cards?.onEscape(event);
    else if (event.key === 'Enter' && event.target === document.body) {
      const selection = getSelection();
      const mark =
        selection?.anchorNode && selection.isCollapsed ? this.#options.marks.at(selection.anchorNode, selection.anchorOffset) : null;
      if (mark === null) return;
      event.preventDefault();
      void this.open(mark, 'keyboard');
    }
  }

  /** The cards; null where they were closed again meanwhile, as by the second half of a double click. */
  async #loadUnlessClosed(): Promise<Cards | null> {
    const closings = this.#closings;
    const cards = await this.#load();
    return closings === this.#closings ? cards : null;
  }

  /** The cards, whose script is fetched once; null where it cannot be had. */
  #load(): Promise<Cards | null> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = null;
      this.#options.onFault(error);
      return null;
    });
    return this.#loading;
  }

  async #fetch(): Promise<Cards | null> {
    const { lifetime } = this.#options;
    const words = await lifetime.run(() => askBackground('loadCards'));
    if (words === undefined || world.newsglossCards === undefined || lifetime.signal.aborted) return null;
    this.#cards = new world.newsglossCards(this.#options, words);
    return this.#cards;
  }
}
