/**
 * Where in a text a pattern may begin, told without looking at any pattern.
 *
 * Reading a unit takes a nanosecond; guessing wrong where a word ends takes as
 * long as a dozen units. So a block of text is first reduced to one byte a
 * unit while the places where words begin are noted, and then the words there
 * are looked up by hashes, all without a branch. The few places that are left
 * are worth a walk through the trie.
 */
import { folded, SKIP, SPACE, OTHER as UNNAMED, unitClass, WORD } from './fold.ts';

/** How patterns begin, as bitmaps by hash. */
export interface Sieve {
  /** The first four letters. */
  readonly heads: Uint32Array;
  /** The first word, with what follows it. */
  readonly words: Uint32Array;
  /** The first two units where words are not parted by spaces. */
  readonly pairs: Uint32Array;
}

/** What the sieve is told of a pattern: its folded text, and whether any ending may follow it. */
export interface Beginning {
  text: string;
  isStem: boolean;
}

/** Units read at a time, a multiple of four: what is noted about so many stays in the fastest cache. */
export const BLOCK = 1 << 13;

/** Letters of a first word that are looked at, and units that are with what follows it. */
const WORD_LETTERS = 8;
const REACH = WORD_LETTERS + 2;
/** With the up to three units that fill up the last four of a text, a multiple of four. */
const ALIGNED_REACH = 16;
/** Letters of a stem that are looked at: all that long, or shorter. */
const STEM_LETTERS = 6;
const SHORT_STEM_LETTERS = 4;

/** Codes: letters and digits have no high bit, units of scripts without spaces have one, and what is neither has two. */
const UNSPACED = 0x80;
const BLANK = 0xc0;
const OTHER = 0xc1;
const READ_OVER = 0xff;
const HIGH_BITS = 0x80808080 | 0;

/** Bits in a bitmap for each hash, and its least and greatest size as powers of two. */
const ROOM = 32;
const LEAST_BITS = 10;
const MOST_BITS = 21;

/** Code of each code unit. Units that fold alike have the same; letters and digits of ASCII have each their own. */
const codeOf = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) codeOf[unit] = codeFor(folded[unit] as number, unitClass[unit] as number);

const codes = new Uint8Array(BLOCK + ALIGNED_REACH);
const fours = new Int32Array(codes.buffer);
const view = new DataView(codes.buffer);
const places = new Uint16Array(BLOCK + 1);

/** Places found by `sift`, until its next call. */
export const sifted: Uint16Array = places;

/**
 * Finds where in one block of a text, of up to `size` units, some pattern may
 * begin: its places, counted from `from` and ascending, are left in `sifted`.
 * Returns how many there are. No place where a pattern begins as a word of its
 * own is missed. The size is a multiple of four, and no greater than `BLOCK`.
 */
export function sift(sieve: Sieve, text: string, from: number, size = BLOCK): number {
  return keepByWord(sieve, keepByHead(sieve, text, from, noteBeginnings(text, from, size)));
}

/**
 * Reduces a block to codes and notes where a word begins; in scripts without
 * spaces that may be anywhere. Four units are looked at together.
 */
function noteBeginnings(text: string, from: number, size: number): number {
  const length = Math.min(size, text.length - from);
  const whole = length & ~3;
  let before = from === 0 ? OTHER : codeAt(text, from - 1);
  let count = 0;
  for (let index = 0; index < whole; index += 4) {
    const at = from + index;
    const four =
      (codeOf[text.charCodeAt(at)] as number) |
      ((codeOf[text.charCodeAt(at + 1)] as number) << 8) |
      ((codeOf[text.charCodeAt(at + 2)] as number) << 16) |
      ((codeOf[text.charCodeAt(at + 3)] as number) << 24);
    fours[index >> 2] = four;
    count = noteInFour(four, before, index, count);
    before = four >>> 24;
  }
  for (let index = whole; index < length + REACH; index++) codes[index] = codeAt(text, from + index);
  if (whole === length) return count;
  // Beyond the text nothing is a letter, so nothing begins there.
  return noteInFour(fours[whole >> 2] as number, before, whole, count);
}

/** Notes which of four codes, whose first stands at `index`, begin a word. Returns how many places there are now. */
function noteInFour(four: number, before: number, index: number, count: number): number {
  // A word begins with what is no letter or follows none, and has not both its bits set.
  const begin = ((four | (four << 8) | before) & ~(four << 1) & HIGH_BITS) >>> 7;
  const second = count + (begin & 1);
  const third = second + ((begin >>> 8) & 1);
  const fourth = third + ((begin >>> 16) & 1);
  places[count] = index;
  places[second] = index + 1;
  places[third] = index + 2;
  places[fourth] = index + 3;
  return fourth + (begin >>> 24);
}

function codeAt(text: string, index: number): number {
  return index < text.length ? (codeOf[text.charCodeAt(index)] as number) : OTHER;
}

/**
 * Keeps those of the first `count` places whose first four letters are some
 * pattern's, or whose first two units are where words are not parted by spaces.
 */
function keepByHead({ heads, pairs }: Sieve, text: string, from: number, count: number): number {
  const shift = shiftFor(heads) - 5;
  const pairShift = shiftFor(pairs);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = places[at] as number;
    places[kept] = place;
    const four = view.getInt32(place, true);
    // The only branch, and one that is guessed well: a text seldom changes between scripts.
    if ((four & UNSPACED) === 0) kept += hasOne(heads, headHash(four & lettersIn(four)) >>> shift) | isSet(readOverIn(four));
    else {
      const first = unitAt(text, from + place);
      const second = unitAt(text, from + place + 1);
      kept += has(pairs, pairHash(first, second), pairShift) | has(pairs, pairHash(first, SKIP), pairShift) | isZero(second ^ SKIP);
    }
  }
  return kept;
}

/** Keeps those of the first `count` places whose first word, with what follows it, is some pattern's. */
function keepByWord({ words }: Sieve, count: number): number {
  const shift = shiftFor(words);
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const place = places[at] as number;
    places[kept] = place;
    const four = view.getInt32(place, true);
    if ((four & UNSPACED) !== 0) {
      kept++;
      continue;
    }
    const next = view.getInt32(place + 4, true);
    const letters = lettersIn(four);
    // The word goes on into the next four where all of these are letters.
    const nextLetters = lettersIn(next) & (letters >> 31);
    const first = four & letters;
    const second = next & nextLetters;
    const end = place + lengthOf(letters) + lengthOf(nextLetters);
    const after = (codes[end] as number) | ((codes[end + 1] as number) << 8);
    kept +=
      has(words, wordHash(first, second, 0), shift) |
      has(words, wordHash(first, second, after), shift) |
      has(words, stemHash(first, second & 0xffff), shift) |
      has(words, stemHash(first, 0), shift) |
      // Where units are read over, or one of two blanks is, the text need not look like the pattern.
      isSet(readOverIn(four) | readOverIn(next) | readOverIn(after)) |
      isZero(after ^ (BLANK | (BLANK << 8)));
  }
  return kept;
}

/** Builds the sieve of some patterns. */
export function buildSieve(patterns: readonly Beginning[]): Sieve {
  const heads = new Set<number>();
  const words = new Set<number>();
  const pairs = new Set<number>();
  for (const { text, isStem } of patterns) {
    const codes = codesOf(text);
    const first = codes[0] ?? OTHER;
    if (first >= BLANK) continue;
    if (first >= UNSPACED) {
      pairs.add(pairHash(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : SKIP));
      continue;
    }
    const end = codes.findIndex((code) => code >= UNSPACED);
    if (end < 0 && isStem) addStem(heads, words, codes);
    else if (end < 0) for (const ending of endings) addWord(heads, words, [...codes, ...codesOf(ending)], []);
    else addWord(heads, words, codes.slice(0, end), codes.slice(Math.min(end, WORD_LETTERS)));
  }
  return { heads: plainBitmapOf(heads), words: bitmapOf(words), pairs: bitmapOf(pairs) };
}

/** What may follow a name within its word: H200s, H200AI芯片. */
const endings = ['', 's', 'ai'];

function addWord(heads: Set<number>, words: Set<number>, letters: readonly number[], after: readonly number[]): void {
  heads.add(headHash(packed(letters, 0, 4)));
  const isKnown = after.length >= 2;
  words.add(wordHash(packed(letters, 0, 4), packed(letters, 4, 4), isKnown ? packed(after, 0, 2) : 0));
}

/** Adds a stem; a very short one with every letter that may come next. */
function addStem(heads: Set<number>, words: Set<number>, letters: readonly number[]): void {
  heads.add(headHash(packed(letters, 0, 4)));
  words.add(stemHash(packed(letters, 0, 4), letters.length < STEM_LETTERS ? 0 : packed(letters, 4, STEM_LETTERS - 4)));
  if (letters.length < SHORT_STEM_LETTERS) for (let code = 1; code < UNSPACED; code++) addStem(heads, words, [...letters, code]);
}

function codeFor(unit: number, kind: number): number {
  if (unit === SKIP) return READ_OVER;
  if (unit === SPACE) return BLANK;
  if (kind === UNNAMED) return OTHER;
  if (kind !== WORD) return UNSPACED + (unit % (BLANK - UNSPACED));
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x60;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x15;
  return 0x25 + (unit % (UNSPACED - 0x25));
}

function codesOf(text: string): number[] {
  return text.split('').map((unit) => codeOf[unit.charCodeAt(0)] as number);
}

/** Up to four codes as `DataView.getInt32` reads them, zero where there is none. */
function packed(codes: readonly number[], from: number, count: number): number {
  return codes.slice(from, from + count).reduce((bits, code, at) => bits | (code << (8 * at)), 0);
}

function unitAt(text: string, index: number): number {
  return index < text.length ? (folded[text.charCodeAt(index)] as number) : SKIP;
}

/** A mask of those of four codes that stand before the first that is no letter's. */
function lettersIn(four: number): number {
  const stops = four & HIGH_BITS;
  return ((stops & (0 - stops)) >>> 7) - 1;
}

/** How many codes such a mask lets through. */
function lengthOf(letters: number): number {
  return (32 - Math.clz32(letters)) >>> 3;
}

/** Not zero where one of four codes is READ_OVER. */
function readOverIn(four: number): number {
  return (~four - 0x01010101) & four & HIGH_BITS;
}

function isSet(bits: number): number {
  return (bits | (0 - bits)) >>> 31;
}

function isZero(bits: number): number {
  return isSet(bits) ^ 1;
}

function headHash(four: number): number {
  return Math.imul(four, 0x9e3779b1);
}

function wordHash(first: number, second: number, after: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(after, 0xc2b2ae35));
}

function stemHash(first: number, second: number): number {
  return mixed(Math.imul(first, 0x27d4eb2f) ^ Math.imul(second, 0x165667b1));
}

function pairHash(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b));
}

/** Lower bits that depend on all of a number, as the upper ones of a product do. */
function mixed(product: number): number {
  return product ^ (product >>> 15);
}

/** A bitmap of hashes, a bit for each: most often asked, and answered soonest. */
function plainBitmapOf(hashes: ReadonlySet<number>): Uint32Array {
  const bitmap = emptyBitmap(hashes.size);
  const shift = shiftFor(bitmap) - 5;
  for (const hash of hashes) {
    const bit = hash >>> shift;
    bitmap[bit >>> 5] = (bitmap[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return bitmap;
}

/** A bitmap of hashes: two bits for each, both in the word that its upper bits choose (a blocked Bloom filter). */
function bitmapOf(hashes: ReadonlySet<number>): Uint32Array {
  const bitmap = emptyBitmap(hashes.size);
  for (const hash of hashes) {
    const at = hash >>> shiftFor(bitmap);
    bitmap[at] = (bitmap[at] as number) | (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
  }
  return bitmap;
}

function emptyBitmap(size: number): Uint32Array {
  const bits = Math.min(Math.max(Math.ceil(Math.log2(size * ROOM)), LEAST_BITS), MOST_BITS);
  return new Uint32Array(1 << (bits - 5));
}

function hasOne(bitmap: Uint32Array, bit: number): number {
  return ((bitmap[bit >>> 5] as number) >>> (bit & 31)) & 1;
}

function has(bitmap: Uint32Array, hash: number, shift: number): number {
  const word = bitmap[hash >>> shift] as number;
  return (word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1;
}

/** By how much a hash is shifted to index a bitmap. */
function shiftFor(bitmap: Uint32Array): number {
  return Math.clz32(bitmap.length) + 1;
}
