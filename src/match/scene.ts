/**
 * Everything the decision can look at: the text, what was spotted in it, and
 * what has been admitted so far.
 */
import type { Category, Evidence } from '../shared/model.ts';
import { Document, type Range } from './document.ts';
import { classOf, folded, SKIP, SPACE, WORD } from './fold.ts';
import { type Alias, type Lexicon, strengths, type WordKind } from './lexicon.ts';
import { scan } from './scan.ts';

/** What the page says about the text. */
export interface Setting {
  /** BCP 47, or null where unknown. */
  language: string | null;
}

/** A place in the text where a pattern of the lexicon stands. */
export interface Spot {
  start: number;
  end: number;
  /** Names it may be, those whose capitals fit; empty for words that only serve as evidence. */
  aliases: Alias[];
  /** Other things it may be. */
  words: { kind: Exclude<WordKind, 'alias'>; value: number }[];
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

export class Scene {
  readonly lexicon: Lexicon;
  readonly document: Document;
  readonly setting: Setting;
  /** In text order, not overlapping. */
  readonly spots: Spot[];
  readonly words: Spot[];
  /** In text order. */
  readonly admitted: Admitted[] = [];
  readonly #byEntity = new Map<number, Admitted[]>();

  constructor(lexicon: Lexicon, text: string, setting: Setting) {
    this.lexicon = lexicon;
    this.document = new Document(text);
    this.setting = setting;
    this.spots = [];
    this.words = [];
    const found = scan(lexicon.automaton, text);
    for (let at = 0; at < found.length; at += 3) this.#add(found[at] as number, found[at + 1] as number, found[at + 2] as number);
  }

  get text(): string {
    return this.document.text;
  }

  /** Admits a reading; the list stays in text order. */
  admit(mention: Admitted): void {
    let at = this.admitted.length;
    while (at > 0 && (this.admitted[at - 1] as Admitted).start > mention.start) at--;
    this.admitted.splice(at, 0, mention);
    const list = this.#byEntity.get(mention.entity);
    if (list) list.push(mention);
    else this.#byEntity.set(mention.entity, [mention]);
  }

  /** Mentions admitted so far of one entity, in the order of admission. */
  mentionsOf(entity: number): readonly Admitted[] {
    return this.#byEntity.get(entity) ?? [];
  }

  isNamedInFull(entity: number): boolean {
    return this.mentionsOf(entity).some((mention) => mention.full);
  }

  /** Entities admitted so far. */
  get entities(): IterableIterator<number> {
    return this.#byEntity.keys();
  }

  /** Mentions admitted so far that lie within a range. */
  admittedWithin({ start, end }: Range): Admitted[] {
    return sliceWithin(this.admitted, start, end);
  }

  /** Spots that are words of some kind and lie within a range. */
  wordsWithin({ start, end }: Range): Spot[] {
    return sliceWithin(this.words, start, end);
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

  /** The mention admitted last before an offset, or null. */
  admittedBefore(offset: number): Admitted | null {
    return this.admitted[firstFrom(this.admitted, offset) - 1] ?? null;
  }

  /** The mention admitted first from an offset on, or null. */
  admittedAfter(offset: number): Admitted | null {
    return this.admitted[firstFrom(this.admitted, offset)] ?? null;
  }

  category(alias: Alias): Category {
    return this.lexicon.categoryOf(alias.entity);
  }

  /** In a line of capitals, a name that is otherwise held to its small letters may stand in capitals too. */
  #isShouted(start: number, end: number, alias: Alias): boolean {
    const surface = this.text.slice(start, end);
    return alias.exact && surface === surface.toUpperCase() && this.document.isShoutedAt(start);
  }

  #add(start: number, end: number, pattern: number): void {
    const aliases: Alias[] = [];
    const words: Spot['words'] = [];
    for (const { kind, value, capitals } of this.lexicon.meanings(pattern)) {
      if (kind === 'alias') {
        const alias = this.lexicon.alias(value);
        if (capitalsFit(this.text, start, end, capitals, alias.exact) || this.#isShouted(start, end, alias)) addReading(aliases, alias);
        // In running text some houses write "commerce department": the name is then one to be proved.
        else if (
          alias.strength !== 'weak' &&
          alias.part === 'whole' &&
          !alias.exact &&
          isInstitution(this.lexicon.categoryOf(alias.entity)) &&
          this.text.slice(start, end).includes(' ')
        )
          addReading(aliases, { ...alias, strength: 'weak' });
      } else if (capitals === 0 || capitalsFit(this.text, start, end, capitals, false)) words.push({ kind, value });
    }
    if (aliases.length === 0 && words.length === 0) return;
    // A stem stands for the whole word: "chinesisch" for "chinesische".
    const spot = { start, end: aliases.length === 0 ? endOfWord(this.text, end) : end, aliases, words };
    this.spots.push(spot);
    if (words.length > 0) this.words.push(spot);
  }
}

/** Adds a reading; of two spellings of one name ("Nvidia", "NVIDIA") that both fit, the one that says more stays. */
function addReading(aliases: Alias[], alias: Alias): void {
  const at = aliases.findIndex((other) => other.entity === alias.entity && other.part === alias.part);
  const other = aliases[at];
  if (other === undefined) aliases.push(alias);
  else if (strengths.indexOf(alias.strength) > strengths.indexOf(other.strength)) aliases[at] = alias;
}

function isInstitution(category: Category): boolean {
  return category === 'agency' || category === 'policy';
}

/** Whether a stretch of text has capitals where the name has; with `exact`, nowhere else. */
function capitalsFit(text: string, start: number, end: number, capitals: number, exact: boolean): boolean {
  let at = 0;
  let space = false;
  for (let index = start; index < end && at < 32; index++) {
    const unit = folded[text.charCodeAt(index)] as number;
    if (unit === SKIP || (unit === SPACE && space)) continue;
    space = unit === SPACE;
    const character = text[index] as string;
    const isCapital = character !== character.toLowerCase();
    const wanted = ((capitals >>> at) & 1) === 1;
    if (wanted ? !isCapital : exact && isCapital) return false;
    at++;
  }
  return true;
}

/** End of the word of Latin letters that goes on at an offset. */
function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (classOf(text.charCodeAt(end)) === WORD && classOf(text.charCodeAt(end - 1)) === WORD) end++;
  return end;
}

function isBlank(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let index = from; index < to; index++) {
    const unit = folded[text.charCodeAt(index)] as number;
    if (unit !== SPACE && unit !== SKIP) return false;
  }
  return true;
}

/** Index of the first item that begins at or after an offset. */
function firstFrom(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sliceWithin<Item extends { start: number; end: number }>(items: readonly Item[], start: number, end: number): Item[] {
  const list: Item[] = [];
  for (let at = firstFrom(items, start); at < items.length && (items[at] as Item).end <= end; at++) list.push(items[at] as Item);
  return list;
}
