/** Whether somebody who bears an official's or executive's full name is the one whom the pack knows by it. */
import type { Evidence } from '../../shared/model.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { ageAfter, easternAgeBefore } from '../people/ages.ts';
import { isCommonName } from '../people/commonNames.ts';
import { isAddressedPlainly, privatePerson } from '../people/privatePersons.ts';
import { isTransliterated } from '../people/transliteration.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { kinBeside, titleBeside } from './beside.ts';
import { cueWithin } from './cues.ts';

/** How much behind a name, in UTF-16 units, is read as what is said of its bearer. */
const LONGEST_CLAUSE = 70;

/**
 * Whether a text has anything to do with the field of a strong name. Full
 * names of people are shared by others, so a text without a word of politics
 * (or, for executives, of their trade) is not about them.
 */
export function fieldOf(alias: Alias, scene: Scene, self: Spot): Evidence | null {
  const surface = scene.text.slice(self.start, self.end);
  // 罗伯特·加西亚 is Robert Garcia.
  const written = /^\p{Script=Latin}/u.test(surface) ? surface : scene.lexicon.entityName(alias.entity);
  if (isCommonName(written)) return bearerKnown(self, alias, scene);
  if (
    isAddressedPlainly(self, scene) ||
    privatePerson(self, alias, scene) !== null ||
    isAtPlay(self, alias, scene) ||
    isOldVillager(self, alias, scene)
  )
    return knownByKin(self, alias, scene);
  const word = [...scene.tally(alias.fields).first, ...scene.titles].find((spot) => spot.end <= self.start || spot.start >= self.end);
  if (word) return { rule: 'name', detail: scene.text.slice(word.start, word.end) };
  for (const entity of scene.entities) if (entity !== alias.entity) return { rule: 'name', detail: scene.lexicon.entityName(entity) };
  return null;
}

/** 卢比奥 in a sentence on basketball: a foreign name without the first one, amid words of sport and none of its bearer's field. */
function isAtPlay(self: Spot, alias: Alias, scene: Scene): boolean {
  if (!isTransliterated(self, alias, scene) || /[·・]/.test(scene.text.slice(self.start, self.end))) return false;
  const fields = scene
    .wordsWithin(scene.document.sentenceAt(self.start))
    .flatMap(({ words }) => words.filter(({ kind }) => kind === 'cue'));
  const sport = scene.lexicon.header.fields.indexOf('sport');
  const isSport = fields.some(({ value }) => value === sport) && !fields.some(({ value }) => ((alias.fields >>> value) & 1) === 1);
  return isSport && titleBeside(self, alias, scene) === null;
}

/** 八十一岁的王毅 without an office: news gives ages of people whom nobody knows. */
function isOldVillager(self: Spot, alias: Alias, scene: Scene): boolean {
  if (easternAgeBefore(scene.text, self.start) === null || isTransliterated(self, alias, scene)) return false;
  return titleBeside(self, alias, scene) === null;
}

/** What shows that somebody who is spoken of as private people are is the known bearer of the name after all. */
function knownByKin(self: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.isNamedInFull(alias.entity)) return { rule: 'full-name', detail: scene.lexicon.entityName(alias.entity) };
  const kin = scene.kinOf(alias.entity);
  if (kin !== null) return { rule: 'kin-in-text', detail: scene.text.slice(kin.start, kin.end) };
  const age = ageAfter(scene.text, self.end);
  const start = self.end + (age?.length ?? 0);
  const clause = age && /^, [^,.;\n]{3,60}/.exec(scene.text.slice(start, start + LONGEST_CLAUSE));
  if (clause !== null && office.test(clause[0])) return { rule: 'described-beside', detail: clause[0] };
  const described = apposition(self, alias, scene);
  return described === null ? null : { rule: 'described-beside', detail: described };
}

/** What those are who are in the news at any age. */
const office =
  /(?<!\p{L})(?:secretary|ambassador|senator|(?:prime )?minister|chancellor|president|premier|governor|speaker|lawmaker|congress(?:wo)?man|founder|co-founder|chair(?:man|woman)?|chief executive|CEO|\p{L}*[Mm]inister(?:in)?|\p{L}*kanzler(?:in)?|\p{L}*[Pp]räsident(?:in)?|\p{L}*-Chef(?:in)?|Gründer(?:in)?|ministre|président(?:e)?|sénat(?:eur|rice)|fondat(?:eur|rice)|PDG|ministr[oa]|president[ea]|fundador(?:a)?|consejer[oa] delegad[oa])(?!\p{L})/u;

/** Thousands are called Mike Johnson: a title, a body or person of theirs, or a body of their state in the paragraph says which one is meant. */
export function bearerKnown(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const title = kinBeside(spot, alias, scene) ?? titleBeside(spot, alias, scene);
  if (title !== null) return title;
  const kin = scene.kinOf(alias.entity);
  if (kin !== null) return { rule: 'kin-in-text', detail: scene.text.slice(kin.start, kin.end) };
  if (privatePerson(spot, alias, scene) !== null) return null;
  const country = scene.lexicon.countryOf(alias.entity);
  const state = scene
    .admittedWithin(scene.document.paragraphAt(spot.start))
    .find((mention) => mention.entity !== alias.entity && scene.isOfState(mention) && scene.lexicon.countryOf(mention.entity) === country);
  if (state) return { rule: 'country-in-paragraph', detail: scene.text.slice(state.start, state.end) };
  const surname = scene.text.slice(spot.start, spot.end).split(' ')[1];
  const titled = scene.firstOf(
    `(?:Sens?\\.|Reps?\\.|Senator|Representative|Congress(?:wo)?man|Secretary|Speaker|Justice|Ambassador) ${surname}\\b`,
  );
  if (titled !== null) return { rule: 'title-beside', detail: scene.text.slice(titled.start, titled.end) };
  // "the state's junior senator, Dan Sullivan"
  const apart = /\b(?:senator|congress(?:wo)?man|secretary|speaker|ambassador), $/.exec(
    scene.text.slice(Math.max(0, spot.start - 20), spot.start),
  );
  if (apart !== null) return { rule: 'title-beside', detail: apart[0] };
  const described = apposition(spot, alias, scene);
  return described === null ? null : { rule: 'described-beside', detail: described };
}

/** ", an Illinois Democrat," or ", the House speaker": a word of the name's fields in what is set behind it. */
function apposition(spot: Spot, alias: Alias, scene: Scene): string | null {
  const clause = /^, (?:an?|the|who|its|whose|chair|head|el|la|un|una|le|une|der|die|ein|eine) [^,.;\n]{3,60}/.exec(
    scene.text.slice(spot.end, spot.end + LONGEST_CLAUSE),
  );
  return clause === null ? null : cueWithin(spot, alias, scene, { start: spot.end, end: spot.end + clause[0].length });
}
