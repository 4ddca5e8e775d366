/**
 * Text to mentions. One pass spots every name and every word that serves as
 * evidence; then strong names are admitted, weak ones are proved by what was
 * admitted and by the words around them, and later mentions are bound.
 */
import { detectLanguage } from '../shared/language.ts';
import type { ArticleText, Mention } from '../shared/model.ts';
import { bindNames } from './coreference/coreference.ts';
import { type Choice, chooseByCountry } from './countries/countries.ts';
import { type CountryBeside, countryBeside, headingOf } from './countries/countryBeside.ts';
import { awayFrom, settingOf } from './countries/whereabouts.ts';
import { evidenceFor } from './evidence/evidence.ts';
import { bindIntroduced } from './evidence/introductions.ts';
import { fieldOf } from './evidence/knownBearers.ts';
import { type Alias, type Lexicon, strengths } from './lexicon/lexicon.ts';
import { namesWithInitial } from './people/middleInitials.ts';
import { bindSurnames } from './people/surnames.ts';
import { datelineOf } from './text/dateline.ts';
import { type Admitted, Scene } from './text/scene.ts';
import { isWord, type Spot } from './text/spots.ts';
import { vetoOf } from './vetoes/vetoes.ts';

/** Weak names prove each other, so they are looked at again; words alone prove nothing before the names have had their turn. */
const ROUNDS = 3;

/** Mentions in an article's text, in order, not overlapping, each with the evidence that admitted it. */
export function match(article: ArticleText, lexicon: Lexicon): Mention[] {
  const scene = new Scene(lexicon, article.text, { language: article.language ?? detectLanguage(article.text) });
  const undecided: { spot: Spot; aliases: Alias[] }[] = [];
  const shared: { spot: Spot; alias: Alias }[] = [];
  for (const spot of [...namesWithInitial(scene), ...scene.spots]) {
    if (spot.aliases.length === 0) continue;
    if (spot.aliases.every((alias) => alias.strength === 'weak') && isWord(spot, 'decoy')) continue;
    const aliases = spot.aliases.filter((alias) => alias.part === 'whole' && mayBe(spot, alias, scene));
    if (aliases.length === 0) continue;
    const only = soleReading(spot, aliases, scene);
    if (only?.strength !== 'strong' || isPerson(only, scene)) undecided.push({ spot, aliases });
    else if (mayBeShared(spot, only, scene)) shared.push({ spot, alias: only });
    else admitByName(scene, spot, only);
  }
  const isShared = ({ start, end }: Spot) => scene.hasOther(article.text.slice(start, end));
  for (const { spot, alias } of shared) if (!isShared(spot)) admitByName(scene, spot, alias);
  // People named in full tell whose bodies stand around them, so they come first.
  let open = undecided.filter(({ spot, aliases }) => {
    const only = aliases.length === 1 ? (aliases[0] as Alias) : null;
    return only?.strength !== 'strong' || !isPerson(only, scene) || !decide(scene, spot, aliases, false);
  });
  for (const { spot, alias } of shared) if (isShared(spot) && !isOther(spot, alias, scene)) admitByName(scene, spot, alias);
  scene.settle();
  for (let round = 0; round < ROUNDS && open.length > 0; round++)
    open = open.filter(({ spot, aliases }) => !decide(scene, spot, aliases, round > 0));
  bindIntroduced(scene);
  bindNames(scene);
  // Surnames bound last may be what a short name of a body waited for: "Bessent said the Treasury".
  scene.settle();
  for (const { spot, aliases } of open) if (!scene.isTaken(spot)) decide(scene, spot, aliases, true);
  bindSurnames(scene);
  return scene.admitted.map(({ start, end, entity, evidence }) => ({
    start,
    end,
    entity: lexicon.entityId(entity),
    name: lexicon.entityName(entity),
    category: lexicon.categoryOf(entity),
    evidence: [evidence],
  }));
}

/**
 * The only reading of a spot, or null. Of an abbreviation that all know for one
 * country's body and others share (DOJ), it is that one's but where the text is
 * set in one of theirs.
 */
function soleReading(spot: Spot, aliases: readonly Alias[], scene: Scene): Alias | null {
  if (aliases.length === 1) return aliases[0] as Alias;
  if (!/^\p{Lu}{3,6}$/u.test(scene.text.slice(spot.start, spot.end))) return null;
  const [known, ...others] = aliases.toSorted((a, b) => strengths.indexOf(b.strength) - strengths.indexOf(a.strength));
  if (known?.strength !== 'strong' || !aliases.every((alias) => scene.category(alias) === 'agency')) return null;
  const home = datelineOf(scene)?.country;
  return others.some((alias) => alias.strength === 'strong' || scene.lexicon.countryOf(alias.entity) === home) ? null : known;
}

/** Whether a body's own name may be the park's or pub's that the text has named, or, in a headline, that it goes on to name. */
function mayBeShared({ start, end }: Spot, alias: Alias, scene: Scene): boolean {
  return scene.category(alias) === 'agency' && (end <= scene.document.headlineEnd || scene.hasOther(scene.text.slice(start, end)));
}

function admitByName(scene: Scene, spot: Spot, alias: Alias): void {
  admit(scene, spot, alias, true, { rule: 'name', detail: scene.text.slice(spot.start, spot.end) });
}

/** Whether nothing speaks against a reading; what is somebody's or something's else is noted, so that it is so when it comes again. */
function mayBe(spot: Spot, alias: Alias, scene: Scene): boolean {
  const veto = vetoOf({ spot, alias }, scene);
  if (veto === null) return true;
  if (otherBearers.has(veto.rule) || (veto.rule === 'other-field' && scene.category(alias) === 'chip')) {
    scene.noteOther(spot);
    // After "Chris Wright of Marlow Securities", Wright is that one.
    const surname = isPerson(alias, scene) ? / \p{L}+$/u.exec(scene.text.slice(spot.start, spot.end)) : null;
    if (surname !== null) scene.noteOther({ start: spot.end - surname[0].length + 1, end: spot.end });
  }
  // A pub called the White House is no sign of politics.
  if (veto.rule === 'another-thing') spot.words.length = 0;
  return false;
}

/** Vetoes that say that a name is another's. */
const otherBearers = new Set([
  'namesake',
  'another-bearer',
  'another-thing',
  'lent-name',
  'of-the-past',
  'calling',
  'part-of-country',
  'longer-word',
  'party',
  'club',
  'as-place',
]);

/** Tries to admit one of a spot's readings, on the word of names and, where allowed, of cues; false leaves it open. */
function decide(scene: Scene, spot: Spot, readings: readonly Alias[], byCues: boolean): boolean {
  const beside = countryBeside(spot, scene);
  // A text set in Manila means its own Senate, and one that has come to Hannover the ministries there.
  const away = awayFrom(spot, beside, scene);
  const aliases = readings.filter((alias) => !isOther(spot, alias, scene) && !isOfAnother(alias, beside, scene) && away(alias) === null);
  const namesake = inFull(spot, aliases, scene);
  if (namesake !== null) {
    admit(scene, spot, namesake, true, { rule: 'full-name', detail: scene.lexicon.entityName(namesake.entity) });
    return true;
  }
  const bodies = aliases.filter((alias) => scene.category(alias) === 'agency');
  if (bodies.length > 0 && bodies.every((alias) => scene.lexicon.countryOf(alias.entity) >= 0)) {
    const sole = bodies.length === 1 ? (bodies[0] as Alias) : null;
    const evidence = sole?.strength === 'weak' && beside === null ? evidenceFor(spot, sole, scene) : null;
    // Words alone prove a name of one country's body only where the data names them; relatives prove any.
    if (sole !== null && evidence !== null && (sole.cued || (weightOf(evidence.rule) >= 2 && isLatin(spot, scene)))) {
      admit(scene, spot, sole, true, evidence);
      return true;
    }
    const candidates = needsProof(spot, readings, scene)
      ? bodies.filter(
          (alias) =>
            evidenceFor(spot, alias, scene) !== null ||
            beside !== null ||
            headingOf(spot, scene) !== null ||
            isAtHome(spot, alias, scene) ||
            datelineOf(scene)?.country === scene.lexicon.countryOf(alias.entity) ||
            hasSources(spot, alias, scene),
        )
      : bodies;
    const choice = candidates.length > 0 ? chooseByCountry(spot, candidates, scene) : null;
    if (choice !== null) {
      admit(scene, spot, choice.alias, isFull(spot, choice.alias, scene), choice.evidence);
      return true;
    }
    if (bodies.length === aliases.length) return false;
  }
  const proved = aliases.flatMap((alias) => {
    const evidence = alias.strength === 'strong' ? fieldOf(alias, scene, spot) : evidenceFor(spot, alias, scene);
    return evidence === null ? [] : [{ alias, evidence }];
  });
  // Two readings proved alike are none; relatives outweigh titles, and these mere words.
  const best = Math.max(...proved.map(({ evidence }) => weightOf(evidence.rule)));
  const [first, ...others] = proved.filter(({ evidence }) => weightOf(evidence.rule) === best);
  // Two countries' lists of one name: whose is meant shows as it does with bodies.
  const choice = first !== undefined && others.length > 0 ? ofCountry(spot, [first, ...others], scene) : null;
  if (choice !== null) {
    admit(scene, spot, choice.alias, true, choice.evidence);
    return true;
  }
  if (first === undefined || others.length > 0 || (best < 1 && !byCues)) return false;
  admit(scene, spot, first.alias, first.alias.part === 'whole', first.evidence);
  return true;
}

/** Of a bureau and a bank with one abbreviation, the one whose full name stands last before it, or alone anywhere. */
function inFull(spot: Spot, aliases: readonly Alias[], scene: Scene): Alias | null {
  if (new Set(aliases.map((alias) => scene.category(alias))).size < 2) return null;
  const named = aliases.filter((alias) => scene.isNamedInFull(alias.entity));
  if (named.length < 2) return named[0] ?? null;
  const place = (alias: Alias) => scene.fullBefore(alias.entity, spot.start)?.start ?? -1;
  const [last, next] = named.toSorted((a, b) => place(b) - place(a)) as [Alias, Alias];
  return place(last) > place(next) ? last : null;
}

/** After "Uwe Merz" or "the Colorado Senate", a bare Merz or Senate is that one, unless the text has named ours or its kin. */
function isOther(spot: Spot, alias: Alias, scene: Scene): boolean {
  const isOwn = alias.strength === 'strong' && scene.category(alias) !== 'agency' && !isTransliteratedSurname(spot, alias, scene);
  const other = isOwn ? null : scene.otherBefore(spot, alias.entity);
  if (other === null) return false;
  // In the paragraph of the other one, kin elsewhere in the text says nothing.
  if (isPerson(alias, scene) || scene.kinOf(alias.entity) === null) return true;
  // In a text on an observatory of her name, Rubin is the chip only beside its kin.
  if (scene.category(alias) === 'chip') return scene.kinWithin(scene.document.sentenceAt(spot.start), alias.entity) === null;
  if (scene.category(alias) !== 'agency' || other < scene.document.paragraphAt(spot.start).start) return false;
  // "le parc de Bercy … Roland Lescure l'a dit à Bercy"
  if (scene.kinWithin(scene.document.sentenceAt(spot.start), alias.entity) !== null) return false;
  // "the Pentagon, a furniture shop … the Pentagon in Washington"
  return countryBeside(spot, scene)?.country !== scene.lexicon.countryOf(alias.entity);
}

/** 盧比歐 alone may be the painter whom the text has named. */
function isTransliteratedSurname(spot: Spot, alias: Alias, scene: Scene): boolean {
  return isPerson(alias, scene) && /^[\u3040-\u30ff\u3400-\u9fff]+$/.test(scene.text.slice(spot.start, spot.end));
}

/** 印度 BIS: a short name beside another country's is not ours. */
function isOfAnother(alias: Alias, beside: CountryBeside | null, scene: Scene): boolean {
  const own = scene.lexicon.countryOf(alias.entity);
  return alias.strength === 'weak' && beside !== null && own >= 0 && own !== beside.country && scene.category(alias) === 'agency';
}

/** The reading whose country the text speaks of, where rules of several countries share a name. */
function ofCountry(spot: Spot, proved: readonly { alias: Alias }[], scene: Scene): Choice | null {
  const rules = proved.map(({ alias }) => alias);
  return rules.every((alias) => scene.category(alias) === 'policy' && scene.lexicon.countryOf(alias.entity) >= 0)
    ? chooseByCountry(spot, rules, scene)
    : null;
}

/** How many bodies, officials and rules of a country make a text in English one about its politics. */
const POLITICS = 3;

/** Bodies that no other thing is called like: parliaments, and abbreviations. */
const atHomeInEnglish = /^(?:Senate|Congress|Parliament|\p{Lu}{3,})$/u;

/** In German, French and Spanish articles on a country's politics its "Senat" and "Congreso" need no more proof. */
function isAtHome(spot: Spot, alias: Alias, scene: Scene): boolean {
  const country = scene.lexicon.countryOf(alias.entity);
  if (/^(?:de|fr|es)/.test(scene.setting.language ?? '')) return scene.stateOf(country, 2) !== null;
  // English is spoken in many countries: a text must be set in one for its Senate to be meant, and speak of no university's.
  if (!atHomeInEnglish.test(scene.text.slice(spot.start, spot.end)) || scene.speaksOfElse(scene.document.paragraphAt(spot.start)))
    return false;
  return scene.stateOf(country, POLITICS) !== null && settingOf(scene)?.country === country;
}

/** Who and what a department has. */
const behindOwner =
  /^ (?:sources?|officials?|insiders?|spokes\p{L}+|aides?|civil servants?|modell?ing|forecasts?|figures|analys[ei]s|advice|estimates|documents|papers|briefings?)(?!\p{L})/u;

/** "A Treasury source", "to the Treasury" in a text that names a body or official of its country. */
function hasSources(spot: Spot, alias: Alias, scene: Scene): boolean {
  const surface = scene.text.slice(spot.start, spot.end);
  const after = scene.text.slice(spot.end, spot.end + 16);
  const isBody = /^(?:Treasury|Commerce)$/.test(surface) && behindOwner.test(after);
  const isTheTreasury =
    surface === 'Treasury' &&
    /(?<!\p{L})[Tt]he $/u.test(scene.text.slice(Math.max(0, spot.start - 5), spot.start)) &&
    behindBody.test(after);
  return (isBody || isTheTreasury) && scene.stateOf(scene.lexicon.countryOf(alias.entity), 1) !== null;
}

/** What follows a body that is spoken of, and not a bond, a market or a pattern of its name. */
const behindBody =
  /^(?:['’]s\b|[.,;:)?!]|\s(?:and|or|to|for|on|in|at|by|with|from|as|if|when|that|which|who|but|over|about|after|before|under|later|earlier|this|last|next|has|had|is|was|will|would|said|says)\b)/;

/** How much a rule's evidence says for one of several readings. */
function weightOf(rule: string): number {
  // A word nearby says more than one further off.
  if (rule.startsWith('cue-')) return Math.max(0, ['cue-in-text', 'cue-in-paragraph', 'cue-in-sentence'].indexOf(rule)) / 4;
  if (rule === 'title-beside' || rule === 'described-beside' || rule === 'name') return 1;
  if (rule.endsWith('-in-text')) return 2;
  if (rule.includes('-in-')) return 3;
  return rule.endsWith('-beside') ? 5 : 4;
}

/** Weak names of bodies that are common words or abbreviations need more than a country. */
function needsProof(spot: Spot, readings: readonly Alias[], scene: Scene): boolean {
  const surface = scene.text.slice(spot.start, spot.end);
  return (
    readings.every((alias) => alias.strength === 'weak' || scene.category(alias) !== 'agency') &&
    /^[\p{Lu}\p{Ll}&.]+$/u.test(surface) &&
    !surface.includes(' ')
  );
}

/** A body's name is full when it says more than a word, or its country; then shorter forms may point to it. */
function isFull(spot: Spot, alias: Alias, scene: Scene): boolean {
  return alias.strength !== 'weak' || countryBeside(spot, scene) !== null;
}

/** Han and Hangul short names of bodies are common to several countries, whoever stands near. */
function isLatin(spot: Spot, { text }: Scene): boolean {
  return /^[\p{Script=Latin}\s.&'’-]+$/u.test(text.slice(spot.start, spot.end));
}

function isPerson(alias: Alias, scene: Scene): boolean {
  const category = scene.category(alias);
  return category === 'official' || category === 'executive';
}

/** Admits a reading; a country's sign in front of a body's name belongs to the mention. */
function admit(scene: Scene, spot: Spot, alias: Alias, full: boolean, evidence: Admitted['evidence']): void {
  const beside = scene.category(alias) === 'agency' ? countryBeside(spot, scene) : null;
  // Unless it is the end of another name: 改革法外務省.
  const before = scene.spotBefore(spot.start);
  const isFree = beside !== null && (before === null || before.aliases.length === 0 || before.end <= beside.start);
  const start = isFree && beside.country === scene.lexicon.countryOf(alias.entity) ? beside.start : spot.start;
  scene.admit({ start, end: spot.end, entity: alias.entity, full, evidence });
}
