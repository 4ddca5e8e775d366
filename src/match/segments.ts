/**
 * Chinese and Japanese write no spaces, so a short name also stands inside
 * other words: 思科 in 反思科技, 理研 in 心理研究, 李强 in 李强调. The browser's own
 * dictionary of words tells.
 */
import { classOf, HAN } from './fold.ts';

/** How far the words around a name are looked at, in UTF-16 units. */
const WINDOW = 10;

let words: Intl.Segmenter | null = null;

/** The word that a stretch of Han signs begins or ends inside of, or null where words end at both of its ends. */
export function wordAcross(text: string, start: number, end: number): string | null {
  if (!isHan(text, start - 1) && !isHan(text, end)) return null;
  let from = start;
  while (start - from < WINDOW && isHan(text, from - 1)) from--;
  let to = end;
  while (to - end < WINDOW && isHan(text, to)) to++;
  words ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const segments = words.segment(text.slice(from, to));
  const first = segments.containing(start - from);
  if (first !== undefined && first.index !== start - from) return first.segment;
  const next = to > end ? segments.containing(end - from) : undefined;
  return next !== undefined && next.index !== end - from ? next.segment : null;
}

function isHan(text: string, index: number): boolean {
  return classOf(text.charCodeAt(index)) === HAN && /[\u3400-\u9fff]/.test(text[index] as string);
}
