/** Words of a name's fields around it, and the other names of its trade: what a text is about. */

import type { Alias } from '../lexicon/lexicon.ts';
import type { Range } from '../text/document.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** Fields whose words are so common that they prove little: a name needs more than them. */
const TEXT_CUES = 2;

/** A word of the name's fields in a range, unless the range speaks of something else. */
export function cueWithin(spot: Spot, alias: Alias, scene: Scene, range: Range): string | null {
  const { against } = scene.lexicon.header;
  let found: string | null = null;
  const distinct = new Set<string>();
  let opposed = 0;
  const self = scene.text.slice(spot.start, spot.end).toLowerCase();
  for (const other of scene.wordsWithin(range)) {
    // A word proves itself no more the second time it stands there.
    if (other === spot || scene.text.slice(other.start, other.end).toLowerCase() === self || scene.isUndecidedName(other)) continue;
    for (const word of other.words) {
      if (word.kind !== 'cue') continue;
      if ((alias.fields >>> word.value) & 1) {
        const surface = scene.text.slice(other.start, other.end);
        found ??= surface;
        distinct.add(surface.toLowerCase());
      } else if ((against >>> word.value) & 1) opposed++;
    }
  }
  return found === null || isOutweighed(distinct.size, opposed, alias, scene) ? null : found;
}

/** Whether words of another field of life speak louder; universities and clubs have senates and departments, so bodies must be clear of them. */
function isOutweighed(found: number, opposed: number, alias: Alias, scene: Scene): boolean {
  return scene.category(alias) === 'agency' ? opposed >= found : opposed > found;
}

/** Several words of the name's fields in the text, more than of other fields. */
export function cueAnywhere(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { first, distinct, opposed } = scene.tally(alias.fields);
  const cue = first.find((other) => other !== spot);
  if (cue === undefined || distinct.size < TEXT_CUES || isOutweighed(distinct.size, opposed, alias, scene)) return null;
  return scene.text.slice(cue.start, cue.end);
}

/** Whether the text holds several other chips and makers, so that a word like Blackwell is at home in it. */
export function isTopic(scene: Scene, alias: Alias): boolean {
  let count = 0;
  for (const entity of scene.entities) {
    const category = scene.lexicon.categoryOf(entity);
    if (entity !== alias.entity && (category === 'chip' || category === 'company') && ++count >= 3) return true;
  }
  return false;
}
