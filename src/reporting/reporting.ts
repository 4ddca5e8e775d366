/**
 * Related reporting, as the background and the command line ask for it:
 * reports are taken in, grouped into stories and ranked for an article.
 */
import { detectLanguage } from '../shared/language.ts';
import { canonicalAddress } from './address.ts';
import { isCopy, printOfArticle, printOfReport } from './duplicates.ts';
import { ADDRESS, ENTITY, featureKey, type Spotter } from './features.ts';
import { type Entry, ReportIndex, UNDATED } from './index.ts';
import { entryOf, familyOf, queryOf } from './profile.ts';
import { type Close, closest } from './rank.ts';
import { reasonFor } from './reason.ts';
import { type Article, dayNumber, type Report } from './report.ts';
import { spread } from './spread.ts';
import { type Store, type StoredReport, seenAgain } from './store.ts';
import { groupStories } from './stories.ts';

/** A report that is related to an article. */
export interface Related {
  report: StoredReport;
  /** Id of the first report of its story: reports with the same number tell the same. */
  story: number;
  official: boolean;
  /** Whether it was published after the article. */
  since: boolean;
  /** Why it is listed, in short words. */
  reason: string;
}

/** How long reports are kept, and how many. */
export interface Retention {
  days: number;
  most: number;
}

/** Closest reports that are looked at in full to choose those that are listed. */
const CANDIDATES = 60;
/** Share of the way from a report's own closeness to that of the closest report of its story. */
const CARRIED = 0.6;
/** Reports that are read at once to bring the index up to date. */
const PAGE = 1000;
/** Reports that came after the index was last kept, from which it is kept again: a start reads no more of them one by one. */
const UNKEPT = 2000;
const DAY = 86_400_000;

export class Reporting {
  readonly #spot: Spotter;
  readonly #store: Store;
  /** The index, once asked for; null again where it may no longer agree with the store. */
  #index: Promise<ReportIndex> | null = null;
  #unkept = 0;
  /** Changes are made one after another. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param spot finds the ids of the entities that a text names. */
  constructor(spot: Spotter, store: Store) {
    this.#spot = spot;
    this.#store = store;
  }

  /**
   * Takes reports in, all or none; a page that is known is not added again.
   * Returns how many were new. `at` is when they came.
   */
  add(reports: readonly Report[], source: string, at: number): Promise<number> {
    return this.#inTurn(() => this.#add(reports, source, at));
  }

  /**
   * Reports related to an article, at most `most`: official documents first,
   * then by closeness. With an entity's id only reports that name it.
   */
  async related(article: Article, most: number, entity: string | null = null): Promise<Related[]> {
    const index = await this.#ready();
    const language = article.language ?? detectLanguage(`${article.title ?? ''} ${article.text ?? ''}`);
    const query = queryOf(article, language, this.#spot);
    const day = article.published === null ? null : dayNumber(article.published);
    const [ownId] = article.url ? await this.#find(index, [canonicalAddress(article.url)]) : [];
    const own = ownId === undefined ? -1 : index.numberOf(ownId);
    const naming = entity === null ? null : index.reportsWith(featureKey(ENTITY, entity));
    const admits = (report: number) => report !== own && (naming === null || naming[report] === 1);
    const close = carried(closest(index, query, familyOf(language), day, CANDIDATES, admits), index);
    const stored = await this.#store.read(close.map(({ report }) => index.ids.at(report)));
    const print = printOfArticle(article);
    const candidates = close.flatMap(({ report, closeness }, at) => {
      const kept = stored[at];
      const candidate = kept && { report, closeness, kept, print: printOfReport(kept), ...this.#facts(index, report) };
      return candidate && !isCopy(candidate.print, print) ? [candidate] : [];
    });
    return spread(candidates, most).map(({ kept, report, story, official }) => ({
      report: kept,
      story: index.ids.at(story),
      official,
      since: day !== null && index.days.at(report) !== UNDATED && index.days.at(report) > day,
      reason: reasonFor(kept, index, report, query, { day, official, sameStory: own >= 0 && index.storyOf(own) === story }),
    }));
  }

  /** Ids of all reports by story, oldest first. */
  async stories(): Promise<number[][]> {
    const index = await this.#ready();
    const groups = new Map<number, number[]>();
    for (let report = 0; report < index.size; report++) {
      if (index.isRemoved(report)) continue;
      const story = index.storyOf(report);
      const group = groups.get(story);
      if (group) group.push(index.ids.at(report));
      else groups.set(story, [index.ids.at(report)]);
    }
    return [...groups.values()];
  }

  /** How many reports are kept, and how many of them a source gave. */
  async count(source: string): Promise<{ reports: number; read: number }> {
    let [reports, read] = [0, 0];
    for await (const report of this.#all()) {
      reports++;
      if (source in report.sources) read++;
    }
    return { reports, read };
  }

  /** Reports by id, in the same order, without those that are gone. */
  async read(ids: readonly number[]): Promise<StoredReport[]> {
    return (await this.#store.read(ids)).filter((report) => report !== undefined);
  }

  /** Forgets reports that are too old or too many; returns how many. */
  prune({ days, most }: Retention, now: number): Promise<number> {
    return this.#inTurn(async () => {
      const ids = await this.#store.outdated(now - days * DAY, most);
      await this.#forget(ids);
      return ids.length;
    });
  }

  /** Forgets what a source gave, but not what another gave too; or everything. */
  delete(source?: string): Promise<void> {
    return this.#inTurn(async () => {
      if (source === undefined) {
        await this.#store.clear();
        this.#index = null;
        return;
      }
      const ids: number[] = [];
      const changed: StoredReport[] = [];
      for await (const report of this.#all()) {
        if (!(source in report.sources)) continue;
        const { [source]: _, ...sources } = report.sources;
        if (Object.keys(sources).length === 0) ids.push(report.id);
        else changed.push({ ...report, sources });
      }
      await this.#store.write({ added: [], changed });
      await this.#forget(ids);
    });
  }

  /** All reports, one JSON line each, in the form in which they were taken in. */
  async *export(): AsyncGenerator<string> {
    for await (const { url, title, summary, outlet, published, language, sources, lastSeen } of this.#all())
      yield `${JSON.stringify({ url, title, summary, outlet, published, language, sources, lastSeen })}\n`;
  }

  /** Keeps the index as it is, so that the next start is quick. */
  save(): Promise<void> {
    return this.#inTurn(async () => this.#save(await this.#ready()));
  }

  async #add(reports: readonly Report[], source: string, at: number): Promise<number> {
    const index = await this.#ready();
    const byAddress = new Map<string, Report[]>();
    // In the order of time, in which stories are told.
    for (const report of reports.toSorted(byDay)) {
      const address = canonicalAddress(report.url);
      const same = byAddress.get(address);
      if (same) same.push(report);
      else byAddress.set(address, [report]);
    }
    const ids = await this.#find(index, [...byAddress.keys()]);
    const known = new Map((await this.read(ids)).map((report) => [report.address, report]));
    let id = await this.#store.lastId();
    const added = new Map<number, Entry>();
    const records: Omit<StoredReport, 'story'>[] = [];
    const changed: StoredReport[] = [];
    for (const [address, [report, ...again]] of byAddress) {
      if (report === undefined) continue;
      const before = known.get(address);
      if (before) {
        changed.push([report, ...again].reduce<StoredReport>((kept, { url }) => seenAgain(kept, source, at, url), before));
        continue;
      }
      const entry = entryOf(report, address, report.language ?? detectLanguage(`${report.title} ${report.summary}`), this.#spot);
      added.set(index.add(entry, ++id), entry);
      const others = [...new Set(again.map(({ url }) => url).filter((url) => url !== report.url))];
      records.push({ ...report, id, address, others, sources: { [source]: at }, lastSeen: at, entry });
    }
    index.settle();
    groupStories(index, added);
    const storyOf = (report: number) => index.ids.at(index.storyOf(index.numberOf(report)));
    try {
      await this.#store.write({ added: records.map((record) => ({ ...record, story: storyOf(record.id) })), changed });
    } catch (error) {
      this.#index = null;
      throw error;
    }
    this.#unkept += records.length;
    if (this.#unkept >= UNKEPT) await this.#save(index);
    return records.length;
  }

  /** Ids of the pages that are kept, of these addresses; the store is asked only where the index may know one. */
  async #find(index: ReportIndex, addresses: readonly string[]): Promise<number[]> {
    const perhaps = addresses.filter((address) => index.frequency(featureKey(ADDRESS, address)) > 0);
    return perhaps.length === 0 ? [] : (await this.#store.find(perhaps)).filter((id) => id !== undefined);
  }

  #facts(index: ReportIndex, report: number) {
    return {
      story: index.storyOf(report),
      outlet: index.outlets.at(report),
      family: index.families.at(report),
      official: index.officials.at(report) === 1,
    };
  }

  async #forget(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    const index = await this.#ready();
    await this.#store.remove(ids);
    for (const id of ids) index.remove(index.numberOf(id));
    const compacted = index.compacted();
    this.#index = Promise.resolve(compacted);
    await this.#save(compacted);
  }

  async #save(index: ReportIndex): Promise<void> {
    await this.#store.saveIndex(index.snapshot());
    this.#unkept = 0;
  }

  #ready(): Promise<ReportIndex> {
    this.#index ??= this.#load().catch((error: unknown) => {
      this.#index = null;
      throw error;
    });
    return this.#index;
  }

  /** The index as it was kept, with the reports that came since. */
  async #load(): Promise<ReportIndex> {
    const snapshot = await this.#store.loadIndex();
    const index = snapshot ? ReportIndex.restore(snapshot) : new ReportIndex();
    const last = index.size > 0 ? index.ids.at(index.size - 1) : 0;
    for await (const { entry, id, story } of this.#all(last)) {
      const report = index.add(entry, id);
      const first = index.numberOf(story);
      if (first >= 0) index.tell(report, first);
      this.#unkept++;
    }
    index.settle();
    return index;
  }

  async *#all(after = 0): AsyncGenerator<StoredReport> {
    let last = after;
    for (;;) {
      const page = await this.#store.after(last, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.id ?? last;
    }
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(task, task);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/** Closeness with a part of that of the story's closest report: what is told of it in one language holds for all. */
function carried(list: readonly Close[], index: ReportIndex): Close[] {
  const most = new Map<number, number>();
  for (const { report, closeness } of list) {
    const story = index.storyOf(report);
    most.set(story, Math.max(most.get(story) ?? 0, closeness));
  }
  return list.map(({ report, closeness }) => ({
    report,
    closeness: closeness + CARRIED * ((most.get(index.storyOf(report)) ?? 0) - closeness),
  }));
}

/** Oldest first; those without a day last. */
function byDay(a: Report, b: Report): number {
  if (a.published === b.published) return 0;
  if (a.published === null || b.published === null) return a.published === null ? 1 : -1;
  return a.published < b.published ? -1 : 1;
}
