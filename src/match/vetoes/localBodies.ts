/** Bodies of towns, states and schools that are called like a nation's, and towns that are called like its departments. */

import { countryBeside } from '../countries/countryBeside.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { districtBefore, stateBefore } from '../people/bearers.ts';
import { datelineOf } from '../text/dateline.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

/** What says that a body is a state's, a province's, a town's or a school's own; else null. */
export function partOfCountry(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (scene.category(alias) !== 'agency') return null;
  const district = districtBefore(spot, scene);
  if (district !== null) return district;
  if (alias.strength === 'strong') return null;
  const state = stateBefore(spot, scene) ?? stateCapital(spot, alias, scene);
  if (state !== null) return state;
  const before = scene.spotBefore(withoutOwner(scene.text, spot.start));
  if (isWord(before, 'place')) return scene.text.slice(before.start, spot.end);
  // "des bahrainischen Innenministeriums": an adjective of a country that is not known.
  const adjective = /(?<!\p{L})\p{Ll}{3,}isch(?:e[nmrs]?)?\s+$/u.exec(scene.text.slice(Math.max(0, spot.start - 32), spot.start));
  if (adjective !== null && scene.setting.language?.startsWith('de') && before === null)
    return adjective[0] + scene.text.slice(spot.start, spot.end);
  const local =
    /(?<!\p{L})(?:[Ss]tate|[Cc]ounty|[Cc]ity|[Tt]own|[Pp]rovincial|[Mm]unicipal|[Rr]egional|[Uu]niversity|[Cc]ollege|[Ss]tudent|[Ff]aculty)\s+$/u.exec(
      scene.text.slice(Math.max(0, spot.start - 14), spot.start),
    );
  if (local !== null) return local[0] + scene.text.slice(spot.start, spot.end);
  const ownKind =
    /^ (?:local|estatal|provincial|autonómico|autonomico|cantonal|régional|foral|del [Ee]stado|de la provincia|du canton|des Landes|des Kantons)(?!\p{L})/u.exec(
      scene.text.slice(spot.end, spot.end + 18),
    );
  if (ownKind !== null) return scene.text.slice(spot.start, spot.end) + ownKind[0];
  const unknown = unknownPlaceAfter(spot, scene) ?? schoolAfter(spot, scene) ?? schoolBefore(spot, alias, scene);
  if (unknown !== null) return unknown;
  const after = scene.text.slice(spot.end, spot.end + 24).match(/^\s+(?:of|in|for|de|del|von|du|des)\s+(?:the\s+)?(?:State of\s+)?/)?.[0];
  if (after === undefined) return null;
  const place = scene.spotAfter(spot.end + after.length);
  return isWord(place, 'place') ? scene.text.slice(spot.start, place.end) : null;
}

/** Offset before what joins an owner to what begins at `start`: "Oklahoma's Department", "Ohio's own Senate", "Texas, whose Supreme Court". */
function withoutOwner(text: string, start: number): number {
  const joint = /(?:['’]s?\s+(?:own\s+)?|,\s+whose\s+(?:own\s+)?)$/.exec(text.slice(Math.max(0, start - 14), start));
  return joint ? start - joint[0].length : start;
}

/** "Department of Agriculture in Honolulu": a body that sits in a place which no country's words name is not a nation's. */
function unknownPlaceAfter(spot: Spot, scene: Scene): string | null {
  const { text, lexicon } = scene;
  const link = /^\s+in\s+(?=\p{Lu}\p{Ll})/u.exec(text.slice(spot.end, spot.end + 8));
  // „Die Bundesnetzagentur in Bonn“
  if (link === null || text.startsWith('Bundes', spot.start)) return null;
  const word = scene.document.wordAfter(spot.end + link[0].length - 1);
  if (word === null || lexicon.openers.has(word.text) || scene.document.isHeadingAt(spot.start)) return null;
  return scene.spotAfter(word.start) === null ? text.slice(spot.start, word.end) : null;
}

/** "le département du Commerce de l'IUT", "the Department of Energy at a university": a school's own. */
function schoolAfter(spot: Spot, scene: Scene): string | null {
  const link = /^\s+(?:of|at|in|de|du|del|an|der|à|en)\s*(?:the|an?|la|l['’]|el|una?|une|der)?\s*/u.exec(
    scene.text.slice(spot.end, spot.end + 16),
  );
  if (link === null) return null;
  const start = spot.end + link[0].length;
  const campus = scene.lexicon.header.fields.indexOf('campus');
  const isCampus = (other: Spot | null) => isWord(other, 'cue', campus);
  const word = scene.spotAfter(start);
  if (word !== null && isCampus(word)) return scene.text.slice(spot.start, word.end);
  // "at Delhi University"
  const named = /^(?:\p{Lu}[\p{L}.’'-]+ ){1,3}/u.exec(scene.text.slice(start, start + 40));
  const school = named && scene.spotAfter(start + named[0].length);
  return school !== null && isCampus(school) ? scene.text.slice(spot.start, school.end) : null;
}

/** "a dean from Commerce": a school's own, where one word names the field. */
function schoolBefore(spot: Spot, { strength }: Alias, scene: Scene): string | null {
  const link = /\s(?:from|of|in|at)\s$/.exec(scene.text.slice(Math.max(0, spot.start - 6), spot.start));
  if (link === null || strength !== 'weak' || !/^\p{Lu}\p{Ll}+$/u.test(scene.text.slice(spot.start, spot.end))) return null;
  const campus = scene.lexicon.header.fields.indexOf('campus');
  const member = scene.spotBefore(spot.start - link[0].length);
  return isWord(member, 'cue', campus) ? scene.text.slice(member.start, spot.end) : null;
}

/** "Brookings, South Dakota,", "Commerce, Calif.": a town with its state. */
export function townInState(spot: Spot, scene: Scene): string | null {
  const state = scene.text.startsWith(', ', spot.end) ? scene.spotAfter(spot.end + 2) : null;
  return isWord(state, 'place') && /[,.;)]/.test(scene.text.slice(state.end - 1, state.end + 1))
    ? scene.text.slice(spot.start, state.end)
    : null;
}

/** Under a dateline of a state's capital, "the House" and "Department of Agriculture" are the state's, unless the nation's name stands with them. */
function stateCapital(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (scene.lexicon.header.countries[scene.lexicon.countryOf(alias.entity)] !== 'US' || countryBeside(spot, scene) !== null) return null;
  // CMS and the "HELP Committee" are the nation's alone; states, too, have an EPA and a DOT.
  const abbreviation = /(?<!\p{Lu})\p{Lu}{3,}(?!\p{L})/u.exec(scene.text.slice(spot.start, spot.end))?.[0];
  if (abbreviation !== undefined && !/^(?:EPA|DO[A-Z]|DHS|DPS|DMV|OIG)$/.test(abbreviation)) return null;
  const line = datelineOf(scene);
  return line?.isSeat && line.end <= spot.start ? `${line.detail} ${scene.text.slice(spot.start, spot.end)}` : null;
}

/** "the mayor of Commerce": a town of a department's name. */
export function townOf(spot: Spot, { text }: Scene): string | null {
  if (!/^\p{Lu}\p{Ll}+$/u.test(text.slice(spot.start, spot.end))) return null;
  const town = /(?:City Hall in|(?:[Cc]ity|[Tt]own|[Vv]illage|[Mm]ayor|[Rr]esidents) of) $/.exec(
    text.slice(Math.max(0, spot.start - 16), spot.start),
  );
  return town && town[0] + text.slice(spot.start, spot.end);
}
