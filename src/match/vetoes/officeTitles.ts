/** Offices that are named after a body: "Commerce Secretary", 商务部长. */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, HAN, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

/** The words that make an office holder's title of a body's name, or null. */
export function titleOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (scene.category(alias) !== 'agency') return null;
  const { text } = scene;
  const surface = text.slice(spot.start, spot.end);
  const last = classAt(text, spot.end - 1);
  if (last === HAN) {
    // 商务部长, 財務省長官 hold the body's name; 商务部部长, 商务部长期 do not make a title of it.
    const next = text.slice(spot.end, spot.end + 2);
    return /^[长長]/.test(next) && /[部省院署局]$/.test(surface) && !/^[长長][期远遠久城江三沙春假达達]/.test(next)
      ? surface + next[0]
      : null;
  }
  if (last !== WORD) return null;
  // "le secrétaire américain au Commerce", "la secretaria mexicana de Economía": an adjective parts the title.
  const romance = romanceTitle.exec(text.slice(Math.max(0, spot.start - 48), spot.start));
  if (romance !== null && !surface.includes(' ')) return romance[0] + surface;
  // "Bundesrat Martin Pfister", "SVP-Nationalrat Thomas Hurter": members of a council bear its name as their title.
  const member = councillor.test(surface) ? /^ \p{Lu}\p{Ll}+ \p{Lu}\p{L}*/u.exec(text.slice(spot.end, spot.end + 40)) : null;
  if (member !== null) return surface + member[0];
  // "Justice Samuel Alito"
  const judge = surface === 'Justice' ? scene.spotAfter(spot.end) : null;
  if (judge?.aliases.some((one) => scene.category(one) === 'official')) return text.slice(spot.start, judge.end);
  const party = ofParty.exec(text.slice(Math.max(0, spot.start - 24), spot.start));
  if (party !== null && /^ (?:spokes\p{L}+|minister|secretary|team|chief|lead)(?!\p{L})/u.test(text.slice(spot.end, spot.end + 16)))
    return party[0] + surface;
  const office = titleAfter(spot, scene);
  if (office !== null) return `${surface} ${office}`;
  const before = scene.spotBefore(spot.start);
  return isWord(before, 'title-of') ? text.slice(before.start, spot.end) : null;
}

/** "the Liberal Democrats' Treasury spokesperson", "Labour's shadow Treasury minister": posts in a party. */
const ofParty =
  /(?:(?:Liberal Democrats?|Lib Dems?|Conservatives?|Tory|Tories|Labour|Labor|Liberals?|Greens?|SNP|DUP|Reform UK|Coalition|[Oo]pposition|National|NDP)(?:['’]s?)? |\b[Ss]hadow )$/;

/** Councils whose members bear their names as titles. */
const councillor = /^(?:Bundesrat|Nationalrat|Ständerat|Regierungsrat|Staatsrat)$/;

const romanceTitle =
  /(?<!\p{L})(?:[Ss]ous-)?(?:[Ss]ecrétaire|[Mm]inistre|[Ss]ecretari[oa]|[Mm]inistr[oa]|[Cc]ommissaire|[Cc]omisari[oa]|[Rr]eprésentante?|[Rr]epresentante)(?: \p{Ll}+){0,2} (?:au|aux|à la|du|de la|des|del|de) $/u;

/** Words in the names of bodies; what ends with one is no office holder's field: Foreign Ministry spokesman. */
const institution =
  /(?:Department|Ministry|Office|Agency|Administration|Commission|Council|Committee|House|Bureau|Service|Board|Bank|Parliament|Congress|Senate|Reserve|Fed|Pentagon)$/;

/** Departments whose bare names make titles with words that follow other bodies, too: "Treasury chief", but "EPA chief". */
const departmentAlone =
  /^(?:U\.?S\.? )?(?:Commerce|Treasury|State|Defen[sc]e|War|Energy|Justice|Interior|Labor|Education|Transportation|Agriculture|Health|Trade|Foreign|Finance)$/;

/** The word for an office behind a department's short name: "Secretary" in "Homeland Security Secretary". */
function titleAfter(spot: Spot, scene: Scene): string | null {
  const { text, lexicon } = scene;
  const surface = text.slice(spot.start, spot.end);
  // "HHS Secretary" sets the body's own abbreviation before the post.
  if (institution.test(surface) || /^\p{Lu}{3,}$/u.test(surface)) return null;
  const rest = /^\s+(\S+)(?:\s+(\S+))?/.exec(text.slice(spot.end, spot.end + 40));
  if (rest === null) return null;
  const [, first, second] = rest.map((word) => word?.replace(/[,.;:!?)”"’']+s?$/, '') ?? '') as [string, string, string];
  const named = [`${first} ${second}`, first].map((office) => (/^\p{Lu}+$/u.test(office.replace(' ', '')) ? titleCase(office) : office));
  for (const office of named) if (lexicon.departments.has(office) && (office !== 'chief' || departmentAlone.test(surface))) return office;
  return null;
}

/** "SECRETARY" → "Secretary" */
function titleCase(words: string): string {
  return words.replace(/\p{Lu}+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
