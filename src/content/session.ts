/** One article on the page: read, annotated, marked, and kept right while the page changes. */
import { type Article, type Block, dayOfEntry, readArticle, type Shadows, type Story } from '../article/article.ts';
import { isPrivateWindow } from '../shared/browser.ts';
import { isMarked, isOn } from '../shared/choices.ts';
import { CONTEXT_TEXT } from '../shared/limits.ts';
import type { PageReport } from '../shared/messages.ts';
import type { ArticleContext, ArticleText, Mention } from '../shared/model.ts';
import { once } from '../shared/once.ts';
import type { Settings } from '../shared/settings.ts';
import { holds, parentOf } from '../shared/trees.ts';
import { CardsOnDemand } from './cardsOnDemand.ts';
import { followSettings } from './choices.ts';
import { watchHover } from './hover.ts';
import type { Lifetime } from './lifetime.ts';
import { askBackground, tellPanels } from './messages.ts';
import { watchPage } from './observe.ts';
import { type Mark, Marks } from './paint.ts';
import { watchPointer } from './pointer.ts';

interface Answered extends ArticleText {
  mentions: readonly Mention[];
}

export class Session {
  readonly #lifetime: Lifetime;
  readonly #marks = new Marks();
  readonly #cards: CardsOnDemand;
  readonly #report: PageReport;
  /** Asked for with the first article: most pages never need them. */
  #settings: Settings | null = null;
  #article: Article | null = null;
  /** All mentions of the article, those included that the reader does not want marked. */
  #found: readonly Mention[] = [];
  #answers: readonly Answered[] = [];
  /** Entities that the reader has unmarked on this page. */
  readonly #hidden = new Set<string>();
  #hovering: AbortController | null = null;
  #blocks: Block[] = [];
  /** The elements that these were read from. */
  #parts: readonly Element[] = [];
  #shadows: Shadows = { roots: [], awaited: [] };
  /** Whether the page is no article and stays none. */
  #isFinal = false;
  #isListening = false;
  /** Wakes the background, and has it bring the style of the marks. */
  readonly #wake = once(() => this.#lifetime.run(() => askBackground('loadStyle')));
  /** Learns the settings, which end all where nothing may be marked. */
  readonly #begin = once(async () => {
    const settings = await followSettings(this.#lifetime, (changed) => this.#apply(changed));
    if (settings === undefined) return;
    this.#settings = settings;
    if (!isOn(settings, location.host)) this.#lifetime.end();
  });

  constructor(lifetime: Lifetime) {
    this.#lifetime = lifetime;
    this.#cards = new CardsOnDemand({
      lifetime,
      marks: this.#marks,
      article: (mark) => this.#contextAt(mark),
      text: () => this.#report,
      hide: (entity, hidden) => this.#hide(entity, hidden),
      onFault: (error) => this.#fault(error),
    });
    this.#report = {
      isArticle: false,
      reason: '',
      title: null,
      outlet: null,
      published: null,
      updated: null,
      language: null,
      address: null,
      text: '',
      mentions: [],
      timings: { decide: 0, read: null, annotate: null, paint: null, firstHighlight: null },
      readings: 0,
      annotations: 0,
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
    if (this.#lifetime.signal.aborted) return;
    watchPage(
      {
        parts: () => this.#parts,
        shadows: () => this.#shadows,
        isFinal: () => this.#isFinal,
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
    const events = { onMark: (mark: Mark) => void this.#cards.toggle(mark), onElsewhere: () => this.#cards.close() };
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
    this.#parts = [];
    this.#found = [];
    this.#answers = [];
    this.#marks.clear();
    Object.assign(this.#report, { outlet: null, published: null, updated: null, language: null, address: null, text: '', mentions: [] });
  }

  /** Takes over changed settings: marks come and go at once, and all ends where the reader has switched off. */
  #apply(settings: Settings): void {
    this.#settings = settings;
    if (!isOn(settings, location.host)) this.#lifetime.end();
    if (this.#lifetime.signal.aborted || this.#article === null) return;
    this.#paint();
    if (this.#isListening) this.#watchHover();
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

  /** Lists all mentions, or closes the list; false where there are none. */
  list(): Promise<boolean> {
    return this.#cards.list();
  }

  /** Reads the page; asks where the text is new, and paints anew. */
  async #refresh(): Promise<void> {
    const report = this.#report;
    const began = performance.now();
    report.readings++;
    // The background wakes and loads while the page is read.
    const article = readArticle(document, today(), () => void this.#wake().catch(() => undefined));
    report.reason = article.reason;
    report.title = article.title;
    report.isArticle = article.isArticle;
    this.#shadows = article.shadows;
    this.#isFinal = !article.isArticle && article.isFinal;
    if (!article.isArticle) {
      report.timings.decide = performance.now() - began;
      if (this.#article !== null) this.#forget();
      return;
    }
    const parts = [article, ...article.further];
    const before = this.#article;
    this.#article = article;
    const blocks = parts.flatMap((part) => part.blocks);
    this.#parts = parts.flatMap(partsOf);
    report.outlet = article.outlet;
    report.published = article.published;
    report.updated = article.updated;
    report.language = article.language;
    report.address = article.address;
    const text = parts.map((part) => part.text).join('\n');
    const isKnown = before !== null && text === report.text && parts.every((part) => this.#answerTo(part) !== undefined);
    report.timings.read = performance.now() - began;
    // Frameworks put new nodes in the place of old ones; the same text has the same mentions.
    if (isKnown) {
      this.#blocks = blocks;
      return this.#paint();
    }
    try {
      const asked = performance.now();
      // The text goes first: the rest is done while the background thinks.
      const [found] = await Promise.all([this.#ask(parts), this.#begin(), this.#wake()]);
      // The page may have changed while the background was thinking; a newer reading has its own answer.
      if (this.#lifetime.signal.aborted || found === undefined || this.#article !== article) return;
      const answered = performance.now();
      // Offsets and blocks belong together.
      this.#found = found;
      this.#blocks = blocks;
      report.text = text;
      this.#paint();
      report.timings.firstHighlight ??= found.length > 0 ? sinceDomReady() : null;
      this.#listen();
      report.timings.annotate = answered - asked;
      report.timings.paint = performance.now() - answered;
      await this.#remember(parts);
    } catch (error) {
      this.#fault(error);
    }
  }

  /** Mentions in each article by itself, with offsets in all of them joined; undefined once the extension is gone. */
  async #ask(parts: readonly Story[]): Promise<Mention[] | undefined> {
    const found: Mention[] = [];
    const answers: Answered[] = [];
    let offset = 0;
    for (const part of parts) {
      const { text, language, published } = part;
      const mentions = this.#answerTo(part) ?? (await this.#lifetime.run(() => this.#annotate({ text, language, published })));
      if (mentions === undefined) return undefined;
      answers.push({ text, language, published, mentions });
      for (const mention of mentions) found.push({ ...mention, start: mention.start + offset, end: mention.end + offset });
      offset += text.length + 1;
    }
    this.#answers = answers;
    return found;
  }

  #annotate(article: ArticleText): Promise<Mention[]> {
    this.#report.annotations++;
    return askBackground('annotate', article);
  }

  /** What the background said when last asked about just this text: of several articles, only those that changed are asked about. */
  #answerTo({ text, language, published }: ArticleText): readonly Mention[] | undefined {
    return this.#answers.find((one) => one.text === text && one.language === language && one.published === published)?.mentions;
  }

  /** The article that a place of the joined text is in. */
  #partAt(offset: number): Story | null {
    let end = 0;
    for (const part of this.#article === null ? [] : [this.#article, ...this.#article.further]) {
      end += part.text.length + 1;
      if (offset < end) return part;
    }
    return null;
  }

  /** What is told of the article that a mark stands in; in an entry of a live blog it is of the entry's day. */
  #contextAt({ mention, range }: Mark): ArticleContext {
    const part = this.#partAt(mention.start);
    const context = this.#contextOf(part);
    const element = parentOf(range.startContainer);
    const day = part === null || element === null ? null : dayOfEntry(element, part.container, today());
    return day !== null && context.published !== null && day > context.published ? { ...context, published: day } : context;
  }

  /** What is told of an article when something is asked for it. */
  #contextOf(part: Story | null): ArticleContext {
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
  async #remember(parts: readonly Story[]): Promise<void> {
    if (!this.#settings?.reading || this.#report.mentions.length === 0 || isPrivateWindow()) return;
    for (const part of parts) await this.#lifetime.run(() => askBackground('remember', this.#contextOf(part)));
  }

  /** Marks what was found and is wanted. */
  #paint(): void {
    const settings = this.#settings;
    if (settings === null) return;
    const wanted = this.#found.filter((mention) => !this.#hidden.has(mention.entity) && isMarked(settings, location.host, mention));
    this.#marks.paint(this.#blocks, wanted, settings.colours);
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
    const hover = this.#settings?.hover ?? false;
    const events = {
      onRest: (mark: Mark) => void (hover ? this.#cards.open(mark, 'hover') : this.#cards.offer(mark)),
      onLeave: () => this.#cards.leave(),
    };
    watchHover(this.#marks, () => this.#cards.node, events, AbortSignal.any([this.#hovering.signal, this.#lifetime.signal]));
  }

  #fault(error: unknown): void {
    this.#report.errors.push(messageOf(error));
  }
}

/** The element that holds an article, and those of its headline and standfirst where they stand outside. */
function partsOf({ container, blocks }: Story): Element[] {
  return [container, ...blocks.map((block) => block.element).filter((element) => !holds(container, element))];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Today's date in universal time, `YYYY-MM-DD`. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Milliseconds since `DOMContentLoaded`. */
function sinceDomReady(): number {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return performance.now() - (navigation?.domContentLoadedEventStart ?? 0);
}
