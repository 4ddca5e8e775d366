/**
 * People who bear an official's or executive's full name and are neither: the
 * text goes on with the name, gives an age, tells of a funeral or of a film.
 * They are taken for the known ones only where their bodies or firms are named.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { isCapitalised, type Neighbour } from '../text/document.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { ageAfter, easternAgeAfter } from './ages.ts';

/** Countries whose people have one family name, behind the first or before it: with another behind it, it is somebody else's name. */
const twoPartNames = new Set('US GB CA AU NZ IE DE AT CH NL FR IT DK NO SE FI CN TW HK KR KP JP SG'.split(' '));

/** "Lisa Su Wong", "Wang Yi Chen": a capitalised word right behind a full name goes on with it; in English, where common nouns have none. */
export function longerFullName(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text, document, lexicon, setting } = scene;
  if (!setting.language?.startsWith('en') || !text.slice(spot.start, spot.end).includes(' ')) return null;
  if (!twoPartNames.has(lexicon.header.countries[lexicon.countryOf(alias.entity)] ?? 'US')) return null;
  const after = document.wordAfter(spot.end);
  if (after === null || !isFamilyName(after, scene)) return null;
  return document.isHeadingAt(spot.start) || document.isShoutedAt(spot.start) ? null : text.slice(spot.start, after.end);
}

/** Whether a word can be read as nothing but a part of a name: no opener, title, firm, place or field. */
function isFamilyName(word: Neighbour, scene: Scene): boolean {
  if (!isCapitalised(word.text) || !/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word.text) || scene.lexicon.openers.has(word.text))
    return false;
  const known = scene.spotAfter(word.start);
  if (known !== null && known.start === word.start && (known.words.length > 0 || known.aliases.some(({ part }) => part === 'whole')))
    return false;
  // "Lisa Su Jr." is asked about below; "Tim Cook Apple’s" has a body of its own.
  return !/^(?:Jr|Sr)$/.test(word.text) && /^(?:$|[\s,.;:!?)”"’'])/.test(scene.text.slice(word.end, word.end + 1));
}

/** ", chief executive of a sensor maker": a post at something that needs no name. */
const humblePost =
  /^, (?:the )?(?:[\p{Ll}-]+ )?(?:chief executive|founder|co-founder|owner|co-owner|manager|managing director|partner|teacher|landlord|landlady|coach|trainer|fisherman|farmer|baker|nurse|driver|student) (?:of|at|from) (?:an?|his|her|their) /u;

/** Of most of those whom the data know, news tells what they do. */
const late = /(?<!\p{L})(?:the late|feue?|le regretté|la regrettée|(?:der|die|des) verstorbenen?|el difunto|la difunta) $/u;

/** A younger bearer of the name. */
const suffix = /^,? (?:Jr|Sr|II|III|IV)(?![\p{L}])\.?/u;

/** Obituaries of those whom a valley knew. */
const funeral =
  '(?:survived by|[Ff]uneral [Hh]ome|[Ff]uneral service|[Mm]emorial service|dies at \\d\\d|died peacefully|in lieu of flowers|[Vv]isitation|hinterlässt|Trauerfeier|Traueranzeige|[Oo]bsèques|funérailles|le sobreviven|[Ss]epelio)(?!\\p{L})';

/** Words of films and plays, in which anybody may be a senator. */
const stage =
  '(?:sitcom|screenplay|screenwriter|film opens|short film|feature film|film festival|biopic|rom-com|stage play|Drehbuch|Spielfilm|Kinofilm|long-métrage|court-métrage|tournage|largometraje|cortometraje|telenovela)(?!\\p{L})';

/** Words of theirs that are figures of speech elsewhere: of these, two must be told. */
const figurative = '(?:box office|the cast|thriller|musical|Hauptrolle|comédie|rodaje)(?!\\p{L})';

const ofStage = `(?:${stage}|${figurative}[^]*?${figurative})`;

/** What says that a full name is a private person's unless the text names a body or firm of the known one: words of the text; else null. */
export function privatePerson(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text, lexicon } = scene;
  if (!/^\p{Script=Latin}/u.test(text.slice(spot.start, spot.start + 1))) return null;
  const dead = late.exec(text.slice(Math.max(0, spot.start - 20), spot.start));
  if (dead !== null) return dead[0] + text.slice(spot.start, spot.end);
  const after = text.slice(spot.end, spot.end + 60);
  const post = humblePost.exec(after);
  if (post !== null) return text.slice(spot.start, spot.end) + post[0].trimEnd();
  const years = ageAfter(text, spot.end);
  if (years !== null) return text.slice(spot.start, spot.end) + years;
  const younger = suffix.exec(after);
  if (younger !== null && !suffix.test(lexicon.entityName(alias.entity).replace(/^.* (?=\S+$)/, ' ')))
    return text.slice(spot.start, spot.end) + younger[0];
  const told = scene.firstOf(funeral) ?? scene.firstOf(ofStage);
  return told && text.slice(told.start, told.end);
}

/** What news calls private people, seldom those who hold an office. */
const plainAddress = /^(?:\s?씨|\s교수|さん|先生|女士|小姐|老[师師]|副?教授|准教授)/;

/** Whether a name stands as those of private people do: 이재명 씨, 黄仁勋先生, 王毅（58）. */
export function isAddressedPlainly({ end }: Spot, { text }: Scene): boolean {
  if (easternAgeAfter(text, text.startsWith('さん', end) ? end + 2 : end) !== null) return true;
  return plainAddress.test(text.slice(end, end + 3));
}
