/**
 * One pass over a text: every place where a pattern stands as a word of its
 * own, leftmost and longest first.
 */
import { type Automaton, childOf, NONE, STEM } from './automaton.ts';
import { classAt, DOT, folded, HAN, HANGUL, KATAKANA, SKIP, SPACE, unitClass, WORD } from './fold.ts';
import { endsKoreanWord, startsKoreanWord } from './korean.ts';
import { BLOCK, sift, sifted } from './sieve.ts';

/** Where a pattern stands: triples of start, end (UTF-16 offsets) and pattern number. */
export type Spots = number[];

/** Units of a text that are first looked at for a name. */
const FIRST_BLOCK = 256;

/** Whether any of the automaton's names stands in a text; its other patterns are not looked for. */
export function holdsName(automaton: Automaton, text: string): boolean {
  const { nameSieve, nameCount } = automaton;
  // Most texts that hold one do so near their beginning.
  for (let from = 0, size = FIRST_BLOCK; from < text.length; from += size, size = Math.min(2 * size, BLOCK)) {
    const count = sift(nameSieve, text, from, size);
    for (let at = 0; at < count; at++) {
      const start = from + (sifted[at] as number);
      if (mayStart(text, start) && longestFrom(automaton, text, start, nameCount) > 0) return true;
    }
  }
  return false;
}

/**
 * Finds the patterns of an automaton in a text, not overlapping, in order. One
 * that does not count where it stands covers nothing: "state Department of
 * Commerce" holds a department's name, though not that of State.
 */
export function scan(automaton: Automaton, text: string, counts: (start: number, end: number, pattern: number) => boolean = always): Spots {
  const spots: Spots = [];
  let end = 0;
  for (let from = 0; from < text.length; from += BLOCK) {
    const count = sift(automaton.sieve, text, from);
    for (let at = 0; at < count; at++) {
      const start = from + (sifted[at] as number);
      if (start < end || !mayStart(text, start)) continue;
      const stop = longestFrom(automaton, text, start, STEM);
      if (stop === 0 || !counts(start, stop, found)) continue;
      spots.push(start, stop, found);
      end = stop;
      // What goes on behind a name without a space is no word of its own: H200s, gov.uk.
      if (classAt(text, start) === WORD) while (classAt(text, end) === WORD) end++;
    }
  }
  return spots;
}

const always = () => true;

/** Whether a word may begin here in the scripts whose words the sieve does not part. */
function mayStart(text: string, start: number): boolean {
  const kind = unitClass[text.charCodeAt(start)] as number;
  if (kind === HANGUL) return startsKoreanWord(text, start);
  return kind !== KATAKANA || classAt(text, start - 1) !== KATAKANA;
}

/** Number of the pattern that `longestFrom` last found. */
let found = NONE;

/** End of the longest of the patterns below `bound` that begins at `start` and ends where a word may end, or 0. */
function longestFrom(automaton: Automaton, text: string, start: number, bound: number): number {
  let node = automaton.root[folded[text.charCodeAt(start)] as number] as number;
  if (node === 0) return 0;
  const { pattern, tail } = automaton;
  let best = 0;
  let index = start + 1;
  let space = false;
  for (;;) {
    const rest = tail[node] as number;
    if (rest !== NONE) {
      const end = endOfTail(automaton, text, index, rest, space);
      if (end > 0 && isBelow(bound, pattern[node] as number) && mayEnd(text, end, pattern[node] as number)) {
        found = (pattern[node] as number) & ~STEM;
        return end;
      }
      return best;
    }
    if (isBelow(bound, pattern[node] as number) && mayEnd(text, index, pattern[node] as number)) {
      found = (pattern[node] as number) & ~STEM;
      best = index;
    }
    // Read over what does not count, then step along the next unit.
    let unit: number;
    for (;;) {
      if (index >= text.length) return best;
      unit = folded[text.charCodeAt(index++)] as number;
      if (unit !== SKIP && !(unit === SPACE && (space || folded[text.charCodeAt(index)] === DOT))) break;
    }
    space = unit === SPACE || unit === DOT;
    node = childOf(automaton, node, unit);
    if (node === 0) return best;
  }
}

/** End of a tail that the text holds from `index` on, or 0. */
function endOfTail(automaton: Automaton, text: string, from: number, rest: number, afterSpace: boolean): number {
  const { tails } = automaton;
  const end = rest + 1 + (tails[rest] as number);
  let index = from;
  let space = afterSpace;
  for (let at = rest + 1; at < end; ) {
    if (index >= text.length) return 0;
    const unit = folded[text.charCodeAt(index++)] as number;
    if (unit === SKIP || (unit === SPACE && (space || folded[text.charCodeAt(index)] === DOT))) continue;
    if (unit !== tails[at]) return 0;
    space = unit === SPACE || unit === DOT;
    at++;
  }
  return index;
}

/** Whether a node's pattern is one of the first `bound`; `NONE` is not. */
function isBelow(bound: number, pattern: number): boolean {
  return pattern !== NONE && (pattern & ~STEM) < bound;
}

function mayEnd(text: string, end: number, pattern: number): boolean {
  return pattern >= STEM || endsWord(text, end);
}

/** Whether a word may end here, by the script on either side. */
export function endsWord(text: string, end: number): boolean {
  const last = classAt(text, end - 1);
  let next = end;
  while (next < text.length && folded[text.charCodeAt(next)] === SKIP) next++;
  const following = classAt(text, next);
  if (last === HANGUL) return following !== HANGUL || endsKoreanWord(text, next);
  if (last === KATAKANA) return following !== KATAKANA;
  if (last !== WORD || following !== WORD) return true;
  // Chinese and Japanese set "AI" between a chip's number and the word for chip without a space: H200AI芯片.
  const unit = text.charCodeAt(next);
  if (unit === 0x41 && text.charCodeAt(next + 1) === 0x49 && isDigit(text.charCodeAt(end - 1))) return classAt(text, next + 2) === HAN;
  // A plural or genitive s stays outside the mention: "H200s", "Nvidias".
  return (unit === 0x73 || unit === 0x53) && classAt(text, next + 1) !== WORD;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
