/** Parts of people's names: surnames and first names that stand alone. */
import { titleBeside } from '../evidence/beside.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { isFunctionWord } from '../people/commonNames.ts';
import { classAt, HANGUL } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { vetoOf } from '../vetoes/vetoes.ts';

export function isPart({ part }: Alias): boolean {
  return part !== 'whole';
}

/** Whether nothing speaks against a part of a name. */
export function isOpen(spot: Spot, alias: Alias, scene: Scene): boolean {
  if (isWordOfLanguage(spot, alias, scene) && !isAddressed(spot, scene) && titleBeside(spot, alias, scene) === null) return false;
  return vetoOf({ spot, alias }, scene) === null && (!isSyllable(surfaceOf(spot, scene)) || titleBeside(spot, alias, scene) !== null);
}

/** He, So and An are words before they are surnames; behind a word in small letters, English writes only names so. */
function isWordOfLanguage(spot: Spot, { part }: Alias, scene: Scene): boolean {
  const surface = surfaceOf(spot, scene);
  if (part !== 'surname' || !isFunctionWord(surface, scene.setting.language)) return false;
  // "He's office", but "He's right".
  if (
    /^['’]s (?:office|delegation|team|visit|counterpart|remarks|ministry|spokes\p{Ll}+)(?!\p{L})/u.test(
      scene.text.slice(spot.end, spot.end + 24),
    )
  )
    return false;
  const isName = /\p{Ll} $/u.test(scene.text.slice(Math.max(0, spot.start - 2), spot.start)) && !scene.document.isHeadingAt(spot.start);
  return !isName || surface === 'May' || surface === 'Will';
}

/** "Mr. He" */
function isAddressed({ start }: Spot, { text }: Scene): boolean {
  return /(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Herrn?|Frau|M|Mme|Monsieur|Madame|Sr|Sra|[Ss]eñora?)\.? $/u.test(
    text.slice(Math.max(0, start - 10), start),
  );
}

/** 이, 김 and 황 are words of their own, too: as surnames they stand with a title. */
function isSyllable(surface: string): boolean {
  return surface.length === 1 && classAt(surface, 0) === HANGUL;
}

export function surfaceOf({ start, end }: Spot, { text }: Scene): string {
  return text.slice(start, end);
}
