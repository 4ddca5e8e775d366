/** A text with its paragraphs, sentences and the words beside a place in it. */
import { abbreviations } from '../../shared/abbreviations.ts';
import { classAt, foldedUnit, HANGUL, KATAKANA, SKIP, SPACE, WORD } from '../spotting/fold.ts';

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

/** Further than this from a word, in UTF-16 units, nothing belongs to its sentence or paragraph; lists without stops end there. */
const LONGEST_SENTENCE = 600;
const LONGEST_PARAGRAPH = 4000;
const LONGEST_LABEL = 60;
const LONGEST_HEADLINE = 240;

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
  /** Ends of paragraphs, ascending; the last is the text's length. Made when first asked for. */
  #paragraphEnds: number[] | null = null;
  /** Ends of the sentences of each paragraph that was asked for, by where it begins. */
  readonly #sentenceEnds = new Map<number, number[]>();
  #headlineEnd: number | null = null;
  /** What was last found about a sentence: the names in it are asked about one after the other. */
  #heading = { start: -1, end: -1, is: false };
  #shouted = { start: -1, end: -1, is: false };

  /** German writes its nouns with capitals, so that these tell no heading. */
  readonly #hasHeadings: boolean;

  constructor(text: string, language: string | null) {
    this.text = text;
    this.#hasHeadings = !language?.startsWith('de');
  }

  /** Where the headline ends: a first line that is no sentence, with lines below it; 0 where the text has none. */
  get headlineEnd(): number {
    this.#headlineEnd ??= headlineEnd(this.text);
    return this.#headlineEnd;
  }

  /** The paragraph around an offset: line feeds part paragraphs. */
  paragraphAt(offset: number): Range {
    return within(this.#wholeParagraphAt(offset), offset, LONGEST_PARAGRAPH);
  }

  /** The sentence around an offset. */
  sentenceAt(offset: number): Range {
    const paragraph = this.#wholeParagraphAt(offset);
    let ends = this.#sentenceEnds.get(paragraph.start);
    if (ends === undefined) {
      ends = sentenceEnds(this.text, paragraph);
      this.#sentenceEnds.set(paragraph.start, ends);
    }
    return within(rangeAt(ends, offset, paragraph.start), offset, LONGEST_SENTENCE);
  }

  #wholeParagraphAt(offset: number): Range {
    this.#paragraphEnds ??= paragraphEnds(this.text);
    return rangeAt(this.#paragraphEnds, offset, 0);
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
    if (!this.#hasHeadings) return false;
    const { start, end } = this.sentenceAt(offset);
    if (this.#heading.start !== start || this.#heading.end !== end)
      this.#heading = { start, end, is: isHeading(this.text.slice(start, end)) };
    return this.#heading.is;
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
    const { start, end } = this.sentenceAt(offset);
    if (this.#shouted.start !== start || this.#shouted.end !== end)
      this.#shouted = { start, end, is: isShouted(this.text.slice(start, end)) };
    return this.#shouted.is || this.#isLabelAt(offset);
  }
}

function headlineEnd(text: string): number {
  const end = text.slice(0, LONGEST_HEADLINE).indexOf('\n');
  return end > 0 && !/[.。][”"’»」』)]*\s*$/.test(text.slice(0, end)) ? end : 0;
}

function isHeading(sentence: string): boolean {
  // "Peter Bessent won." is a sentence; "Xi Heads to U.S." is none.
  if (/\p{Ll}\.\s*$/u.test(sentence)) return false;
  let count = 0;
  let long = 0;
  let capitals = 0;
  for (const [word] of sentence.matchAll(/\p{L}[\p{L}'’.-]*/gu)) {
    count++;
    if (word.length <= 3) continue;
    long++;
    if (isCapitalised(word)) capitals++;
    // Running text with many names has words in small letters that headings would set with capitals.
    else if (/^\p{Ll}{5}/u.test(word) && !smallInHeadings.has(word)) return false;
  }
  return count >= 4 && capitals >= 3 && capitals / long >= 0.75;
}

function isShouted(sentence: string): boolean {
  return !/\p{Ll}{2}/u.test(sentence) && /\p{Lu}{3}/u.test(sentence) && (sentence.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= 2;
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
  const kind = classAt(text, index);
  if (kind === WORD || kind === HANGUL || kind === KATAKANA || foldedUnit(unit) === SKIP) return true;
  return isJoint(unit) && classAt(text, index - 1) === WORD;
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

/** Line feeds part paragraphs. */
function paragraphEnds(text: string): number[] {
  const ends: number[] = [];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed)) {
    // Several in a row are one boundary.
    do feed++;
    while (feed < text.length && text.charCodeAt(feed) === 0x0a);
    ends.push(feed);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** Ends of the sentences of a paragraph, which ends the last of them. */
function sentenceEnds(text: string, paragraph: Range): number[] {
  const ends: number[] = [];
  const boundary = /\n|[。！？；]+[”’"』」）]*|[.!?]+["”’')\]]*(?=\s)/g;
  boundary.lastIndex = paragraph.start;
  for (let found = boundary.exec(text); found !== null && found[0] !== '\n'; found = boundary.exec(text)) {
    const end = found.index + found[0].length;
    if (endsSentence(text, found[0], end)) ends.push(end);
  }
  if (ends.at(-1) !== paragraph.end) ends.push(paragraph.end);
  return ends;
}

function within({ start, end }: Range, offset: number, reach: number): Range {
  return { start: Math.max(start, offset - reach), end: Math.min(end, offset + reach) };
}

/** The range between the two ends around an offset; `start` is where the first begins. */
function rangeAt(ends: readonly number[], offset: number, start: number): Range {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return { start: low === 0 ? start : (ends[low - 1] as number), end: ends[low] ?? 0 };
}
