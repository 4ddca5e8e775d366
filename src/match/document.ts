/** A text with its paragraphs, sentences and the words beside a place in it. */
import { classOf, foldedUnit, HANGUL, KATAKANA, SKIP, SPACE, WORD } from './fold.ts';

/** A word that stands directly before or after a place, with nothing but space between. */
export interface Neighbour {
  text: string;
  start: number;
  end: number;
}

/** A half-open range of UTF-16 offsets. */
export interface Range {
  start: number;
  end: number;
}

/** Short forms whose full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s("'“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Adm|Prof|Hon|Jr|Sr|Inc|Co|Corp|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|a\.m|p\.m|e\.g|i\.e|etc|bzw|Nr|Mio|Mrd|EE|UU|D\.C)$/;

/** Further than this from a word, in UTF-16 units, nothing belongs to its sentence or paragraph; lists without stops end there. */
const LONGEST_SENTENCE = 600;
const LONGEST_PARAGRAPH = 4000;
const LONGEST_LABEL = 60;

/** Words that headings of any house may leave in small letters. */
const smallInHeadings = new Set([
  'about',
  'after',
  'against',
  'amid',
  'among',
  'before',
  'between',
  'during',
  'under',
  'until',
  'while',
  'without',
  'through',
  'their',
]);

export class Document {
  readonly text: string;
  /** Ends of sentences, ascending; the last is the text's length. Made when first asked for. */
  #sentenceEnds: number[] | null = null;
  #paragraphEnds: number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  /** The paragraph around an offset: line feeds part paragraphs. */
  paragraphAt(offset: number): Range {
    this.#paragraphEnds ??= endsOf(this.text, /\n+/g, () => true);
    return within(rangeAt(this.#paragraphEnds, offset), offset, LONGEST_PARAGRAPH);
  }

  /** The sentence around an offset. */
  sentenceAt(offset: number): Range {
    this.#sentenceEnds ??= endsOf(this.text, /\n+|[。！？；]+[”’"』」）]*|[.!?]+["”’')\]]*(?=\s)/g, (found, end) =>
      endsSentence(this.text, found, end),
    );
    return within(rangeAt(this.#sentenceEnds, offset), offset, LONGEST_SENTENCE);
  }

  /** The word that ends where only space parts it from `offset`, or null. */
  wordBefore(offset: number): Neighbour | null {
    let end = offset;
    while (end > 0 && isSpace(this.text.charCodeAt(end - 1))) end--;
    if (end === offset) return null;
    let start = end;
    while (start > 0 && isWordUnit(this.text, start - 1)) start--;
    const text = this.text.slice(start, end);
    if (text === '' || (text.endsWith('.') && !abbreviations.test(` ${text.slice(0, -1)}`))) return null;
    return { text, start, end };
  }

  /** The word that begins where only space parts it from `offset`, or null. */
  wordAfter(offset: number): Neighbour | null {
    let start = offset;
    while (start < this.text.length && isSpace(this.text.charCodeAt(start))) start++;
    if (start === offset) return null;
    let end = start;
    while (end < this.text.length && isWordUnit(this.text, end)) end++;
    while (end > start && this.text[end - 1] === '.') end--;
    return start < end ? { text: this.text.slice(start, end), start, end } : null;
  }

  /** Whether the words around an offset are set like a heading, where a capital says nothing about a name. */
  isHeadingAt(offset: number): boolean {
    const { start, end } = this.sentenceAt(offset);
    const words = this.text.slice(start, end).match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
    const long = words.filter((word) => word.length > 3);
    const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
    // Running text with many names has words in small letters that headings would set with capitals.
    const isRunning = long.some((word) => /^\p{Ll}{5}/u.test(word) && !smallInHeadings.has(word));
    return words.length >= 4 && capitals >= 3 && capitals / long.length >= 0.75 && !isRunning;
  }

  /** Whether an offset lies in a label that opens a line, in capitals up to its colon: "SAMSUNG, SK HYNIX: …". */
  #isLabelAt(offset: number): boolean {
    // No further back than a label is long: a line may be the whole text.
    const from = Math.max(0, offset - LONGEST_LABEL - 1);
    const feed = this.text.slice(from, offset + 1).lastIndexOf('\n');
    if (feed < 0 && from > 0) return false;
    const start = from + feed + 1;
    if (offset - start > LONGEST_LABEL) return false;
    const label = /^[^:\n]*(?=:)/.exec(this.text.slice(start, start + LONGEST_LABEL))?.[0];
    return label !== undefined && offset < start + label.length && /\p{Lu}{3}/u.test(label) && !/\p{Ll}/u.test(label);
  }

  /** Whether the sentence around an offset is set in capitals throughout. */
  isShoutedAt(offset: number): boolean {
    if (this.#isLabelAt(offset)) return true;
    const { start, end } = this.sentenceAt(offset);
    const sentence = this.text.slice(start, end);
    return /\p{Lu}{3}/u.test(sentence) && (sentence.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= 2 && !/\p{Ll}{2}/u.test(sentence);
  }
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isSpace(unit: number): boolean {
  return unit !== 0x0a && foldedUnit(unit) === SPACE;
}

/** Letters and digits, and what joins them inside a word. */
function isWordUnit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const kind = classOf(unit);
  if (kind === WORD || kind === HANGUL || kind === KATAKANA || foldedUnit(unit) === SKIP) return true;
  return isJoint(unit) && classOf(text.charCodeAt(index - 1)) === WORD;
}

/** Full stops, hyphens and apostrophes: inside a word they join it. */
function isJoint(unit: number): boolean {
  const as = foldedUnit(unit);
  return as === 0x2e || as === 0x2d || as === 0x27;
}

function endsSentence(text: string, found: string, end: number): boolean {
  if (!/^[.!?]/.test(found)) return true;
  if (found.startsWith('.')) {
    if (abbreviations.test(text.slice(Math.max(0, end - found.length - 8), end - found.length))) return false;
    // A small letter goes on with the sentence.
    if (/^\s+\p{Ll}/u.test(text.slice(end, end + 8))) return false;
  }
  return true;
}

function endsOf(text: string, boundary: RegExp, ends: (found: string, end: number) => boolean): number[] {
  const list: number[] = [];
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    if (ends(match[0], end)) list.push(end);
  }
  if (list.at(-1) !== text.length) list.push(text.length);
  return list;
}

function within({ start, end }: Range, offset: number, reach: number): Range {
  return { start: Math.max(start, offset - reach), end: Math.min(end, offset + reach) };
}

/** The range between the two ends around an offset. */
function rangeAt(ends: readonly number[], offset: number): Range {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return { start: low === 0 ? 0 : (ends[low - 1] as number), end: ends[low] ?? 0 };
}
