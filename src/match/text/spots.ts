/** What may stand at a place of the text where a pattern of the lexicon was found. */
import type { Category } from '../../shared/categories.ts';
import { type Alias, type Lexicon, strengths, type WordKind } from '../lexicon/lexicon.ts';
import { classAt, folded, SKIP, SPACE, WORD } from '../spotting/fold.ts';
import type { Document } from './document.ts';

/** A place in the text where a pattern of the lexicon stands. */
export interface Spot {
  start: number;
  end: number;
  /** Names it may be, those whose capitals fit; empty for words that only serve as evidence. */
  aliases: Alias[];
  /** Other things it may be. */
  words: Word[];
}

/** A word that serves as evidence, by its kind; a cue's value is its field, a country's or place's the country. */
export interface Word {
  readonly kind: Exclude<WordKind, 'alias'>;
  readonly value: number;
}

/** Whether there is a spot, and it is a word of some kind (of some value). */
export function isWord(spot: Spot | null | undefined, kind: Word['kind'], value?: number): spot is Spot {
  return spot?.words.some((word) => word.kind === kind && (value === undefined || word.value === value)) ?? false;
}

/** The names and words that a pattern means where it stands in a document, those whose capitals fit; null where none do. */
export function spotAt(start: number, end: number, pattern: number, lexicon: Lexicon, document: Document): Spot | null {
  const { text } = document;
  const surface = text.slice(start, end);
  const aliases: Alias[] = [];
  const words: Word[] = [];
  const written = capitalsIn(text, start, end);
  for (const { kind, value, capitals } of lexicon.meanings(pattern)) {
    // A name has capitals where it is written with them; an exact one nowhere else.
    const fits = (capitals & ~written) === 0;
    if (kind !== 'alias') {
      if (fits) words.push({ kind, value });
      continue;
    }
    const alias = lexicon.alias(value);
    // In a line of capitals, a name that is otherwise held to its small letters may stand in capitals too.
    const isShouted = () => alias.exact && surface === surface.toUpperCase() && document.isShoutedAt(start);
    if ((fits && (!alias.exact || written === capitals)) || isShouted()) addReading(aliases, alias);
    // In running text some houses write "commerce department": the name is then one to be proved.
    else if (isProvable(alias, lexicon) && surface.includes(' ')) addReading(aliases, { ...alias, strength: 'weak' });
  }
  if (aliases.length === 0 && words.length === 0) return null;
  // A stem stands for the whole word: "chinesisch" for "chinesische".
  return { start, end: aliases.length === 0 ? endOfWord(text, end) : end, aliases, words };
}

/** Whether a name may be meant where it stands in small letters. */
function isProvable({ strength, part, exact, entity }: Alias, lexicon: Lexicon): boolean {
  return strength !== 'weak' && part === 'whole' && !exact && isInstitution(lexicon.categoryOf(entity));
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

/** Bit n is set where the n-th unit that counts of a stretch of text is a capital, for the first 32 of them. */
function capitalsIn(text: string, start: number, end: number): number {
  let bits = 0;
  let at = 0;
  let space = false;
  for (let index = start; index < end && at < 32; index++) {
    const code = text.charCodeAt(index);
    const unit = folded[code] as number;
    if (unit === SKIP || (unit === SPACE && space)) continue;
    space = unit === SPACE;
    if (isCapital(code)) bits |= 1 << at;
    at++;
  }
  return bits >>> 0;
}

function isCapital(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}

/** End of the word of Latin letters that goes on at an offset. */
function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (classAt(text, end) === WORD && classAt(text, end - 1) === WORD) end++;
  return end;
}
