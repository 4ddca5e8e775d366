/**
 * Where a text is set. A dateline, or the country or the part of one that it
 * speaks of, tells whose "Senate", "ministère de la Santé" and
 * "Innenministerium" are not meant where nothing nearer tells.
 */
import { countryBeside, headingOf, votesWithin } from './countries.ts';
import { datelineOf, type Whereabouts } from './dateline.ts';
import { classAt, WORD } from './fold.ts';
import type { Alias } from './lexicon.ts';
import { type Scene, type Spot, type Votes, vote } from './scene.ts';

/** A text without a dateline is set in a country that it speaks of so often, and so many times as often as of another. */
const OFTEN = 3;
const TIMES = 3;

/** The country that a text is set in: that of its dateline, else the one that it mostly speaks of, by its name or its parts. */
function settingOf(scene: Scene): Whereabouts | null {
  const line = datelineOf(scene);
  if (line !== null) return line;
  const votes: Votes = new Map([...scene.votes].map(([country, { count, detail }]) => [country, { count, detail }]));
  // Every text in English speaks of American states.
  for (const spot of scene.words)
    for (const { kind, value } of spot.words)
      if (kind === 'place' && scene.lexicon.header.countries[value] !== 'US') vote(votes, value, scene.text.slice(spot.start, spot.end));
  const [first, second] = [...votes].sort((a, b) => b[1].count - a[1].count);
  return first && first[1].count >= Math.max(OFTEN, TIMES * (second?.[1].count ?? 0))
    ? { country: first[0], isPart: false, detail: first[1].detail }
    : null;
}

const ministry = /minist/i;

/** Bodies by their plain names, and the countries that have one; America has departments where others have ministries. */
const bodies: [RegExp, ReadonlySet<string> | null][] = [
  [
    /^(?:Senate|Sénat|Senado|Senat)$/,
    setOf('US PR AU CA PH FR ES IT MX BR AR CL CO PY UY BO NG KE PK TH KH IE NL BE PL CZ RO JM CD CI HT'),
  ],
  [/^House(?: of Representatives)?$/, setOf('US PR AU NZ PH JP NG ID TH MY GB CA IN IE NL BE CY MT NP')],
  [/^(?:Congress|Congreso|Congrès|Kongress)$/, setOf('US MX BR PH CL PE CO AR ES GT HN EC IN NP')],
  [
    /^(?:State|Commerce|Homeland Security|War) Department$|^Department of (?:State|Commerce|Homeland Security|War|Veterans Affairs)$/,
    setOf('US'),
  ],
  [/^Department of|Department$/, setOf('US PR PH AU CA IE ZA IN')],
  [/^Treasury(?: Department)?$/, setOf('US PR GB AU NZ KE ZA')],
  [/^(?:Bundesrat|Nationalrat|Ständerat)$/, setOf('DE AT CH')],
  [ministry, null],
  [
    /^(?:Parliament|Parlement|Parlament|Parlamento|(?:National )?Assembly|Assemblée nationale|Asamblea Nacional|Cámara de Diputados|Chambre(?: des représentants)?)$/,
    null,
  ],
];

/** Whether a country has a body of such a plain name. */
function mayHave(country: string, name: string): boolean {
  const body = bodies.find(([pattern]) => pattern.test(name));
  if (body === undefined) return false;
  const [pattern, countries] = body;
  return countries?.has(country) ?? (pattern !== ministry || country !== 'US');
}

/** What says that a plain name is the body of the country that the text is set in, which is not the reading's; else null. */
export function setElsewhere(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (!isPlainBody(spot, alias, scene)) return null;
  const { lexicon, document } = scene;
  const own = lexicon.countryOf(alias.entity);
  const setting = settingOf(scene);
  if (setting === null || setting.country === own) return null;
  if (!mayHave(lexicon.header.countries[setting.country] as string, scene.text.slice(spot.start, spot.end))) return null;
  if (isSaidBeside(spot, alias, scene)) return null;
  if (scene.fullBefore(alias.entity, spot.start) !== null) return null;
  const paragraph = votesWithin(scene, document.paragraphAt(spot.start));
  return paragraph.has(own) && !paragraph.has(setting.country) ? null : setting.detail;
}

/** Whether the sentence speaks of a reading's country or kin, but not only to tell another from it: "the department; the U.S. department". */
function isSaidBeside(spot: Spot, alias: Alias, scene: Scene): boolean {
  const { text, lexicon, document } = scene;
  const sentence = document.sentenceAt(spot.start);
  const surface = text.slice(spot.start, spot.end);
  const contrast = scene
    .admittedWithin({ start: spot.end, end: sentence.end })
    .find(({ entity, start, end }) => entity === alias.entity && end - start > surface.length && text.endsWith(surface, end));
  const around = contrast === undefined ? sentence : { start: sentence.start, end: contrast.start };
  return votesWithin(scene, around).has(lexicon.countryOf(alias.entity)) || scene.kinWithin(around, alias.entity) !== null;
}

/** Fields that a nation keeps for itself. */
const national =
  /Verteidig|Außen|Auswärtig|Entwicklung|Defen[cs]|Défense|Armées|Affaires étrangères|Relaciones Exteriores|Exterior|Foreign|Marina|Guerra|War\b|State\b|Immigration/;

/** Bodies that parts of a country have by the same names as the whole. */
const ofParts: Record<string, RegExp> = {
  DE: /ministerium$/i,
  MX: /^(?:Congreso|Secretaría)/,
  AR: /^(?:Ministerio|Congreso|Senado|Cámara)/,
  AU: /^(?:Department|Treasury|Parliament)/,
  CA: /^(?:Department|Ministry|[Mm]inistère|Assemblée|Parliament)/,
  GB: /^(?:Department|Parliament|Assembly)/,
  US: /^(?:House|Senate|House of Representatives)$/,
};

/** What stands before a place where something happens. */
const locative = /(?:^|[^\p{L}])(?:in|aus|nach|im|à|au|en|a|from|at|across)\s$/iu;

/** Words of the nation that belong to no country's names. */
const federal = /(?<!\p{L})(?:[Bb]und(?:es\p{L}*)?|[Ff]eder[ae]l\p{L}*|[Ff]éd[ée]ral\p{L}*|[Nn]a[ct]ional\p{L}*)(?!\p{L})/u;

/** "aus Hannover, wo das Innenministerium", "In Sacramento, the Senate": the part of a country whose body is meant, or null. */
export function partMeant(spot: Spot, alias: Alias, scene: Scene): string | null {
  if (!isPlainBody(spot, alias, scene)) return null;
  const { text, document } = scene;
  if (/^ (?:race|seat|candidate|primary|nominee|contest|map|hopeful)/.test(text.slice(spot.end, spot.end + 12))) return null;
  const own = scene.lexicon.countryOf(alias.entity);
  const paragraph = document.paragraphAt(spot.start);
  const place = scene
    .wordsWithin({ start: paragraph.start, end: spot.start })
    .findLast((word) => word.words.some(({ kind }) => kind === 'place'));
  if (place === undefined || !locative.test(text.slice(Math.max(0, place.start - 8), place.start))) {
    const line = datelineOf(scene);
    // Federal news is datelined in every town of America.
    const isOfPart = line?.isPart && line.country === own && scene.lexicon.header.countries[own] !== 'US';
    return isOfPart && isOfParts(spot, own, scene) && !votesWithin(scene, paragraph).has(own) ? line.detail : null;
  }
  const country = place.words.find(({ kind }) => kind === 'place')?.value as number;
  const may =
    country === own
      ? isOfParts(spot, own, scene)
      : mayHave(scene.lexicon.header.countries[country] as string, text.slice(spot.start, spot.end));
  const between = { start: place.start, end: document.sentenceAt(spot.start).end };
  const isNational = !may || votesWithin(scene, between).has(own) || federal.test(text.slice(place.end, spot.start));
  return isNational ? null : text.slice(place.start, spot.end);
}

/** Whether the parts of a country have a body of such a name, too. */
function isOfParts(spot: Spot, country: number, { text, lexicon }: Scene): boolean {
  const surface = text.slice(spot.start, spot.end);
  return ofParts[lexicon.header.countries[country] as string]?.test(surface) === true && !national.test(surface);
}

/** A body's name in Latin letters that says nothing of its country, with nothing of it beside. */
function isPlainBody(spot: Spot, alias: Alias, scene: Scene): boolean {
  return (
    scene.category(alias) === 'agency' &&
    alias.strength !== 'strong' &&
    scene.lexicon.countryOf(alias.entity) >= 0 &&
    classAt(scene.text, spot.start) === WORD &&
    countryBeside(spot, scene) === null &&
    headingOf(spot, scene)?.country !== scene.lexicon.countryOf(alias.entity)
  );
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
