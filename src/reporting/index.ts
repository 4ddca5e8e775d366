/**
 * The reports that are held, as numbers: what each is about, when and where
 * it was published. Titles and addresses stay in the store; here is only what
 * a search reads.
 */
import { CONCEPT, ENTITY, kindOf, NUMBER, WORD } from './features.ts';
import { Growable } from './growable.ts';

/** A report as the index takes it. */
export interface Entry {
  /** Its features, and for each how weighty it is (1 in the summary, 2 in the title, 3 in both), with `NAME_BIT` where it is a name. */
  features: Uint32Array;
  marks: Uint8Array;
  /** Days since 1970, or null. */
  day: number | null;
  /** Number of the language's family. */
  family: number;
  /** Hash of the outlet. */
  outlet: number;
  /** Whether an office of a state published it. */
  official: boolean;
}

/** The index as it is kept between two lives of the worker: plain typed arrays. */
export interface Snapshot {
  ids: Uint32Array;
  days: Int32Array;
  families: Uint8Array;
  outlets: Uint32Array;
  officials: Uint8Array;
  ownNorms: Float32Array;
  sharedNorms: Float32Array;
  stories: Uint32Array;
  features: Uint32Array;
  starts: Uint32Array;
  postings: Uint32Array;
}

/** Which reports before one are looked at. */
export interface Lookback {
  report: number;
  /** The first report that is looked at, and how many with one feature at most. */
  first: number;
  most: number;
  /** Reports further from this day are passed over, but for undated ones. */
  day: number;
  days: number;
  family: number;
}

/** Stands for a day that is not known. */
export const UNDATED = -0x80000000;

/** Fewest reports that are added one by one before the index is put in order again, and all are measured anew. */
const SMALLEST_TAIL = 2048;

/** Bits of a posting below the report's number: the weight in two, and whether it is a name. */
const WEIGHT_BITS = 3;
export const NAME_BIT = 4;
/** How much each weight counts in full. */
const weights = [0, 0.7, 1, 1.25];

export class ReportIndex {
  /** Key of each report in the store, ascending. */
  readonly ids = new Growable<Uint32Array>(new Uint32Array(0));
  readonly days = new Growable<Int32Array>(new Int32Array(0));
  readonly families = new Growable<Uint8Array>(new Uint8Array(0));
  readonly outlets = new Growable<Uint32Array>(new Uint32Array(0));
  readonly officials = new Growable<Uint8Array>(new Uint8Array(0));
  /** Lengths of the reports as vectors: of all that its own language can share, and of what others can. */
  readonly ownNorms = new Growable<Float32Array>(new Float32Array(0));
  readonly sharedNorms = new Growable<Float32Array>(new Float32Array(0));
  /** A report of the same story that came earlier, or the report itself: chains end at the story's first. */
  readonly #stories = new Growable<Uint32Array>(new Uint32Array(0));
  readonly #familySizes: number[] = [];
  readonly #removed = new Set<number>();
  /** Reports whose length is not measured yet. */
  #unmeasured: { report: number; entry: Entry }[] = [];
  /** Reports that came since all were measured, by whose coming rarities have changed. */
  #drifted = 0;
  /** Features in order, where the postings of each begin, and the postings. */
  #features: Uint32Array = new Uint32Array(0);
  #starts: Uint32Array = new Uint32Array(1);
  #postings: Uint32Array = new Uint32Array(0);
  /** Postings of reports that came since. */
  #tail = new Map<number, number[]>();
  #inTail = 0;

  /** How many reports were ever added; their numbers are below it. */
  get size(): number {
    return this.days.length;
  }

  /** Adds a report that is kept under an id higher than all before; returns its number. */
  add(entry: Entry, id: number): number {
    const report = this.days.length;
    this.ids.push(id);
    this.days.push(entry.day ?? UNDATED);
    this.families.push(entry.family);
    this.outlets.push(entry.outlet);
    this.officials.push(entry.official ? 1 : 0);
    this.ownNorms.push(0);
    this.sharedNorms.push(0);
    this.#stories.push(report);
    this.#familySizes[entry.family] = (this.#familySizes[entry.family] ?? 0) + 1;
    this.#unmeasured.push({ report, entry });
    entry.features.forEach((feature, at) => {
      const posting = ((report << WEIGHT_BITS) | (entry.marks[at] as number)) >>> 0;
      const list = this.#tail.get(feature);
      if (list) list.push(posting);
      else this.#tail.set(feature, [posting]);
    });
    this.#inTail++;
    return report;
  }

  /** Leaves a report out of every answer. */
  remove(report: number): void {
    this.#removed.add(report);
  }

  isRemoved(report: number): boolean {
    return this.#removed.has(report);
  }

  /** The number of the report with an id, or -1. */
  numberOf(id: number): number {
    const at = lowerBound(this.ids.values, id, 0, this.size);
    return this.ids.at(at) === id && at < this.size ? at : -1;
  }

  /** The first report of a report's story. */
  storyOf(report: number): number {
    let story = report;
    while (this.#stories.at(story) !== story) story = this.#stories.at(story);
    return story;
  }

  /** Puts a report, and all of its story, into the story of another. */
  tell(report: number, story: number): void {
    const [first, second] = [this.storyOf(report), this.storyOf(story)].sort((a, b) => a - b) as [number, number];
    this.#stories.values[second] = first;
  }

  /** Makes the index ready after reports were added: call once a batch. */
  settle(): void {
    const share = Math.max(SMALLEST_TAIL, this.size >> 3);
    if (this.#inTail >= share) this.#merge();
    this.#drifted += this.#unmeasured.length;
    if (this.size < SMALLEST_TAIL || this.#drifted >= share) this.#measureAll();
    else for (const { report, entry } of this.#unmeasured) this.#measure(report, entry);
    this.#unmeasured = [];
  }

  /** What to keep so that `ReportIndex.restore` need not read every report; the index is put in order first. */
  snapshot(): Snapshot {
    this.settle();
    this.#merge();
    const { size } = this;
    return {
      ids: this.ids.values.slice(0, size),
      days: this.days.values.slice(0, size),
      families: this.families.values.slice(0, size),
      outlets: this.outlets.values.slice(0, size),
      officials: this.officials.values.slice(0, size),
      ownNorms: this.ownNorms.values.slice(0, size),
      sharedNorms: this.sharedNorms.values.slice(0, size),
      stories: this.#stories.values.slice(0, size),
      features: this.#features,
      starts: this.#starts,
      postings: this.#postings,
    };
  }

  /** The index as it was when the snapshot was taken. */
  static restore(snapshot: Snapshot): ReportIndex {
    const index = new ReportIndex();
    index.ids.fill(snapshot.ids);
    index.days.fill(snapshot.days);
    index.families.fill(snapshot.families);
    index.outlets.fill(snapshot.outlets);
    index.officials.fill(snapshot.officials);
    index.ownNorms.fill(snapshot.ownNorms);
    index.sharedNorms.fill(snapshot.sharedNorms);
    index.#stories.fill(snapshot.stories);
    for (const family of snapshot.families) index.#familySizes[family] = (index.#familySizes[family] ?? 0) + 1;
    index.#features = snapshot.features;
    index.#starts = snapshot.starts;
    index.#postings = snapshot.postings;
    return index;
  }

  /** A new index without the removed reports. */
  compacted(): ReportIndex {
    const whole = this.snapshot();
    /** New number of each report, plus one; 0 where it goes. */
    const renumbered = new Uint32Array(whole.ids.length);
    const kept: number[] = [];
    for (let report = 0; report < renumbered.length; report++) if (!this.#removed.has(report)) renumbered[report] = kept.push(report);
    const pick = <Values extends Uint8Array | Uint32Array | Int32Array | Float32Array>(values: Values): Values =>
      values.filter((_, report) => renumbered[report] !== 0) as Values;
    const firsts = new Map<number, number>();
    const stories = Uint32Array.from(kept, (report, number) => {
      const story = this.storyOf(report);
      const first = firsts.get(story) ?? number;
      firsts.set(story, first);
      return first;
    });
    const features = new Uint32Array(whole.features.length);
    const starts = new Uint32Array(whole.features.length + 1);
    const postings = new Uint32Array(whole.postings.length);
    let featureCount = 0;
    let at = 0;
    whole.features.forEach((feature, index) => {
      const before = at;
      for (const posting of whole.postings.subarray(whole.starts[index], whole.starts[index + 1])) {
        const report = renumbered[posting >>> WEIGHT_BITS] as number;
        if (report > 0) postings[at++] = (((report - 1) << WEIGHT_BITS) | (posting & (2 ** WEIGHT_BITS - 1))) >>> 0;
      }
      if (at === before) return;
      features[featureCount++] = feature;
      starts[featureCount] = at;
    });
    return ReportIndex.restore({
      ids: pick(whole.ids),
      days: pick(whole.days),
      families: pick(whole.families),
      outlets: pick(whole.outlets),
      officials: pick(whole.officials),
      ownNorms: pick(whole.ownNorms),
      sharedNorms: pick(whole.sharedNorms),
      stories,
      features: features.slice(0, featureCount),
      starts: starts.slice(0, featureCount + 1),
      postings: postings.slice(0, at),
    });
  }

  /** How many reports have a feature. */
  frequency(feature: number): number {
    const at = this.#find(feature);
    const settled = at < 0 ? 0 : (this.#starts[at + 1] as number) - (this.#starts[at] as number);
    return settled + (this.#tail.get(feature)?.length ?? 0);
  }

  /** Calls back for every report with a feature: its number, how much the feature weighs in it, and whether it is a name there. */
  visit(feature: number, see: (report: number, weight: number, name: boolean) => void): void {
    const at = this.#find(feature);
    if (at >= 0) {
      const end = this.#starts[at + 1] as number;
      for (let index = this.#starts[at] as number; index < end; index++) visitPosting(this.#postings[index] as number, see);
    }
    for (const posting of this.#tail.get(feature) ?? []) visitPosting(posting, see);
  }

  /** A one for each report with a feature, by its number. */
  reportsWith(feature: number): Uint8Array {
    const found = new Uint8Array(this.size);
    this.visit(feature, (report) => {
      found[report] = 1;
    });
    return found;
  }

  /**
   * Adds up one mark over the reports before one, the latest first: at most
   * `most` of them, and none before `first` or far from the day. `within` is
   * for those of its family, `across` for the others; reports whose score was
   * zero are noted in `touched`.
   */
  scoreBefore(feature: number, amounts: { within: number; across: number }, back: Lookback, scores: Float32Array, touched: number[]): void {
    const tail = this.#tail.get(feature);
    const left = tail ? this.#addBefore(tail, 0, tail.length, back.most, amounts, back, scores, touched) : back.most;
    const at = this.#find(feature);
    if (at >= 0 && left > 0)
      this.#addBefore(this.#postings, this.#starts[at] as number, this.#starts[at + 1] as number, left, amounts, back, scores, touched);
  }

  /** Goes back through one stretch of postings; returns how many more may be looked at. */
  #addBefore(
    postings: ArrayLike<number>,
    begin: number,
    end: number,
    most: number,
    { within, across }: { within: number; across: number },
    { report, first, day, days, family }: Lookback,
    scores: Float32Array,
    touched: number[],
  ): number {
    const families = this.families.values;
    const ownDays = this.days.values;
    let left = most;
    for (let index = lowerBound(postings, (report << WEIGHT_BITS) >>> 0, begin, end) - 1; index >= begin && left > 0; index--, left--) {
      const posting = postings[index] as number;
      const other = posting >>> WEIGHT_BITS;
      if (other < first) return 0;
      const otherDay = ownDays[other] as number;
      if (day !== UNDATED && otherDay !== UNDATED && Math.abs(day - otherDay) > days) continue;
      const amount = (families[other] === family ? within : across) * (weights[posting & 3] as number);
      if (amount === 0) continue;
      const score = scores[other] as number;
      if (score === 0) touched.push(other);
      scores[other] = score + amount;
    }
    return left;
  }

  /**
   * Adds up marks over all reports: `within` for those of the family, `across`
   * for the others. Reports whose score was zero are noted in `touched`.
   */
  score(
    marks: Iterable<{ feature: number; within: number; across: number }>,
    family: number,
    scores: Float32Array,
    touched: number[],
  ): void {
    const families = this.families.values;
    for (const { feature, within, across } of marks) {
      const at = this.#find(feature);
      const settled = at < 0 ? [] : this.#postings.subarray(this.#starts[at], this.#starts[at + 1]);
      for (const postings of [settled, this.#tail.get(feature) ?? []]) {
        for (let index = 0; index < postings.length; index++) {
          const posting = postings[index] as number;
          const report = posting >>> WEIGHT_BITS;
          const amount = (families[report] === family ? within : across) * (weights[posting & 3] as number);
          if (amount === 0) continue;
          const score = scores[report] as number;
          if (score === 0) touched.push(report);
          scores[report] = score + amount;
        }
      }
    }
  }

  /** Whether a report has a feature. */
  has(feature: number, report: number): boolean {
    const at = this.#find(feature);
    if (at >= 0) {
      const end = this.#starts[at + 1] as number;
      const found = lowerBound(this.#postings, (report << WEIGHT_BITS) >>> 0, this.#starts[at] as number, end);
      if (found < end && (this.#postings[found] as number) >>> WEIGHT_BITS === report) return true;
    }
    return this.#tail.get(feature)?.some((posting) => posting >>> WEIGHT_BITS === report) ?? false;
  }

  /**
   * How much a feature tells: the logarithm of how rare it is among the
   * reports that could have it, as in BM25 (Robertson and Zaragoza, 2009).
   */
  rarity(feature: number, among: number): number {
    return rarityOf(this.frequency(feature), among);
  }

  /** Number of reports against which a feature's rarity is told: words against their language, the rest against all. */
  among(feature: number, family: number): number {
    return kindOf(feature) === WORD ? (this.#familySizes[family] ?? 0) : this.size;
  }

  #find(feature: number): number {
    const at = lowerBound(this.#features, feature, 0, this.#features.length);
    return this.#features[at] === feature ? at : -1;
  }

  /** Joins the tail with what is in order. */
  #merge(): void {
    const added = [...this.#tail.keys()].filter((feature) => this.#find(feature) < 0);
    const features = new Uint32Array(this.#features.length + added.length);
    features.set(this.#features);
    features.set(added, this.#features.length);
    features.sort();
    const starts = new Uint32Array(features.length + 1);
    let total = this.#postings.length;
    for (const list of this.#tail.values()) total += list.length;
    const postings = new Uint32Array(total);
    let at = 0;
    let old = 0;
    features.forEach((feature, index) => {
      starts[index] = at;
      if (this.#features[old] === feature) {
        const part = this.#postings.subarray(this.#starts[old], this.#starts[old + 1]);
        postings.set(part, at);
        at += part.length;
        old++;
      }
      const list = this.#tail.get(feature);
      if (list) {
        postings.set(list, at);
        at += list.length;
      }
    });
    starts[features.length] = at;
    this.#features = features;
    this.#starts = starts;
    this.#postings = postings;
    this.#tail = new Map();
    this.#inTail = 0;
  }

  /** Lengths of all reports by today's rarities. */
  #measureAll(): void {
    this.#drifted = 0;
    const own = this.ownNorms.values.fill(0);
    const shared = this.sharedNorms.values.fill(0);
    const add = (feature: number) => {
      const frequency = this.frequency(feature);
      const within = countsWithin(feature);
      // Most reports with a feature are of one family.
      let family = -1;
      let rarity = 0;
      this.visit(feature, (report, weight, name) => {
        if (this.families.at(report) !== family) {
          family = this.families.at(report);
          rarity = rarityOf(frequency, this.among(feature, family));
        }
        const square = (rarity * weight) ** 2;
        if (within) own[report] = (own[report] as number) + square;
        if (countsAcross(feature, name)) shared[report] = (shared[report] as number) + square;
      });
    };
    for (const feature of this.#features) add(feature);
    for (const feature of this.#tail.keys()) if (this.#find(feature) < 0) add(feature);
    for (let report = 0; report < this.size; report++) {
      own[report] = Math.sqrt(own[report] as number);
      shared[report] = Math.sqrt(shared[report] as number);
    }
  }

  /** The length of one report by today's rarities. */
  #measure(report: number, { features, marks, family }: Entry): void {
    let own = 0;
    let shared = 0;
    features.forEach((feature, at) => {
      const mark = marks[at] as number;
      const square = (this.rarity(feature, this.among(feature, family)) * weightOf(mark)) ** 2;
      if (countsWithin(feature)) own += square;
      if (countsAcross(feature, (mark & NAME_BIT) !== 0)) shared += square;
    });
    this.ownNorms.values[report] = Math.sqrt(own);
    this.sharedNorms.values[report] = Math.sqrt(shared);
  }
}

/** Kinds that reports of one language are compared by, and those that reports of two can share. */
function countsWithin(feature: number): boolean {
  return kindOf(feature) <= NUMBER;
}

function countsAcross(feature: number, name: boolean): boolean {
  const kind = kindOf(feature);
  return kind === ENTITY || kind === NUMBER || kind === CONCEPT || (kind === WORD && name);
}

/** Index of the first value in `[low, high)` of an ascending array that is not smaller. */
function lowerBound(values: ArrayLike<number>, value: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How much a mark counts, by the weight in its two lowest bits. */
export function weightOf(mark: number): number {
  return weights[mark & 3] as number;
}

function rarityOf(frequency: number, among: number): number {
  return Math.log(1 + (Math.max(among, frequency) + 1) / (frequency + 0.5));
}

function visitPosting(posting: number, see: (report: number, weight: number, name: boolean) => void): void {
  see(posting >>> WEIGHT_BITS, weightOf(posting), (posting & NAME_BIT) !== 0);
}
