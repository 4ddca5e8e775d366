/** One article on the page: read, annotated, marked, and kept right while the page changes. */
import browser from 'webextension-polyfill';
import { type Article, type Block, readArticle } from '../article/article.ts';
import { askBackground, type PageReport, tellPanels } from '../shared/messages.ts';
import { type ArticleContext, CONTEXT_TEXT, type Mention } from '../shared/model.ts';
import { isMarked, type Settings } from '../shared/settings.ts';
import { Cards } from './cards.ts';
import { watchHover } from './hover.ts';
import type { Lifetime } from './lifetime.ts';
import { watchPage } from './observe.ts';
import { type Mark, Marks } from './paint.ts';
import { watchPointer } from './pointer.ts';

export class Session {
  readonly #lifetime: Lifetime;
  readonly #marks = new Marks();
  readonly #cards: Cards;
  readonly #report: PageReport;
  #settings: Settings;
  #article: Article | null = null;
  /** All mentions of the article, those included that the reader does not want marked. */
  #found: readonly Mention[] = [];
  /** Entities that the reader has unmarked on this page. */
  readonly #hidden = new Set<string>();
  #hovering: AbortController | null = null;
  #blocks: Block[] = [];
  #isListening = false;

  constructor(lifetime: Lifetime, settings: Settings) {
    this.#lifetime = lifetime;
    this.#settings = settings;
    this.#cards = new Cards({
      lifetime,
      marks: this.#marks,
      article: (mark) => this.#contextOf(this.#partAt(mark.mention.start)),
      hide: (entity, hidden) => this.#hide(entity, hidden),
      onFault: (error) => this.#fault(error),
    });
    this.#report = {
      isArticle: false,
      reason: '',
      title: null,
      published: null,
      language: null,
      address: null,
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

  /** Reads the page and, where it is an article, marks it; goes on doing so while the page changes. */
  async start(): Promise<void> {
    await this.#refresh();
    watchPage(
      {
        container: () => this.#article?.container ?? null,
        onTextChange: (node) => this.#marks.drop(node),
        onSettled: async (moved) => {
          const began = performance.now();
          if (moved) this.#leave();
          await this.#refresh();
          return performance.now() - began;
        },
      },
      this.#lifetime.signal,
    );
  }

  /** Listens to the reader, once there is something to listen for. */
  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    const { signal } = this.#lifetime;
    const events = { onMark: (mark: Mark) => this.#cards.toggle(mark), onElsewhere: () => this.#cards.close() };
    watchPointer(this.#marks, () => this.#cards.node, events, signal);
    document.addEventListener('keydown', (event) => this.#cards.onKey(event), { capture: true, signal });
    this.#watchHover();
  }

  /** The page has become another: nothing of the old article stays. */
  #leave(): void {
    this.#cards.close();
    this.#hidden.clear();
    this.#forget();
    this.#report.timings.firstHighlight = null;
  }

  #forget(): void {
    this.#article = null;
    this.#found = [];
    this.#marks.clear();
    Object.assign(this.#report, { published: null, language: null, address: null, text: '', mentions: [] });
  }

  /** Takes over changed settings: marks come and go at once. */
  apply(settings: Settings): void {
    this.#settings = settings;
    if (this.#article === null) return;
    this.#paint();
    this.#watchHover();
  }

  /** Scrolls to a mention by its number; false where there is none. */
  async show(index: number, open: boolean): Promise<boolean> {
    const mark = this.#marks.all.find((one) => one.index === index);
    if (mark === undefined) return false;
    await this.#cards.reach(mark);
    if (open) await this.#cards.open(mark, 'keyboard');
    return true;
  }

  /** Goes on to the next mention, or back; false where there is none. */
  step(back: boolean): Promise<boolean> {
    return this.#cards.step(back);
  }

  /** Reads the page; asks where the text is new, and paints anew. */
  async #refresh(): Promise<void> {
    const report = this.#report;
    const began = performance.now();
    const article = readArticle(document, new Date().toISOString().slice(0, 10));
    report.reason = article.reason;
    report.title = article.title;
    report.isArticle = article.isArticle;
    if (!article.isArticle) {
      report.timings.decide = performance.now() - began;
      if (this.#article !== null) this.#forget();
      return;
    }
    const parts = [article, ...article.further];
    const before = this.#article;
    this.#article = article;
    this.#blocks = parts.flatMap((part) => part.blocks);
    report.published = article.published;
    report.language = article.language;
    report.address = article.address;
    const text = parts.map((part) => part.text).join('\n');
    const isKnown = before !== null && text === report.text;
    report.timings.read = performance.now() - began;
    // Frameworks put new nodes in the place of old ones; the same text has the same mentions.
    if (isKnown) return this.#paint();
    try {
      const asked = performance.now();
      const found = await this.#ask(parts);
      // The page may have changed while the background was thinking; a newer reading has its own answer.
      if (found === undefined || this.#article !== article) return;
      const answered = performance.now();
      this.#found = found;
      report.text = text;
      this.#paint();
      this.#listen();
      const painted = performance.now();
      report.timings.annotate = answered - asked;
      report.timings.paint = painted - answered;
      report.timings.firstHighlight ??= found.length > 0 ? sinceDomReady() : null;
      await this.#remember(parts);
    } catch (error) {
      this.#fault(error);
    }
  }

  /** Mentions in each article by itself, with offsets in all of them joined; undefined once the extension is gone. */
  async #ask(parts: readonly Omit<Article, 'further'>[]): Promise<Mention[] | undefined> {
    const found: Mention[] = [];
    let offset = 0;
    for (const { text, language, published } of parts) {
      const mentions = await this.#lifetime.run(() => askBackground('annotate', { text, language, published }));
      if (mentions === undefined) return undefined;
      for (const mention of mentions) found.push({ ...mention, start: mention.start + offset, end: mention.end + offset });
      offset += text.length + 1;
    }
    return found;
  }

  /** The article that a place of the joined text is in. */
  #partAt(offset: number): Omit<Article, 'further'> | null {
    let end = 0;
    for (const part of this.#article === null ? [] : [this.#article, ...this.#article.further]) {
      end += part.text.length + 1;
      if (offset < end) return part;
    }
    return null;
  }

  /** What is told of an article when something is asked for it. */
  #contextOf(part: Omit<Article, 'further'> | null): ArticleContext {
    return {
      published: part?.published ?? null,
      url: part?.address ?? null,
      title: part?.title ?? '',
      language: part?.language ?? null,
      text: part?.text.slice(0, CONTEXT_TEXT) ?? '',
      mentioned: [...new Set(this.#report.mentions.map((mention) => mention.entity))],
    };
  }

  /** Has a marked article remembered, for readers who want that; never in a private window. */
  async #remember(parts: readonly Omit<Article, 'further'>[]): Promise<void> {
    if (!this.#settings.reading || this.#report.mentions.length === 0 || browser.extension.inIncognitoContext) return;
    for (const part of parts) await this.#lifetime.run(() => askBackground('remember', this.#contextOf(part)));
  }

  /** Marks what was found and is wanted. */
  #paint(): void {
    const wanted = this.#found.filter((mention) => !this.#hidden.has(mention.entity) && isMarked(this.#settings, location.host, mention));
    this.#marks.paint(this.#blocks, wanted, this.#settings.colours);
    this.#report.mentions = wanted;
    void tellPanels('painted');
  }

  #hide(entity: string, hidden: boolean): void {
    if (hidden) this.#hidden.add(entity);
    else this.#hidden.delete(entity);
    this.#paint();
  }

  /** A resting pointer opens cards for readers who want that; to others it offers those whose marks stand in links. */
  #watchHover(): void {
    this.#hovering?.abort();
    this.#hovering = new AbortController();
    const { hover } = this.#settings;
    const events = {
      onRest: (mark: Mark) => (hover ? void this.#cards.open(mark, 'hover') : this.#cards.offer(mark)),
      onLeave: () => this.#cards.leave(),
    };
    watchHover(this.#marks, () => this.#cards.node, events, AbortSignal.any([this.#hovering.signal, this.#lifetime.signal]));
  }

  #fault(error: unknown): void {
    this.#report.errors.push(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Milliseconds since the document was parsed. */
function sinceDomReady(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() - (navigation?.domInteractive ?? 0);
}
