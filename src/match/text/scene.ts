/**
 * Everything the decision can look at: the text, what was spotted in it, and
 * what has been admitted so far.
 */
import type { Category } from '../../shared/categories.ts';
import type { Evidence } from '../../shared/model.ts';
import type { Alias, Lexicon } from '../lexicon/lexicon.ts';
import { folded, SKIP, SPACE } from '../spotting/fold.ts';
import { holdsName, scan } from '../spotting/scan.ts';
import { Document, type Range } from './document.ts';
import { firstFrom, insert, lastBefore, laterOf, listOf, mergeByStart, sliceWithin } from './ordered.ts';
import { type Spot, spotAt, type Word } from './spots.ts';
import { type Votes, vote } from './votes.ts';

/** What the page says about the text. */
export interface Setting {
  /** BCP 47, or null where unknown. */
  language: string | null;
}

/** An admitted reading of a spot. */
export interface Admitted {
  start: number;
  end: number;
  entity: number;
  /** Set where the entity's name stands in full, so that shorter forms may point back to it. */
  full: boolean;
  evidence: Evidence;
}

/** Cues of some fields in the whole text. */
export interface CueTally {
  /** The first two, so that there is one beside the name that is looked at. */
  first: Spot[];
  /** In small letters. */
  distinct: Set<string>;
  /** Words of fields that speak against names. */
  opposed: number;
}

export class Scene {
  readonly lexicon: Lexicon;
  readonly document: Document;
  readonly setting: Setting;
  /** In text order, not overlapping. */
  readonly spots: Spot[];
  readonly words: Spot[];
  /** In text order; what is admitted during a pass over the text stands in the second until the pass is over. */
  #settled: Admitted[] = [];
  #fresh: Admitted[] = [];
  readonly #entities = new Set<number>();
  readonly #full = new Map<number, Admitted[]>();
  readonly #bySurface = new Map<string, Admitted[]>();
  readonly #tallies = new Map<number, CueTally>();
  readonly #kin = new Map<number, { looked: number; found: Admitted | null }>();
  readonly #firstOf = new Map<number, Admitted>();
  /** By surface, where a name was found to be somebody's or something's else: Uwe Merz, the Colorado Senate. */
  readonly #others = new Map<string, number[]>();
  readonly #searches = new Map<string, Range | null>();
  readonly #kinds = new Set<Word['kind']>();
  #titles: Spot[] | null = null;
  #votes: Votes | null = null;

  constructor(lexicon: Lexicon, text: string, setting: Setting) {
    this.lexicon = lexicon;
    this.document = new Document(text, setting.language);
    this.setting = setting;
    this.spots = [];
    this.words = [];
    // Evidence for no name is not looked for.
    if (!holdsName(lexicon.automaton, text)) return;
    scan(lexicon.automaton, text, (start, end, pattern) => {
      const spot = spotAt(start, end, pattern, lexicon, this.document);
      if (spot === null) return false;
      this.spots.push(spot);
      if (spot.words.length > 0) this.words.push(spot);
      for (const { kind } of spot.words) this.#kinds.add(kind);
      return true;
    });
  }

  get text(): string {
    return this.document.text;
  }

  /** Admits a reading. Passes over the text admit in its order. */
  admit(mention: Admitted): void {
    insert(this.#fresh, mention);
    this.#entities.add(mention.entity);
    if (!this.#firstOf.has(mention.entity)) this.#firstOf.set(mention.entity, mention);
    if (mention.full) insert(listOf(this.#full, mention.entity), mention);
    insert(listOf(this.#bySurface, this.text.slice(mention.start, mention.end)), mention);
    if (this.#votes) this.#voteFor(mention);
  }

  /** Ends a pass: what it admitted joins the rest. */
  settle(): void {
    if (this.#fresh.length === 0) return;
    this.#settled = mergeByStart(this.#settled, this.#fresh);
    this.#fresh = [];
  }

  /** All that has been admitted, in text order. */
  get admitted(): readonly Admitted[] {
    this.settle();
    return this.#settled;
  }

  isNamedInFull(entity: number): boolean {
    return this.#full.has(entity);
  }

  /** The last place before an offset, or the first from it on, where an entity's name stands in full. */
  fullBefore(entity: number, offset: number): Admitted | null {
    const list = this.#full.get(entity) ?? [];
    return list[firstFrom(list, offset) - 1] ?? null;
  }

  fullFrom(entity: number, offset: number): Admitted | null {
    const list = this.#full.get(entity) ?? [];
    return list[firstFrom(list, offset)] ?? null;
  }

  /** The last mention before an offset that is written just so. */
  sameBefore(surface: string, offset: number): Admitted | null {
    const list = this.#bySurface.get(surface) ?? [];
    return list[firstFrom(list, offset) - 1] ?? null;
  }

  /** Notes that a spot is of another bearer of a name. */
  noteOther({ start, end }: Range): void {
    const surface = this.text.slice(start, end);
    // A state with a senate has a house, too.
    for (const name of chambers.find((names) => names.includes(surface)) ?? [surface]) {
      const places = this.#others.get(name);
      if (places === undefined) this.#others.set(name, [start]);
      else if (places.at(-1) !== start) places.push(start);
    }
  }

  /**
   * Where another bearer of the same name stood last before a spot, later than
   * the entity itself in full; else null. A headline names whom the text below
   * it names first.
   */
  otherBefore({ start, end }: Range, entity: number): number | null {
    const surface = this.text.slice(start, end);
    const places = this.#others.get(surface) ?? [];
    const { headlineEnd } = this.document;
    const below = end <= headlineEnd ? places.find((place) => place >= headlineEnd) : undefined;
    if (below !== undefined) {
      const first = this.text.indexOf(surface, headlineEnd);
      if (first < 0 || below <= first) return below;
    }
    const last = lastBefore(places, start);
    return last === null || last <= (this.fullBefore(entity, start)?.start ?? -1) ? null : last;
  }

  /** Whether a name is another bearer's anywhere in the text. */
  hasOther(surface: string): boolean {
    return this.#others.has(surface);
  }

  /** Whether a spot is a name that nothing has admitted: such a word proves nothing about another name. */
  isUndecidedName({ start, end, aliases }: Spot): boolean {
    return aliases.some((alias) => alias.part === 'whole') && this.admittedWithin({ start, end }).length === 0;
  }

  /** A body, official or rule of a country (or, for null, of any), where the text has at least so many of them; else null. */
  stateOf(country: number | null, atLeast: number): Admitted | null {
    let first: Admitted | null = null;
    let count = 0;
    for (const entity of this.#entities) {
      const mention = this.#firstOf.get(entity);
      if (mention === undefined || !this.isOfState(mention)) continue;
      if (country !== null && this.lexicon.countryOf(entity) !== country) continue;
      first ??= mention;
      if (++count >= atLeast) return first;
    }
    return null;
  }

  /** Whether something admitted lies over a range. */
  isTaken({ start, end }: Range): boolean {
    const before = this.admittedBefore(end);
    return before !== null && before.end > start;
  }

  /** Entities admitted so far. */
  get entities(): ReadonlySet<number> {
    return this.#entities;
  }

  /** A mention anywhere in the text of an entity that is kin to another, or null. */
  kinOf(entity: number): Admitted | null {
    const known = this.#kin.get(entity);
    if (known && (known.found !== null || known.looked === this.#entities.size)) return known.found;
    let found: Admitted | null = null;
    for (const other of this.#entities) {
      if (!this.lexicon.areKin(entity, other)) continue;
      found = this.#firstOf.get(other) ?? null;
      break;
    }
    this.#kin.set(entity, { looked: this.#entities.size, found });
    return found;
  }

  /** Whether the sentence around a spot names something kin to an entity, whatever becomes of that name. */
  namesKin(spot: Range, entity: number): boolean {
    return this.spotsWithin(this.document.sentenceAt(spot.start)).some(
      (other) => other !== spot && other.aliases.some((one) => one.part === 'whole' && this.lexicon.areKin(entity, one.entity)),
    );
  }

  /** The first kindred mention in a range, or null. */
  kinWithin(range: Range, entity: number): Admitted | null {
    return this.admittedWithin(range).find((mention) => this.lexicon.areKin(entity, mention.entity)) ?? null;
  }

  /** Where a pattern matches first in the text, or null; looked for once. */
  firstOf(pattern: string): Range | null {
    const known = this.#searches.get(pattern);
    if (known !== undefined) return known;
    const match = new RegExp(pattern, 'u').exec(this.text);
    const found = match && { start: match.index, end: match.index + match[0].length };
    this.#searches.set(pattern, found);
    return found;
  }

  /** Whether the text holds words of some kind. */
  holds(kind: Word['kind']): boolean {
    return this.#kinds.has(kind);
  }

  /** What the text as a whole says of some cue fields. */
  tally(fields: number): CueTally {
    const known = this.#tallies.get(fields);
    if (known) return known;
    const tally: CueTally = { first: [], distinct: new Set(), opposed: 0 };
    for (const spot of this.words) {
      for (const word of spot.words) {
        if (word.kind !== 'cue') continue;
        if ((fields >>> word.value) & 1) {
          if (tally.first.length < 2) tally.first.push(spot);
          tally.distinct.add(this.text.slice(spot.start, spot.end).toLowerCase());
        } else if ((this.lexicon.header.against >>> word.value) & 1) tally.opposed++;
      }
    }
    this.#tallies.set(fields, tally);
    return tally;
  }

  /** The first two titles of people in the text: one of them is not the name that is looked at. */
  get titles(): readonly Spot[] {
    this.#titles ??= takeTitles(this.words);
    return this.#titles;
  }

  /** How often the text as a whole speaks of each country. */
  get votes(): Votes {
    if (this.#votes === null) {
      this.#votes = new Map();
      for (const spot of this.words)
        for (const word of spot.words) if (word.kind === 'country') vote(this.#votes, word.value, this.text.slice(spot.start, spot.end));
      for (const mention of [...this.#settled, ...this.#fresh]) this.#voteFor(mention);
    }
    return this.#votes;
  }

  /** Whether a mention speaks of its entity's country: bodies, officials and rules do; companies and chips speak of none. */
  isOfState({ entity }: Admitted): boolean {
    const category = this.lexicon.categoryOf(entity);
    return category === 'agency' || category === 'official' || category === 'policy';
  }

  /** Mentions admitted so far that lie within a range, in text order. */
  admittedWithin({ start, end }: Range): Admitted[] {
    return mergeByStart(sliceWithin(this.#settled, start, end), sliceWithin(this.#fresh, start, end));
  }

  /** Spots that are words of some kind and lie within a range. */
  wordsWithin({ start, end }: Range): Spot[] {
    return sliceWithin(this.words, start, end);
  }

  /** Spots that lie within a range. */
  spotsWithin({ start, end }: Range): Spot[] {
    return sliceWithin(this.spots, start, end);
  }

  /** The spot that ends where only space (or nothing) parts it from an offset. */
  spotBefore(offset: number): Spot | null {
    const spot = this.spots[firstFrom(this.spots, offset) - 1];
    return spot !== undefined && spot.end <= offset && isBlank(this.text, spot.end, offset) ? spot : null;
  }

  /** The spot that begins where only space (or nothing) parts it from an offset. */
  spotAfter(offset: number): Spot | null {
    const spot = this.spots[firstFrom(this.spots, offset)];
    return spot !== undefined && isBlank(this.text, offset, spot.start) ? spot : null;
  }

  /** Whether a range holds words of fields that speak against names. */
  speaksOfElse(range: Range): boolean {
    return this.wordsWithin(range).some((spot) =>
      spot.words.some(({ kind, value }) => kind === 'cue' && ((this.lexicon.header.against >>> value) & 1) === 1),
    );
  }

  /** The mention admitted last before an offset, or null. */
  admittedBefore(offset: number): Admitted | null {
    return laterOf(this.#settled[firstFrom(this.#settled, offset) - 1], this.#fresh[firstFrom(this.#fresh, offset) - 1]);
  }

  /** The mention admitted first from an offset on, or null. */
  admittedAfter(offset: number): Admitted | null {
    const settled = this.#settled[firstFrom(this.#settled, offset)];
    const fresh = this.#fresh[firstFrom(this.#fresh, offset)];
    return (settled && fresh ? (settled.start < fresh.start ? settled : fresh) : (settled ?? fresh)) ?? null;
  }

  category(alias: Alias): Category {
    return this.lexicon.categoryOf(alias.entity);
  }

  #voteFor(mention: Admitted): void {
    if (this.#votes && this.isOfState(mention))
      vote(this.#votes, this.lexicon.countryOf(mention.entity), this.text.slice(mention.start, mention.end));
  }
}

/** The chambers of a parliament, as each language calls them. */
const chambers = [
  ['House', 'Senate', 'House of Representatives'],
  ['参议院', '众议院'],
  ['參議院', '眾議院'],
  ['상원', '하원'],
];

function isBlank(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let index = from; index < to; index++) {
    const unit = folded[text.charCodeAt(index)] as number;
    if (unit !== SPACE && unit !== SKIP) return false;
  }
  return true;
}

function takeTitles(words: readonly Spot[]): Spot[] {
  const titles: Spot[] = [];
  for (const spot of words) {
    if (spot.words.some((word) => word.kind.startsWith('title-'))) titles.push(spot);
    if (titles.length === 2) break;
  }
  return titles;
}
