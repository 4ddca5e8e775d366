/**
 * Where a text is set. A dateline, or the country or the part of one that it
 * speaks of, tells whose "Senate", "ministère de la Santé" and
 * "Innenministerium" are not meant where nothing nearer tells.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import { datelineOf, type Whereabouts } from '../text/dateline.ts';
import type { Range } from '../text/document.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { type Votes, vote } from '../text/votes.ts';
import { votesWithin } from './countries.ts';
import { type CountryBeside, headingOf, saysOwner } from './countryBeside.ts';

/** A text without a dateline is set in a country that it speaks of so often, and so many times as often as of another. */
const OFTEN = 3;
const TIMES = 3;

/** What a decision about one spot looks at; found once for all of its readings. */
interface Surroundings {
  spot: Spot;
  surface: string;
  sentence: Range;
  /** Which countries, by their codes, may have a body of the name; null where no rule knows it. */
  mayHave: ((country: string) => boolean) | null;
  /** The country that opens the paragraph as its heading, or -1. */
  heading: number;
  /** Where the text is set, if that country may have a body of the name. */
  setting: Whereabouts | null;
  inSentence: Votes;
  inParagraph: Votes;
  mentions: readonly Admitted[];
  /** The part of a country that the paragraph has come to, and the countries that it speaks of from there on. */
  part: { start: number; country: number; detail: string; votes: Votes } | null;
}

/**
 * Answers, for the readings of a spot, what says that their bodies are not
 * meant: the text is set in another country, or has come to a part of one; else null.
 */
export function awayFrom(spot: Spot, beside: CountryBeside | null, scene: Scene): (alias: Alias) => string | null {
  let around: Surroundings | null = null;
  const isPlain = beside === null && classAt(scene.text, spot.start) === WORD && !saysOwner(spot, scene);
  return (alias) => {
    const own = scene.lexicon.countryOf(alias.entity);
    if (!isPlain || scene.category(alias) !== 'agency' || alias.strength === 'strong' || own < 0) return null;
    around ??= surroundingsOf(spot, scene);
    if (around.heading !== own)
      return opensElsewhere(own, around, scene) ?? setElsewhere(alias, own, around, scene) ?? partMeant(own, around, scene);
    // Under "CANADA.", "À Québec, le ministère" is Québec's.
    return around.part !== null && around.part.start >= around.sentence.start ? partMeant(own, around, scene) : null;
  };
}

function surroundingsOf(spot: Spot, scene: Scene): Surroundings {
  const { document, lexicon, text } = scene;
  const surface = text.slice(spot.start, spot.end);
  const sentence = document.sentenceAt(spot.start);
  const mayHave = lexicon.havers(surface);
  const setting = mayHave && settingOf(scene);
  return {
    spot,
    surface,
    sentence,
    heading: headingOf(spot, scene)?.country ?? -1,
    mayHave,
    setting: setting !== null && mayHave?.(lexicon.header.countries[setting.country] as string) ? setting : null,
    inSentence: votesWithin(scene, sentence),
    inParagraph: votesWithin(scene, document.paragraphAt(spot.start)),
    mentions: scene.admittedWithin(sentence),
    part: partBefore(spot, sentence.end, scene),
  };
}

const places = new WeakMap<Scene, Votes>();

/** How often a text speaks of parts of each country; of American states every text in English speaks. */
function placeVotes(scene: Scene): Votes {
  const before = places.get(scene);
  if (before !== undefined) return before;
  const votes: Votes = new Map();
  for (const spot of scene.words)
    for (const { kind, value } of spot.words)
      if (kind === 'place' && scene.lexicon.header.countries[value] !== 'US') vote(votes, value, scene.text.slice(spot.start, spot.end));
  places.set(scene, votes);
  return votes;
}

/** The country that a text is set in: that of its dateline, else the one that it mostly speaks of, by its name or its parts. */
export function settingOf(scene: Scene): Whereabouts | null {
  const line = datelineOf(scene);
  if (line !== null) return line;
  const parts = placeVotes(scene);
  const counts = new Map([...parts, ...scene.votes].map(([country, { detail }]) => [country, { count: 0, detail }]));
  for (const votes of [parts, scene.votes])
    for (const [country, { count }] of votes) (counts.get(country) as { count: number }).count += count;
  const [first, second] = [...counts].sort((a, b) => b[1].count - a[1].count);
  return first && first[1].count >= Math.max(OFTEN, TIMES * (second?.[1].count ?? 0))
    ? { country: first[0], isPart: false, detail: first[1].detail }
    : null;
}

/** "Aux États-Unis, le ministère", „In China prüft das Ministerium“: what opens a sentence and names where it happens. */
const openingIn = /^(?:Aux?|En|À|In|In den|In der|Im|En los|En el)\s(?:the\s)?/u;

/** The country that a sentence opens with, where it is another than a reading's and the sentence does not come back to that; else null. */
function opensElsewhere(own: number, { sentence, inSentence }: Surroundings, scene: Scene): string | null {
  const opening = openingIn.exec(scene.text.slice(sentence.start, sentence.end).trimStart());
  if (opening === null || inSentence.has(own)) return null;
  const start = scene.text.indexOf(opening[0], sentence.start) + opening[0].length;
  const place = scene.spotAfter(start);
  // That the place is not a reading's own was asked above.
  return isWord(place, 'country') ? scene.text.slice(sentence.start, place.end) : null;
}

/** The words that set a text in another country than a reading's, which has a body of the name, too; else null. */
function setElsewhere(alias: Alias, own: number, around: Surroundings, scene: Scene): string | null {
  const { setting, spot, inParagraph } = around;
  if (setting === null || setting.country === own || isSaidBeside(alias, own, around, scene)) return null;
  if (scene.fullBefore(alias.entity, spot.start) !== null) return null;
  return inParagraph.has(own) && !inParagraph.has(setting.country) ? null : setting.detail;
}

/** Whether the sentence speaks of a reading's country or kin, but not only to tell another from it: "the department; the U.S. department". */
function isSaidBeside(
  { entity }: Alias,
  own: number,
  { spot, surface, sentence, mentions, inSentence }: Surroundings,
  scene: Scene,
): boolean {
  if (!inSentence.has(own)) return mentions.some((mention) => scene.lexicon.areKin(entity, mention.entity));
  const contrast = mentions.find(
    (mention) =>
      mention.entity === entity &&
      mention.start >= spot.end &&
      mention.end - mention.start > surface.length &&
      scene.text.endsWith(surface, mention.end),
  );
  return contrast === undefined || votesWithin(scene, { start: sentence.start, end: contrast.start }).has(own);
}

/** Fields that a nation keeps for itself. */
const national =
  /Verteidig|Außen|Auswärtig|Entwicklung|Defen[cs]|Défense|Armées|Affaires étrangères|Relaciones Exteriores|Exterior|Foreign|Marina|Guerra|War\b|State\b|Immigration/;

/** What stands before a place where something happens. */
const locative = /(?:^|[^\p{L}])(?:in|aus|nach|im|à|au|en|a|from|at|across)\s$/iu;

/** Words of the nation that belong to no country's names. */
const federal = /(?<!\p{L})(?:[Bb]und(?:es\p{L}*)?|[Ff]eder[ae]l\p{L}*|[Ff]éd[ée]ral\p{L}*|[Nn]a[ct]ional\p{L}*)(?!\p{L})/u;

/** "aus Hannover, wo das Innenministerium", "In Sacramento, the Senate": the part of a country where a paragraph has come to before a spot, or null. */
function partBefore(spot: Spot, end: number, scene: Scene): Surroundings['part'] {
  const { text } = scene;
  const place = scene
    .wordsWithin({ start: scene.document.paragraphAt(spot.start).start, end: spot.start })
    .findLast((word) => isWord(word, 'place') && locative.test(text.slice(Math.max(0, word.start - 8), word.start)));
  if (place === undefined) return null;
  if (federal.test(text.slice(place.end, spot.start)) || election.test(text.slice(spot.end, spot.end + 12))) return null;
  const country = place.words.find(({ kind }) => kind === 'place')?.value as number;
  return { start: place.start, country, detail: text.slice(place.start, spot.end), votes: votesWithin(scene, { start: place.start, end }) };
}

/** The words that say that a body is one of a part of its country, or of another's; else null. */
function partMeant(own: number, { part, surface, mayHave, inParagraph }: Surroundings, scene: Scene): string | null {
  const { countries } = scene.lexicon.header;
  if (part !== null) {
    const may = isOfParts(surface, part.country, scene) || (part.country !== own && mayHave?.(countries[part.country] as string));
    return may && !part.votes.has(own) ? part.detail : null;
  }
  const line = datelineOf(scene);
  // Federal news is datelined in every town of America.
  const isOfPart = line?.isPart && line.country === own && countries[own] !== 'US';
  return isOfPart && isOfParts(surface, own, scene) && !inParagraph.has(own) ? line.detail : null;
}

/** Whether the parts of a country have a body of such a name, too. */
function isOfParts(surface: string, country: number, { lexicon }: Scene): boolean {
  return lexicon.isOfParts(surface, lexicon.header.countries[country] as string) && !national.test(surface);
}

/** Of a chamber in a state, federal elections speak. */
const election = /^ (?:race|seat|candidate|primary|nominee|contest|map|hopeful)/;
