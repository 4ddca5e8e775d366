/** The sentence around a mark, which its card should leave readable. */
import { abbreviations } from '../shared/abbreviations.ts';
import { parentAsShown } from '../shared/trees.ts';
import type { Mark } from './paint.ts';

/** A block longer than this, in characters, is no paragraph: its sentences are not looked for. */
const LONGEST = 5_000;

/** Boxes of the sentence's lines on the screen; none where there is no telling. */
export function sentenceBoxes({ range }: Mark): DOMRect[] {
  const { startContainer: node, startOffset } = range;
  const block = blockAround(node);
  if (block === null) return [];
  const texts: { node: Text; start: number }[] = [];
  let text = '';
  let at = -1;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let next = walker.nextNode() as Text | null; next !== null; next = walker.nextNode() as Text | null) {
    if (next === node) at = text.length + startOffset;
    texts.push({ node: next, start: text.length });
    // A line break in the source is a mere space on the page, and would end a sentence.
    text += next.data.replace(/[\n\r\t]/g, ' ');
    if (text.length > LONGEST) return [];
  }
  if (at < 0) return [];
  const { start: from, end } = sentenceAt(text, at);
  const place = (offset: number) => texts.findLast(({ start }) => start <= offset);
  const first = place(from);
  const last = place(end - 1);
  if (first === undefined || last === undefined) return [];
  const whole = document.createRange();
  whole.setStart(first.node, from - first.start);
  whole.setEnd(last.node, end - last.start);
  return [...whole.getClientRects()];
}

/** Made once, when first needed. */
let segmenter: Intl.Segmenter | undefined;

/** Where the sentence around a place begins and ends. The browser's own sentences end after "U.S." */
function sentenceAt(text: string, at: number): { start: number; end: number } {
  let start = 0;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  for (const { index, segment } of segmenter.segment(text)) {
    const sentence = segment.trimEnd();
    if (sentence.endsWith('.') && abbreviations.test(sentence.slice(0, -1))) continue;
    if (at < index + segment.length) return { start, end: index + sentence.length };
    start = index + segment.length;
  }
  return { start, end: text.trimEnd().length };
}

/** The nearest element around a text that is laid out as a block. */
function blockAround(node: Node): Element | null {
  let element = parentAsShown(node);
  while (element !== null && /^(?:inline$|contents|ruby)/.test(getComputedStyle(element).display)) element = parentAsShown(element);
  return element;
}
