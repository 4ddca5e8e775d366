/** Designers, dietitians, analysts and a man called so: people who bear an official's or executive's name, as the words beside it say. */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { callingBefore, humblePostBefore, longerJapaneseName } from './bearers.ts';
import { isMaleFirstName } from './commonNames.ts';
import { strangerOf } from './strangers.ts';
import { tradeBeside } from './trades.ts';

/** What the bearer of a person's name does for a living, where no office or firm of the pack is that; else null. */
export function callingOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  if (category === 'official') {
    const firm = firmAfter.exec(scene.text.slice(spot.end, spot.end + 60));
    if (firm !== null) return scene.text.slice(spot.start, spot.end) + firm[0];
  }
  const namesake =
    callingBefore(spot, scene) ??
    longerJapaneseName(spot, scene) ??
    strangerOf(spot, alias, scene) ??
    (category === 'official' ? humblePostBefore(spot, alias, scene) : null);
  if (namesake !== null) return namesake;
  const trade = tradeBeside(spot, alias, scene);
  if (trade !== null) return trade;
  if (!scene.holds('calling')) return null;
  const comma = /,\s+$/.exec(scene.text.slice(Math.max(0, spot.start - 3), spot.start));
  const around = [
    scene.spotBefore(comma === null ? spot.start : spot.start - comma[0].length),
    scene.spotAfter(spot.end),
    appositionAfter(spot, scene),
  ];
  const calling = around.find((other) => isWord(other, 'calling'));
  // "Bank of England Governor Andrew Bailey": the body says whose governor.
  const whose = calling && scene.spotBefore(calling.start);
  if (whose?.aliases.some((one) => scene.category(one) === 'agency')) return null;
  // German joins firm and post: ASML-Chef.
  if (calling && scene.text[calling.start - 1] === '-') return null;
  return calling ? scene.text.slice(calling.start, calling.end) : null;
}

/** "Chris Wright of Marlow Securities": who speaks for a firm of money or law holds no office. */
const firmAfter =
  /^(?:,? (?:of|at|from|with)|, (?:an? )?\p{Ll}+ (?:of|at|for|with)) (?:\p{Lu}[\p{L}&.'’-]* ){1,4}?(?:Securities|Capital|Partners|Research|Advisors|Advisers|Consulting|Investments?|Asset|Wealth|Markets|Analytics|LLP|LLC|PLC|plc|Ltd|Brokers|Insurance)\b/u;

/** "Lin Jian, the Shanghai designer", "Lin Jian — a designer" */
function appositionAfter(spot: Spot, scene: Scene): Spot | null {
  const comma = /^(?:,|(?=\sthe\s)|\s[–—])\s+(?:an?\s+|the\s+)?(?=\p{L})/u.exec(scene.text.slice(spot.end, spot.end + 60));
  return comma ? scene.spotAfter(spot.end + comma[0].length) : null;
}

const calls = /(?:named|surnamed|called|dubbed|namens|nommée?|appelée?|llamad[oa]|apellidad[oa]|de nombre|de apellido)\s+$/;

/** Somebody whom the text must introduce by name: "a man named", „Ein Zeuge namens“. */
const somebodyCalled =
  /(?<!\p{L})(?:[Aa]n?|[Ss]ome|[Aa]nother|[Oo]ne|[Ee]ine?[nmr]?|[Uu]ne?|[Uu]na|[Uu]n tal|[Tt]he other|[Aa] third)\s+(?:[\p{Ll}-]+\s+){0,3}[\p{L}-]+\s+(?:named|surnamed|called|dubbed|namens|nommée?|appelée?|llamad[oa]|apellidad[oa]|de nombre|de apellido)\s+$/u;

/** How far before a name its bearer is introduced, in UTF-16 units. */
const LONGEST_INTRODUCTION = 60;

/** Said behind the name of somebody else, of the one whom all know. */
const unrelated =
  /^["”»]?\s?[,(–—]\s?["“„«]?(?:who is |die |der |qui n['’]a |que no tiene )?(?:no relation|no kin|not related|unrelated|not the |nicht verwandt|weder verwandt|nicht zu verwechseln|sans (?:aucun )?(?:lien|rapport)|aucun lien|rien à voir|sin parentesco|sin relación|nada que ver|de apellido)(?!\p{L})/u;

/** "Merz & Sons", "Merz und Söhne": a firm of the family's. */
const familyFirm =
  /^ (?:&|and|und|et|y|e) (?:Sons?|Daughters?|Brothers|Co|Partners?|Söhne|Sohn|Töchter|Fils|Filles|Frères|Hijos|Hijas|Hermanos)(?!\p{L})/u;

/** Somebody else of the name, as the words around it say. */
export function otherBearer(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  const surface = scene.text.slice(spot.start, spot.end);
  if ((category !== 'official' && category !== 'executive') || classAt(surface, 0) !== WORD) return null;
  if (!/\s/.test(scene.text[spot.start - 1] ?? '')) return null;
  const after = scene.text.slice(spot.end, spot.end + 40);
  const stranger = unrelated.exec(after) ?? /^ de apellido(?!\p{L})/u.exec(after);
  if (stranger !== null) return surface + stranger[0];
  const before = scene.text.slice(Math.max(0, spot.start - 24), spot.start);
  // "a man called Hegseth"; but "Trump named Hegseth" and "Erdogan called Putin".
  const called = calls.test(before)
    ? somebodyCalled.exec(scene.text.slice(Math.max(0, spot.start - LONGEST_INTRODUCTION), spot.start))
    : null;
  // Of the young engineer named Jensen Huang the sentence tells the firm.
  if (called !== null && !(surface.includes(' ') && scene.namesKin(spot, alias.entity))) return called[0] + surface;
  if (surface.includes(' ')) return null;
  const firm = familyFirm.exec(after) ?? rating(spot, scene);
  if (firm !== null) return surface + firm[0];
  const another = /(?<!\p{L})(?:an?|another|second|third|fourth|other)\s+$/u.exec(before);
  if (another !== null && /^[,.;:)]/.test(after.slice(0, 1))) return another[0] + surface;
  // "Ein Bär macht mir weniger Sorgen": German sets an article before nouns, and seldom before people.
  // "des Rubio-Teams": in a compound the article is the team's.
  const mayBeNoun = alias.part === 'surname' && scene.setting.language?.startsWith('de') && after[0] !== '-';
  const noun = mayBeNoun ? germanArticle.exec(before) : null;
  if (noun !== null) return noun[0] + surface;
  // "ein Herr Huang", "a Mr Huang"
  const some = /(?<!\p{L})(?:[Aa]n?|[Ee]in|[Uu]ne?|[Uu]n tal) (?:certain |gewisser )?(?:Herr|Mr\.?|Ms\.?|Monsieur|señor|Señor) $/u.exec(
    before,
  );
  if (some !== null) return some[0] + surface;
  const lady = /(?:^|[\s“"(])(?:Mrs\.?|Ms\.?|Miss|Frau|Mme|Madame|Sra\.|Señora|doña|Doña)\s+$/u.exec(before);
  const first = scene.lexicon.entityName(alias.entity).split(' ')[0] as string;
  return lady !== null && isMaleFirstName(first) ? lady[0] + surface : null;
}

/** Articles that make a noun of what follows; those of women, as in "die Merkel", may stand before a name. */
const germanArticle =
  /(?<!\p{L})(?:[Dd]er|[Dd]en|[Dd]em|[Dd]es|[Ee]in|[Ee]inen|[Ee]inem|[Ee]ines|[Kk]ein|[Kk]einen|[Jj]eder|[Zz]um|[Vv]om|[Bb]eim) $/u;

/** So many names with a mark each make a list of them. */
const RATINGS = 5;

/** "Reeves 9; Okafor 8; Hunt 7 (booked);": a mark out of ten behind each of many surnames is what players get. */
function rating({ start, end }: Spot, { text, document }: Scene): RegExpExecArray | null {
  const mark = /^ (?:10|\d)(?: \([^)\n]{1,20}\))?(?=[;,.])/.exec(text.slice(end, end + 28));
  if (mark === null || !/[:;,]\s$/.test(text.slice(Math.max(0, start - 2), start))) return null;
  const sentence = document.sentenceAt(start);
  const marks = text.slice(sentence.start, sentence.end).match(/\p{L} (?:10|\d)(?: \([^)\n]{1,20}\))?(?=[;,.])/gu);
  return (marks?.length ?? 0) >= RATINGS ? mark : null;
}
