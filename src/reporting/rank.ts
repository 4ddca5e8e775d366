/** Which reports are closest to an article. */
import { CONCEPT, ENTITY, type Feature, kindOf, NUMBER, SOUND, WORD } from './features.ts';
import { type ReportIndex, UNDATED } from './index.ts';

/** Marks of an article that are looked up, the strongest first; more change little. */
const MOST_WITHIN = 90;
const MOST_ACROSS = 60;
/** How much each kind of mark weighs, for reports in the article's language and in another. */
const withinKinds: Record<number, number> = { [WORD]: 1, [ENTITY]: 1, [NUMBER]: 0.6, [CONCEPT]: 0.15, [SOUND]: 0 };
const acrossKinds: Record<number, number> = { [WORD]: 0.9, [ENTITY]: 1.2, [NUMBER]: 0.8, [CONCEPT]: 0.7, [SOUND]: 0.5 };
/** How far likeness across languages is trusted: it is told from the few marks that need no translation, by which short titles look closer than they are. */
const SURE_ACROSS = 0.65;
/** Weight of such marks at which half of that trust is left. */
const FEW_ACROSS = 12;
/** Saturation of how often a mark occurs, and how far a report's length counts: k1 and b of BM25. */
const SATURATION = 2;
const LENGTH = 0.45;
/** Share of closeness that remains for reports far away in time, and the days after which half of the rest is lost. */
const TIMELESS = 0.35;
const HALF_LIFE = 20;
/** Share of that rest that a report keeps whose day is not known. */
const UNKNOWN = 0.35;

/** A report with how close it is to the article, between 0 and about 1. */
export interface Close {
  report: number;
  closeness: number;
}

/** Reports that are admitted, by closeness to an article, the closest first, at most `most`. */
export function closest(
  index: ReportIndex,
  query: ReadonlyMap<number, Feature>,
  family: number,
  day: number | null,
  most: number,
  admits: (report: number) => boolean = () => true,
): Close[] {
  const within = weighed(index, query, family, withinKinds, MOST_WITHIN, () => true);
  const across = weighed(index, query, family, acrossKinds, MOST_ACROSS, (feature, { name }) => kindOf(feature) !== WORD || name);
  const totalWithin = total(within, () => true);
  const totalAcross = total(across, (feature) => kindOf(feature) !== SOUND);
  // What few marks say of an article in another language is less sure.
  const sure = (SURE_ACROSS * totalAcross) / (totalAcross + FEW_ACROSS);
  const marks = [...new Set([...within.keys(), ...across.keys()])].map((feature) => ({
    feature,
    within: (within.get(feature) ?? 0) / totalWithin,
    across: ((across.get(feature) ?? 0) * sure) / totalAcross,
  }));
  const scores = new Float32Array(index.size);
  const touched: number[] = [];
  index.score(marks, family, scores, touched);
  const meanOwn = mean(index.ownNorms.values, touched);
  const meanShared = mean(index.sharedNorms.values, touched);
  const list = new Shortlist(most);
  for (const report of touched) {
    const length = index.families.at(report) === family ? index.ownNorms.at(report) / meanOwn : index.sharedNorms.at(report) / meanShared;
    const closeness = ((scores[report] as number) / (1 - LENGTH + LENGTH * length)) * timely(index.days.at(report), day);
    if (closeness > list.least && !index.isRemoved(report) && admits(report)) list.add({ report, closeness });
  }
  return list.items;
}

/** The closest reports so far, in order. */
class Shortlist {
  readonly items: Close[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Closeness that a report must be above to be listed. */
  get least(): number {
    return this.items.length < this.#most ? 0 : (this.items.at(-1)?.closeness ?? 0);
  }

  add(close: Close): void {
    let at = this.items.length;
    while (at > 0 && (this.items[at - 1] as Close).closeness < close.closeness) at--;
    this.items.splice(at, 0, close);
    if (this.items.length > this.#most) this.items.pop();
  }
}

/** The strongest marks of an article with their weights. */
function weighed(
  index: ReportIndex,
  query: ReadonlyMap<number, Feature>,
  family: number,
  kinds: Record<number, number>,
  most: number,
  admits: (feature: number, known: Feature) => boolean,
): Map<number, number> {
  const marks: [number, number][] = [];
  for (const [feature, known] of query) {
    const kind = kinds[kindOf(feature)] as number;
    if (kind === 0 || !admits(feature, known)) continue;
    const saturated = (known.weight * (1 + SATURATION)) / (known.weight + SATURATION);
    marks.push([feature, kind * saturated * index.rarity(feature, index.among(feature, family))]);
  }
  return new Map(marks.sort((a, b) => b[1] - a[1]).slice(0, most));
}

function total(marks: ReadonlyMap<number, number>, counts: (feature: number) => boolean): number {
  let sum = 0;
  for (const [feature, weight] of marks) if (counts(feature)) sum += weight;
  return sum || 1;
}

function mean(values: Float32Array, of: readonly number[]): number {
  return of.reduce((sum, index) => sum + (values[index] as number), 0) / (of.length || 1) || 1;
}

/** How much of its closeness a report keeps for its distance in time. */
function timely(reportDay: number, day: number | null): number {
  if (day === null || reportDay === UNDATED) return TIMELESS + (1 - TIMELESS) * UNKNOWN;
  return TIMELESS + (1 - TIMELESS) * 2 ** (-Math.abs(reportDay - day) / HALF_LIFE);
}
