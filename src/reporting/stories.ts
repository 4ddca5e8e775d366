/**
 * Reports of one story, across outlets and languages. Reports are joined by
 * average linkage: the two groups whose members are most alike on average are
 * one, as long as they are alike enough. Groups that exist keep their number.
 */
import { ADDRESS, CONCEPT, ENTITY, kindOf, NUMBER, SOUND, WORD } from './features.ts';
import type { Growable } from './growable.ts';
import { Heap } from './heap.ts';
import { type Entry, type ReportIndex, UNDATED, weightOf } from './index.ts';

/** Reports further apart than this tell another story, or a later turn of it. */
const WINDOW_DAYS = 4;
/** Likeness below which a pair is not looked at, and from which groups are joined. */
const FLOOR = 0.02;
const JOINED = 0.075;
/** How far a report's own length counts in its likeness, beside the mean of all: the slope of Singhal, Buckley and Mitra, "Pivoted document length normalization" (1996). */
const SLOPE = 0.6;
/** Rarity below which a mark is not looked at, how many reports with a mark are, and how many reports back. */
const TELLING = 0.8;
const LATEST = 500;
const HORIZON = 4000;
/** What is taken off per day between two reports, and where a day is not known. */
const PER_DAY = 0.045;
const UNKNOWN_DAY = 0.08;
/** How much a kind of mark weighs between reports of one language and of two. */
const withinKinds: Record<number, number> = { [WORD]: 1, [ENTITY]: 0.6, [NUMBER]: 1.2, [CONCEPT]: 0, [SOUND]: 0 };
const acrossKinds: Record<number, number> = { [WORD]: 0.8, [ENTITY]: 0.7, [NUMBER]: 1.3, [CONCEPT]: 0.8, [SOUND]: 0.5 };

interface Pair {
  a: number;
  b: number;
  likeness: number;
}

/** Puts new reports into stories, among themselves and with the reports before. */
export function groupStories(index: ReportIndex, added: ReadonlyMap<number, Entry>): void {
  const scores = new Float32Array(index.size);
  const own = lengths(index.ownNorms, index.size);
  const shared = lengths(index.sharedNorms, index.size);
  const pairs = [...added].flatMap(([report, entry]) => pairsOf(index, report, entry, scores, own, shared));
  for (const [report, story] of join(pairs, added, index)) index.tell(report, story);
}

/** The reports that a new one is like, each pair once. `scores` holds a zero for every report, before and after. */
function pairsOf(index: ReportIndex, report: number, entry: Entry, scores: Float32Array, own: Lengths, shared: Lengths): Pair[] {
  const day = index.days.at(report);
  const touched: number[] = [];
  const back = { report, first: Math.max(0, report - HORIZON), most: LATEST, day, days: WINDOW_DAYS, family: entry.family };
  for (const [at, feature] of entry.features.entries()) {
    const kind = kindOf(feature);
    if (kind === ADDRESS) continue;
    const rarity = index.rarity(feature, index.among(feature, entry.family));
    if (rarity < TELLING) continue;
    const strength = rarity * rarity * weightOf(entry.marks[at] as number);
    const within = (withinKinds[kind] as number) * strength;
    const across = (acrossKinds[kind] as number) * strength;
    index.scoreBefore(feature, { within, across }, back, scores, touched);
  }
  const pairs: Pair[] = [];
  for (const other of touched) {
    const dot = scores[other] as number;
    scores[other] = 0;
    if (index.isRemoved(other)) continue;
    const same = index.families.at(other) === entry.family;
    const length = same ? own : shared;
    const otherDay = index.days.at(other);
    const gap = day === UNDATED || otherDay === UNDATED ? UNKNOWN_DAY : PER_DAY * Math.abs(day - otherDay);
    const likeness = dot / (length(report) * length(other) || 1) - gap;
    if (likeness >= FLOOR) pairs.push({ a: report, b: other, likeness });
  }
  return pairs;
}

/** The length of a report by its number, between its own and the mean, so that a short text is not like any that names its few words. */
type Lengths = (report: number) => number;

function lengths(norms: Growable<Float32Array>, size: number): Lengths {
  let sum = 0;
  for (let report = 0; report < size; report++) sum += norms.at(report);
  const mean = sum / (size || 1);
  return (report) => (1 - SLOPE) * mean + SLOPE * norms.at(report);
}

function isNear(a: number, b: number): boolean {
  return a === UNDATED || b === UNDATED || Math.abs(a - b) <= WINDOW_DAYS;
}

interface Group {
  story: number;
  members: number[];
  /** First and last day of the members whose day is known; `UNDATED` where none is. */
  first: number;
  last: number;
  /** Sum of likenesses to other groups, by story. */
  links: Map<number, number>;
}

/** Two groups that may be joined, as they were when it was noted. */
interface Offer {
  likeness: number;
  keep: Group;
  lose: Group;
  /** Members of both then: what has grown since is offered anew. */
  members: number;
}

function join(pairs: readonly Pair[], added: ReadonlyMap<number, Entry>, index: ReportIndex): Map<number, number> {
  const groups = groupsOf(pairs, added, index);
  const offers = new Heap<Offer>((a, b) => b.likeness - a.likeness || a.keep.story - b.keep.story || a.lose.story - b.lose.story);
  const offer = (group: Group, other: Group) => {
    if (!couldMeet(group, other)) return;
    const likeness = (group.links.get(other.story) ?? 0) / comparable(group.members, other.members, index);
    if (likeness <= JOINED) return;
    const [keep, lose] = group.story < other.story ? [group, other] : [other, group];
    offers.push({ likeness, keep, lose, members: keep.members.length + lose.members.length });
  };
  for (const group of groups.values())
    for (const story of group.links.keys()) if (story > group.story) offer(group, groups.get(story) as Group);
  for (let best = offers.pop(); best !== undefined; best = offers.pop()) {
    const { keep, lose, members } = best;
    const isStale =
      groups.get(keep.story) !== keep || groups.get(lose.story) !== lose || keep.members.length + lose.members.length !== members;
    if (isStale) continue;
    absorb(keep, lose, groups);
    for (const story of keep.links.keys()) offer(keep, groups.get(story) as Group);
  }
  const stories = new Map<number, number>();
  for (const { story, members } of groups.values()) for (const report of members) stories.set(report, story);
  return stories;
}

/** The groups before anything is joined: each new report by itself, and the stories of those it is like. */
function groupsOf(pairs: readonly Pair[], added: ReadonlyMap<number, Entry>, index: ReportIndex): Map<number, Group> {
  const groups = new Map<number, Group>();
  const enlisted = new Map<number, Group>();
  const enlist = (report: number): Group => {
    const known = enlisted.get(report);
    if (known) return known;
    const story = added.has(report) ? report : index.storyOf(report);
    const group: Group = groups.get(story) ?? { story, members: [], first: UNDATED, last: UNDATED, links: new Map() };
    groups.set(story, group);
    group.members.push(report);
    widen(group, index.days.at(report));
    enlisted.set(report, group);
    return group;
  };
  for (const report of added.keys()) enlist(report);
  for (const { a, b, likeness } of pairs) link(enlist(a), enlist(b), likeness);
  return groups;
}

/** Takes the members and links of one group over into another. */
function absorb(keep: Group, lose: Group, groups: Map<number, Group>): void {
  keep.members.push(...lose.members);
  widen(keep, lose.first);
  widen(keep, lose.last);
  keep.links.delete(lose.story);
  lose.links.delete(keep.story);
  for (const [story, sum] of lose.links) {
    const other = groups.get(story) as Group;
    other.links.delete(lose.story);
    link(keep, other, sum);
  }
  groups.delete(lose.story);
}

function link(a: Group, b: Group, likeness: number): void {
  if (a === b) return;
  a.links.set(b.story, (a.links.get(b.story) ?? 0) + likeness);
  b.links.set(a.story, (b.links.get(a.story) ?? 0) + likeness);
}

function widen(group: Group, day: number): void {
  if (day === UNDATED) return;
  group.first = group.first === UNDATED ? day : Math.min(group.first, day);
  group.last = group.last === UNDATED ? day : Math.max(group.last, day);
}

/** Undated reports are like those of any month, so they could tie two stories that are months apart. */
function couldMeet(a: Group, b: Group): boolean {
  return a.first === UNDATED || b.first === UNDATED || (a.first - b.last <= WINDOW_DAYS && b.first - a.last <= WINDOW_DAYS);
}

/** How many pairs of two groups are near enough in time to be compared. */
function comparable(a: readonly number[], b: readonly number[], index: ReportIndex): number {
  let count = 0;
  for (const one of a) for (const two of b) if (isNear(index.days.at(one), index.days.at(two))) count++;
  return count;
}
