/** Parts of people's names: surnames and first names that stand alone. */
import { titleBeside } from './beside.ts';
import { classAt, HANGUL } from './fold.ts';
import type { Alias } from './lexicon.ts';
import type { Scene } from './scene.ts';
import type { Spot } from './spots.ts';
import { vetoOf } from './vetoes.ts';

export function isPart({ part }: Alias): boolean {
  return part !== 'whole';
}

/** Whether nothing speaks against a part of a name. */
export function isOpen(spot: Spot, alias: Alias, scene: Scene): boolean {
  return vetoOf({ spot, alias }, scene) === null && (!isSyllable(surfaceOf(spot, scene)) || titleBeside(spot, alias, scene) !== null);
}

/** 이, 김 and 황 are words of their own, too: as surnames they stand with a title. */
function isSyllable(surface: string): boolean {
  return surface.length === 1 && classAt(surface, 0) === HANGUL;
}

export function surfaceOf({ start, end }: Spot, { text }: Scene): string {
  return text.slice(start, end);
}
