/** How much text a block has. */
import type { Block } from './blocks.ts';

interface Weight {
  length: number;
  weight: number;
}

/** What was counted before: the same blocks are weighed for several questions. */
const weights = new WeakMap<Block, Weight>();

/** Units of a block's text as it is shown: white space in a row is one. */
export function lengthOf(block: Block): number {
  return weigh(block).length;
}

/** The same, with each unit of Chinese, Japanese or Korean for two and a half: it says about as much as so many of an alphabet. */
export function weightOf(block: Block): number {
  return weigh(block).weight;
}

function weigh(block: Block): Weight {
  let found = weights.get(block);
  if (found === undefined) {
    const { length } = block.text.replace(/\s+/g, ' ').trim();
    const eastern = block.text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/g)?.length ?? 0;
    found = { length, weight: length + 1.5 * eastern };
    weights.set(block, found);
  }
  return found;
}
