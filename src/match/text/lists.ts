/** Names in a list: what joins them, and which stands next to which. */
import type { Range } from './document.ts';
import type { Scene } from './scene.ts';
import type { Spot } from './spots.ts';

/** What joins the names of a list in any language, with the article of the next one. */
export const anyJoint =
  '(?:\\s*[,、，]\\s*(?:then |and |or )?|\\s+(?:and|or|und|et|y)\\s+|\\s*(?:和|与|與|以及|及|或|과|와|や|と)\\s*)(?:the |das |die |der |le |la |el )?';
/** The mark that joins them in Chinese and Japanese, and nothing else. */
export const enumeration = '、';

/** No joint is longer than this, in units. */
const LONGEST_JOINT = 16;

const joined = new RegExp(`^${anyJoint}$`, 'u');

/** Whether two names stand side by side in a list. */
export function areListed(one: Range, other: Range, { text }: Scene): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return second.start - first.end <= LONGEST_JOINT && joined.test(text.slice(first.end, second.start));
}

/** The next spot in a list, forwards or backwards, or null where something else than a joint stands between. */
export function neighbourInList(spot: Spot, step: -1 | 1, scene: Scene, joint: string): Spot | null {
  const gap =
    step > 0
      ? new RegExp(`^${joint}`, 'u').exec(scene.text.slice(spot.end, spot.end + LONGEST_JOINT))
      : new RegExp(`${joint}$`, 'u').exec(scene.text.slice(Math.max(0, spot.start - LONGEST_JOINT), spot.start));
  if (gap === null) return null;
  return step > 0 ? scene.spotAfter(spot.end + gap[0].length) : scene.spotBefore(spot.start - gap[0].length);
}
