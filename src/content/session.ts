/** One article on the page: read, annotated, marked, and kept right while the page changes. */
import browser from 'webextension-polyfill';
import { type Article, readArticle } from '../article/article.ts';
import type { CardState } from '../card/Card.tsx';
import type { MessageKey } from '../shared/i18n.ts';
import { askBackground, type PageReport } from '../shared/messages.ts';
import { CardHost } from './cardHost.tsx';
import type { Lifetime } from './lifetime.ts';
import { watchChanges } from './observe.ts';
import { boxesOf, type Mark, Marks } from './paint.ts';
import { watchPointer } from './pointer.ts';

export class Session {
  readonly #lifetime: Lifetime;
  readonly #marks = new Marks();
  readonly #card: CardHost;
  readonly #report: PageReport;
  #article: Article | null = null;
  /** Counts what the reader asked for, so that an answer that comes too late shows nothing. */
  #asked = 0;

  constructor(lifetime: Lifetime) {
    this.#lifetime = lifetime;
    this.#card = new CardHost(() => this.close(), lifetime.signal);
    this.#report = {
      isArticle: false,
      reason: '',
      title: null,
      published: null,
      language: null,
      text: '',
      mentions: [],
      timings: { decide: 0, read: null, annotate: null, paint: null, firstHighlight: null },
      errors: [],
    };
    lifetime.signal.addEventListener('abort', () => this.#marks.clear(), { once: true });
  }

  get report(): PageReport {
    return this.#report;
  }

  /** Reads the page and, where it is an article, marks it. */
  async start(): Promise<void> {
    if (!(await this.#refresh())) return;
    const { signal } = this.#lifetime;
    watchPointer(this.#marks, () => this.#card.node, { onMark: (mark) => this.toggle(mark), onElsewhere: () => this.close() }, signal);
    document.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
    watchChanges(this.#article?.container ?? document.body, this.#marks, () => void this.#refresh(), signal);
  }

  /** Opens a mark's card, or closes it where it is open. */
  toggle(mark: Mark): void {
    if (this.#card.mark?.index === mark.index) this.close();
    else void this.open(mark);
  }

  /** Opens the card of a mark as soon as the answer is there; one that takes a while is announced. */
  async open(mark: Mark): Promise<void> {
    const asked = ++this.#asked;
    const { entity, name } = mark.mention;
    const show = (state: CardState) => {
      if (asked === this.#asked) this.#card.show(mark, state);
    };
    // The card's own texts come with its answer; until then the browser's language serves.
    const own = (is: 'loading' | 'missing' | 'failed', text: string): CardState => ({ is, name, text, close: translated('cardClose') });
    const waiting = setTimeout(() => show(own('loading', translated('cardLoading'))), PATIENCE);
    try {
      const request = { entity, published: this.#article?.published ?? null, url: this.#article?.address ?? null };
      const answer = await this.#lifetime.run(() => askBackground('card', request));
      if (answer === undefined) return;
      const { model, strings } = answer;
      show(model === null ? own('missing', strings.cardMissing) : { is: 'shown', model, strings });
    } catch (error) {
      this.#fault(error);
      show(own('failed', translated('cardFailed', messageOf(error))));
    } finally {
      clearTimeout(waiting);
    }
  }

  close(): void {
    this.#asked++;
    this.#card.hide();
  }

  /** Scrolls to a mention by its number; false where there is none. */
  async show(index: number, open: boolean): Promise<boolean> {
    const mark = this.#marks.all.find((one) => one.index === index);
    const element = mark?.range.startContainer.parentElement;
    if (!mark || !element) return false;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [box] = boxesOf(mark);
    if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
    if (open) await this.open(mark);
    return true;
  }

  /** Reads, asks and paints anew; false where the page is no article. */
  async #refresh(): Promise<boolean> {
    const report = this.#report;
    const began = performance.now();
    const article = readArticle(document, new Date().toISOString().slice(0, 10));
    report.reason = article.reason;
    report.title = article.title;
    report.isArticle = article.isArticle;
    if (!article.isArticle) {
      report.timings.decide = performance.now() - began;
      return false;
    }
    this.#article = article;
    report.published = article.published;
    report.language = article.language;
    report.text = article.text;
    report.timings.read = performance.now() - began;
    try {
      const asked = performance.now();
      const { text, language, published } = article;
      const mentions = await this.#lifetime.run(() => askBackground('annotate', { text, language, published }));
      // The page may have changed while the background was thinking; a newer reading has its own answer.
      if (mentions === undefined || this.#article !== article) return true;
      const answered = performance.now();
      this.#marks.paint(article.blocks, mentions);
      const painted = performance.now();
      report.mentions = mentions;
      report.timings.annotate = answered - asked;
      report.timings.paint = painted - answered;
      report.timings.firstHighlight ??= mentions.length > 0 ? sinceDomReady() : null;
    } catch (error) {
      this.#fault(error);
    }
    return true;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.#card.mark === null) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.close();
  }

  #fault(error: unknown): void {
    this.#report.errors.push(messageOf(error));
  }
}

/** How long a card may take without a word, in milliseconds: shorter waits are not noticed. */
const PATIENCE = 150;

function translated(key: MessageKey, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Milliseconds since the document was parsed. */
function sinceDomReady(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() - (navigation?.domInteractive ?? 0);
}
