/** "John A. Eisenberg": people of whom the data know first name and surname, with an initial between them. */

import type { Alias } from '../lexicon/lexicon.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { isCommonName } from './commonNames.ts';

/** Spots that are a first name, an initial and a surname of one person, each with that person as its one reading. */
export function namesWithInitial(scene: Scene): Spot[] {
  return scene.spots.flatMap((given) => {
    const initial = given.aliases.some(({ part }) => part === 'given') && /^ \p{Lu}\. /u.exec(scene.text.slice(given.end, given.end + 4));
    const surname = initial ? scene.spotAfter(given.end + initial[0].length) : null;
    if (surname === null || surname.start !== given.end + (initial as RegExpExecArray)[0].length) return [];
    const bearers = surname.aliases.filter(
      (alias) =>
        alias.part === 'surname' &&
        isPlainName(scene.lexicon.entityName(alias.entity)) &&
        given.aliases.some(({ entity, part }) => part === 'given' && entity === alias.entity),
    );
    const whole = bearers.map((alias): Alias => ({ ...alias, strength: 'strong', part: 'whole', withName: false }));
    return whole.length === 0 ? [] : [{ start: given.start, end: surname.end, aliases: whole, words: [] }];
  });
}

/** Senator John Kennedy is not John F. Kennedy: among many bearers of a name the initial tells one from another, as it does where the data have one. */
function isPlainName(name: string): boolean {
  return name.split(' ').length === 2 && !isCommonName(name);
}
