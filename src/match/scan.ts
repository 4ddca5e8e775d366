/**
 * One pass over a text: every place where a pattern stands as a word of its
 * own, leftmost and longest first.
 */
import { type Automaton, childOf, mayBegin, NONE, STEM } from './automaton.ts';
import { classOf, folded, HAN, HANGUL, KATAKANA, OTHER, SKIP, SPACE, unitClass, WORD } from './fold.ts';
import { endsKoreanWord, startsKoreanWord } from './korean.ts';

/** Where a pattern stands: triples of start, end (UTF-16 offsets) and pattern number. */
export type Spots = number[];

/** Finds the patterns of an automaton in a text, not overlapping, in order. */
export function scan(automaton: Automaton, text: string): Spots {
  const spots: Spots = [];
  const { length } = text;
  let index = 0;
  while (index < length) {
    const unit = text.charCodeAt(index);
    const unitKind = unitClass[unit] as number;
    if (unitKind === OTHER) {
      index++;
      continue;
    }
    const start = index;
    const end = unitKind === HANGUL && !startsKoreanWord(text, start) ? 0 : longestFrom(automaton, text, start, unit);
    if (end > 0) {
      spots.push(start, end, found);
      index = end;
    } else index = start + 1;
    if (unitKind === WORD) {
      // A pattern of an alphabet begins only where a word does.
      while (index < length && unitClass[text.charCodeAt(index)] === WORD) index++;
    } else if (unitKind === KATAKANA) {
      while (index < length && unitClass[text.charCodeAt(index)] === KATAKANA) index++;
    }
  }
  return spots;
}

/** Number of the pattern that `longestFrom` last found. */
let found = NONE;

/** End of the longest pattern that begins at `start` and ends where a word may end, or 0. */
function longestFrom(automaton: Automaton, text: string, start: number, unit: number): number {
  let node = automaton.root[folded[unit] as number] as number;
  if (node === 0) return 0;
  const { pattern, tail } = automaton;
  if (pattern[node] === NONE && !beginsLikePattern(automaton, text, start)) return 0;
  let best = 0;
  let index = start + 1;
  let before = unit;
  let space = false;
  for (;;) {
    const rest = tail[node] as number;
    if (rest !== NONE) {
      const end = endOfTail(automaton, text, index, rest, space);
      if (end > 0 && mayEnd(text, end, pattern[node] as number)) {
        found = (pattern[node] as number) & ~STEM;
        return end;
      }
      return best;
    }
    if (pattern[node] !== NONE && mayEnd(text, index, pattern[node] as number)) {
      found = (pattern[node] as number) & ~STEM;
      best = index;
    }
    // Read over what does not count, then step along the next unit.
    for (;;) {
      if (index >= text.length) return best;
      before = folded[text.charCodeAt(index++)] as number;
      if (before !== SKIP && !(before === SPACE && space)) break;
    }
    space = before === SPACE;
    node = childOf(automaton, node, before);
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
    if (unit === SKIP || (unit === SPACE && space)) continue;
    if (unit !== tails[at]) return 0;
    space = unit === SPACE;
    at++;
  }
  return index;
}

/** Whether the first units from here on may be a pattern's; units that are read over are not looked into. */
function beginsLikePattern(automaton: Automaton, text: string, start: number): boolean {
  const second = folded[text.charCodeAt(start + 1)] as number;
  const third = folded[text.charCodeAt(start + 2)] as number;
  const fourth = folded[text.charCodeAt(start + 3)] as number;
  const isPlain = second !== SKIP && third !== SKIP && fourth !== SKIP && !(third === SPACE && (second === SPACE || fourth === SPACE));
  return !isPlain || mayBegin(automaton, folded[text.charCodeAt(start)] as number, second, third, fourth);
}

function mayEnd(text: string, end: number, pattern: number): boolean {
  return pattern >= STEM || endsWord(text, end);
}

/** Whether a word may end here, by the script on either side. */
function endsWord(text: string, end: number): boolean {
  const last = classOf(text.charCodeAt(end - 1));
  let next = end;
  while (next < text.length && folded[text.charCodeAt(next)] === SKIP) next++;
  const following = classOf(text.charCodeAt(next));
  if (last === HANGUL) return following !== HANGUL || endsKoreanWord(text, next);
  if (last === KATAKANA) return following !== KATAKANA;
  if (last !== WORD || following !== WORD) return true;
  // Chinese and Japanese set "AI" between a chip's number and the word for chip without a space: H200AI芯片.
  const unit = text.charCodeAt(next);
  if (unit === 0x41 && text.charCodeAt(next + 1) === 0x49 && isDigit(text.charCodeAt(end - 1)))
    return classOf(text.charCodeAt(next + 2)) === HAN;
  // A plural or genitive s stays outside the mention: "H200s", "Nvidias".
  return (unit === 0x73 || unit === 0x53) && classOf(text.charCodeAt(next + 1)) !== WORD;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
