/**
 * How text is read: every UTF-16 code unit has a folded form, so that one
 * pattern matches all the ways of writing it, and a class, so that a match
 * begins and ends where a word of its script does.
 */

/** Folded form of units that are read over: soft hyphens, zero-width marks, accents on their own. */
export const SKIP = 0;
/** Folded form of every space but the line feed, which ends a paragraph. */
export const SPACE = 0x20;
/** Folded form of the dots between the parts of a transliterated name; spaces around them do not count. */
export const DOT = 0xb7;

/** Classes of code units. */
export const OTHER = 0;
/** Letters and digits of scripts that part words by spaces. */
export const WORD = 1;
export const HANGUL = 2;
export const KATAKANA = 3;
/** Han, hiragana and what else is written without spaces. */
export const HAN = 4;

const LINE_FEED = 0x0a;

const FULL_WIDTH = [
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['：', ':'],
  ['／', '/'],
  ['＆', '&'],
  ['．', '.'],
] as const;

/** Folded code unit for each code unit. */
export const folded = new Uint16Array(0x10000);
/** Class of each code unit. */
export const unitClass = new Uint8Array(0x10000);

for (let unit = 0; unit < 0x10000; unit++) folded[unit] = unit;

// Alphabets: lower case, without accents ("é" and "e" + U+0301 both become "e").
foldAlphabet(0x21, 0x1fff);
foldAlphabet(0x2c00, 0x2dff);
foldAlphabet(0xab70, 0xabbf);
// Full-width letters are as their plain ones.
foldAlphabet(0xff10, 0xff5e, 0xfee0);

// Two letters that are read as an apostrophe and as a blank part words as these do.
classify(OTHER, 0x2bc);
classify(OTHER, 0x37a);
classify(HANGUL, 0x1100, 0x11ff);
classify(HANGUL, 0xac00, 0xd7a3);
classify(KATAKANA, 0x30a1, 0x30fa);
classify(KATAKANA, 0x30fc, 0x30fe);
classify(KATAKANA, 0x31f0, 0x31ff);
classify(KATAKANA, 0xff66, 0xff9f);
classify(HAN, 0x2e80, 0x2fdf);
classify(HAN, 0x3005, 0x3007);
classify(HAN, 0x3041, 0x3096);
classify(HAN, 0x3400, 0x4dbf);
classify(HAN, 0x4e00, 0x9fff);
classify(HAN, 0xf900, 0xfaff);

// U+00AD soft hyphen; zero-width and direction marks; variation selectors; byte order mark.
fold(SKIP, 0xad);
fold(SKIP, 0x200b, 0x200f);
fold(SKIP, 0x202a, 0x202e);
fold(SKIP, 0x2060, 0x2064);
fold(SKIP, 0xfe00, 0xfe0f);
fold(SKIP, 0xfeff);
fold(SPACE, 0x09);
fold(SPACE, 0x0b, 0x0c);
fold(SPACE, 0xa0);
fold(SPACE, 0x2000, 0x200a);
fold(SPACE, 0x202f);
fold(SPACE, 0x205f);
fold(SPACE, 0x3000);
for (const apostrophe of '\u2018\u2019\u02bc\u2032\uff07`´') fold(0x27, apostrophe.charCodeAt(0));
for (const quote of '\u201c\u201d\u201e\u2033\uff02') fold(0x22, quote.charCodeAt(0));
for (const hyphen of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d') fold(0x2d, hyphen.charCodeAt(0));
// The dots between the parts of a transliterated name.
for (const dot of '\u2022\u2027\u30fb\uff65') fold(DOT, dot.charCodeAt(0));
for (const [full, plain] of FULL_WIDTH) fold(plain.charCodeAt(0), full.charCodeAt(0));

/** The folded form of a whole string: what the automaton is built from. */
export function foldText(text: string): string {
  let out = '';
  for (let index = 0; index < text.length; index++) {
    const unit = foldedUnit(text.charCodeAt(index));
    if (unit === SKIP || (unit === SPACE && out.endsWith(' '))) continue;
    out += String.fromCharCode(unit);
  }
  return out.trim();
}

/** Folded form of one code unit (a table lookup that never misses). */
export function foldedUnit(unit: number): number {
  return folded[unit] as number;
}

/** Class of the code unit at an index of a text; beyond its ends it is OTHER. */
export function classAt(text: string, index: number): number {
  // Reading past the end of a string, once done, makes engines read it slowly ever after.
  return index >= 0 && index < text.length ? (unitClass[text.charCodeAt(index)] as number) : OTHER;
}

/**
 * Folds a range of units, each as the one `ahead` units before it. They are
 * written one a line and changed at once: one by one, engines take several
 * times as long, whenever the background starts.
 */
function foldAlphabet(from: number, to: number, ahead = 0): void {
  const written = new Uint16Array(2 * (to - from + 1)).fill(LINE_FEED);
  for (let unit = from; unit <= to; unit++) written[2 * (unit - from)] = unit - ahead;
  const lines = new TextDecoder('utf-16le').decode(written);
  const lower = lines.toLowerCase().split('\n');
  const plain = lines
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split('\n');
  for (let unit = from; unit <= to; unit++) {
    const letters = plain[unit - from] as string;
    folded[unit] = (letters.length === 1 ? letters : (lower[unit - from] as string)).charCodeAt(0);
  }
  const runsOf = (pattern: RegExp) => Array.from(lines.matchAll(pattern), ({ index, 0: run }) => [index, index + run.length - 1] as const);
  for (const [first, last] of runsOf(/(?:[\p{L}\p{N}]\n)+/gu)) classify(WORD, from + first / 2, from + (last - 1) / 2);
  for (const [first, last] of runsOf(/(?:\p{M}\n)+/gu)) foldMarks(from + first / 2, from + (last - 1) / 2);
}

/** Marks of Indic and other scripts are part of the word; accents above Latin, Greek and Cyrillic are read over. */
function foldMarks(from: number, to: number): void {
  for (let unit = from; unit <= to; unit++) {
    const isAccent = unit >= 0x300 && unit <= 0x36f;
    folded[unit] = isAccent ? SKIP : unit;
    if (!isAccent) unitClass[unit] = WORD;
  }
}

function classify(as: number, from: number, to = from): void {
  unitClass.fill(as, from, to + 1);
}

function fold(to: number, from: number, until = from): void {
  folded.fill(to, from, until + 1);
}
