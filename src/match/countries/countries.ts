/**
 * Whose body is meant: "Ministry of Commerce", 商务部, 상무부 and "Congress" are
 * names in several countries. The rules stand in order of weight, and the
 * first that decides is the evidence.
 */
import type { Evidence } from '../../shared/model.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import { datelineOf } from '../text/dateline.ts';
import type { Range } from '../text/document.ts';
import { areListed } from '../text/lists.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { type Votes, vote } from '../text/votes.ts';
import { countryBeside, headingOf, saysOwner } from './countryBeside.ts';

export interface Choice {
  alias: Alias;
  evidence: Evidence;
}

/** Other countries may be spoken of this many times as often before a text counts as theirs. */
const MINORITY = 3;

/** Services that every country has, as eastern languages and German call them: those of a country that a paragraph speaks of are seldom meant. */
const armedForce = /^(?:海军|海軍|空军|空軍|陆军|陸軍|해군|공군|육군|Armee|Marine|Luftwaffe)$/;

/** Names of more than a field and a kind that say that a body is the nation's. */
const ofNation = /^[国國]家[\u3400-\u9fff]{3,}$/;

/** How many mentions back a body is looked for. */
const FAR = 40;

/** Picks among readings that differ in country, or says nothing. */
export function chooseByCountry(spot: Spot, candidates: readonly Alias[], scene: Scene): Choice | null {
  const { lexicon, document } = scene;
  const aliases = withoutContrasted(spot, candidates, scene);
  const ofCountry = (country: number) => aliases.filter((alias) => lexicon.countryOf(alias.entity) === country);
  const decide = (rule: string, country: number, detail: string): Choice | null => {
    const fit = ofCountry(country);
    return fit.length === 1 ? { alias: fit[0] as Alias, evidence: { rule, detail } } : null;
  };
  const byKin = (rule: string, others: readonly Admitted[]): Choice | null => {
    for (const other of others) {
      if (aliases.length > 1 && !scene.isOfState(other)) continue;
      // Chips and companies have kin on both sides of the sea; a body's own people and offices are of its country.
      const country = lexicon.countryOf(other.entity);
      const fit = aliases.filter((alias) => lexicon.areKin(alias.entity, other.entity) && lexicon.countryOf(alias.entity) === country);
      if (fit.length === 1) return { alias: fit[0] as Alias, evidence: { rule, detail: scene.text.slice(other.start, other.end) } };
    }
    return null;
  };

  const [only] = aliases;
  if (aliases.length === 1 && only !== undefined && saysOwner(spot, scene))
    return { alias: only, evidence: { rule: 'country-beside', detail: scene.text.slice(spot.start, spot.end) } };

  const beside = countryBeside(spot, scene);
  if (beside !== null) return decide('country-beside', beside.country, beside.detail);

  const heading = headingOf(spot, scene);
  if (heading !== null) {
    const choice = decide('country-heading', heading.country, heading.detail);
    if (choice) return choice;
  }

  const holder = byKin('holder-beside', neighbours(spot, scene));
  if (holder) return holder;

  const listed = listedWith(spot, scene);
  if (listed !== null) {
    const choice = decide('listed-with', lexicon.countryOf(listed.entity), scene.text.slice(listed.start, listed.end));
    if (choice) return choice;
  }

  const home = lexicon.homeOf(scene.setting.language);
  const isHomeMeant = home >= 0 && ofCountry(home).length > 0;
  const asked = isHomeMeant ? askedFor(spot, scene) : null;
  if (asked !== null) {
    const choice = decide('asked', home, asked);
    if (choice) return choice;
  }

  const sentence = document.sentenceAt(spot.start);
  const paragraph = document.paragraphAt(spot.start);
  const earlier = fullerForm(spot, aliases, scene, { start: paragraph.start, end: spot.start });
  if (earlier) return { alias: earlier.alias, evidence: { rule: 'in-full-before', detail: earlier.detail } };

  const kin = byKin('kin-in-sentence', nearestFirst(withoutEmbassies(scene.admittedWithin(sentence), aliases, scene), spot));
  if (kin) return kin;

  const isElsewhere = speaksOfAnother(spot, aliases, sentence, scene);
  for (const [rule, range] of [
    ['country-in-sentence', sentence],
    ['country-in-paragraph', paragraph],
  ] as const) {
    if ((isElsewhere || armedForce.test(scene.text.slice(spot.start, spot.end))) && range === paragraph) break;
    if (range === paragraph && isAlphabetic(spot, scene)) {
      const line = datelineOf(scene);
      const choice = line && decide('dateline', line.country, line.detail);
      if (choice) return choice;
    }
    const only = onlyCountry(scene, range, aliases);
    // 財務省 on a Japanese page is Japan's, though the paragraph speaks of America once, too.
    const isPassing = isHomeMeant && !isAlphabetic(spot, scene) && range === paragraph && only?.count === 1;
    if (only !== null && !isPassing) {
      const choice = decide(rule, only.country, only.detail);
      if (choice) return choice;
    }
  }

  const again = asBefore(spot, aliases, scene);
  if (again) return again;

  // 상무부, 商務省, "Congress": where the page's own country has no such body, the body last spoken of tells.
  if (!isHomeMeant && !isElsewhere) {
    const nearest = bodyNear(spot, paragraph, scene);
    const choice = nearest && decide('body-nearby', lexicon.countryOf(nearest.entity), scene.text.slice(nearest.start, nearest.end));
    if (choice) return choice;
  }

  const full = fullerForm(spot, aliases, scene, { start: 0, end: spot.start });
  if (full) return { alias: full.alias, evidence: { rule: 'in-full-elsewhere', detail: full.detail } };

  if (isHomeMeant && isAlphabetic(spot, scene)) {
    const abroad = soleCountry(scene) ?? neighbourCountry(scene, aliases, home);
    const choice = abroad && abroad.country !== home ? decide('country-in-text', abroad.country, abroad.detail) : null;
    if (choice) return choice;
  }
  if (isHomeMeant && !(isElsewhere && armedForce.test(scene.text.slice(spot.start, spot.end)))) {
    const choice = decide('page-country', home, scene.setting.language ?? '');
    if (choice) return choice;
  }

  if (isElsewhere) return null;
  const everywhere = onlyCountry(scene, { start: 0, end: scene.text.length }, aliases) ?? mainCountry(scene, aliases);
  const choice = everywhere === null ? null : decide('country-in-text', everywhere.country, everywhere.detail);
  if (choice) return choice;
  // 國家文物局: a longer name that one nation alone has given its body.
  const surface = scene.text.slice(spot.start, spot.end);
  if (aliases.length === 1 && only !== undefined && only.strength !== 'weak' && ofNation.test(surface))
    return { alias: only, evidence: { rule: 'name', detail: surface } };
  const later = fullerForm(spot, aliases, scene, { start: spot.end, end: scene.text.length });
  return later ? { alias: later.alias, evidence: { rule: 'in-full-after', detail: later.detail } } : null;
}

/**
 * "俄罗斯副总理指示能源部": the sentence has come to a country that has no such
 * body here, so the bodies of countries around it are not meant. China and
 * America are spoken of in every text of this beat.
 */
function speaksOfAnother(spot: Spot, aliases: readonly Alias[], sentence: Range, scene: Scene): boolean {
  if (isAlphabetic(spot, scene)) return false;
  const wanted = countriesOf(aliases, scene);
  const home = scene.lexicon.homeOf(scene.setting.language);
  const said = [...votesWithin(scene, { start: sentence.start, end: spot.start }).keys()];
  return (
    !said.some((country) => wanted.has(country)) &&
    said.some((country) => country !== home && !/^(?:CN|US)$/.test(scene.lexicon.header.countries[country] ?? ''))
  );
}

/** An embassy is spoken to by its host's ministry as often as by its own. */
function isEmbassy({ entity }: Admitted, { lexicon }: Scene): boolean {
  return /^(?:Embassy|Consulate)/.test(lexicon.entityName(entity));
}

/** "Kihara said the Foreign Ministry had lodged a protest with the Chinese Embassy": where a body or official of another reading's country speaks, an embassy is whom it speaks to. */
function withoutEmbassies(mentions: readonly Admitted[], aliases: readonly Alias[], scene: Scene): Admitted[] {
  const embassies = new Set(mentions.filter((mention) => isEmbassy(mention, scene)).map(({ entity }) => scene.lexicon.countryOf(entity)));
  const wanted = countriesOf(aliases, scene);
  const speaks = (mention: Admitted) => {
    const country = scene.lexicon.countryOf(mention.entity);
    return scene.isOfState(mention) && !embassies.has(country) && wanted.has(country);
  };
  return mentions.some(speaks) ? mentions.filter((mention) => !isEmbassy(mention, scene)) : [...mentions];
}

/** Who goes on to say "China's foreign ministry" in the same sentence meant another by the bare name. */
function withoutContrasted(spot: Spot, aliases: readonly Alias[], scene: Scene): readonly Alias[] {
  const surface = scene.text.slice(spot.start, spot.end);
  const later = scene.admittedWithin({ start: spot.end, end: scene.document.sentenceAt(spot.start).end });
  // "The DOJ asked the US Department of Justice"
  const saysWhose = (start: number) =>
    /^\p{Lu}+$/u.test(surface) && scene.lexicon.glue.has(/^[\p{L}.]+/u.exec(scene.text.slice(start, start + 16))?.[0] ?? '');
  const rest = aliases.filter(
    (alias) =>
      !later.some(
        ({ entity, start, end }) =>
          entity === alias.entity && end - start > surface.length && (scene.text.endsWith(surface, end) || saysWhose(start)),
      ),
  );
  return rest.length > 0 ? rest : aliases;
}

/** "请问商务部对此有何评论": at a briefing, whoever holds it is asked, whatever other bodies the question speaks of. */
function askedFor(spot: Spot, { text }: Scene): string | null {
  const before = /(?:请问|請問)[^。？！\n]{0,4}$/.exec(text.slice(Math.max(0, spot.start - 8), spot.start));
  const after = /^(?:方面)?(?:对此|對此|就此)?(?:有何|如何|作何|怎么|怎麼)(?:评论|評論|回应|回應|看待|评价|評價|看)/.exec(
    text.slice(spot.end, spot.end + 12),
  );
  return before || after ? (before?.[0] ?? '') + text.slice(spot.start, spot.end) + (after?.[0] ?? '') : null;
}

/** The same bare name goes on meaning what it was last found to mean. */
function asBefore(spot: Spot, aliases: readonly Alias[], scene: Scene): Choice | null {
  const surface = scene.text.slice(spot.start, spot.end);
  const before = scene.sameBefore(surface, spot.start);
  const alias = aliases.find((one) => one.entity === before?.entity);
  return alias ? { alias, evidence: { rule: 'as-before', detail: surface } } : null;
}

/** Admitted mentions that stand directly before or after, with at most a short title between. */
function neighbours(spot: Spot, scene: Scene): Admitted[] {
  const list: Admitted[] = [];
  const after = scene.admittedAfter(spot.end);
  if (after !== null && after.start - spot.end <= 24 && !/[.。;；\n]/.test(scene.text.slice(spot.end, after.start))) list.push(after);
  const before = scene.admittedBefore(spot.start);
  if (before !== null && spot.start - before.end <= 24 && !/[.。;；\n]/.test(scene.text.slice(before.end, spot.start))) list.push(before);
  return list.filter((mention) => {
    const category = scene.lexicon.categoryOf(mention.entity);
    return category === 'official' || category === 'executive' || (category === 'agency' && !isEmbassy(mention, scene));
  });
}

/** A body admitted just before in the same list: 美国国务院、国防部和能源部. */
function listedWith(spot: Spot, scene: Scene): Admitted | null {
  const before = scene.admittedBefore(spot.start);
  if (before === null || scene.lexicon.categoryOf(before.entity) !== 'agency') return null;
  return areListed(before, spot, scene) ? before : null;
}

/**
 * A reading whose body stands in the range with its country said (美国国务院
 * before a bare 国务院); the nearest before the spot, else the first after it.
 */
function fullerForm(spot: Spot, aliases: readonly Alias[], scene: Scene, range: Range): { alias: Alias; detail: string } | null {
  const isBefore = range.end <= spot.start;
  let best: { alias: Alias; mention: Admitted } | null = null;
  for (const alias of aliases) {
    const mention = isBefore ? scene.fullBefore(alias.entity, spot.start) : scene.fullFrom(alias.entity, spot.end);
    if (mention === null || mention.start < range.start || mention.end > range.end) continue;
    if (best === null || (isBefore ? mention.start > best.mention.start : mention.start < best.mention.start)) best = { alias, mention };
  }
  return best && { alias: best.alias, detail: scene.text.slice(best.mention.start, best.mention.end) };
}

/** The body or official named last before a spot, else the first in its paragraph. */
function bodyNear(spot: Spot, paragraph: Range, scene: Scene): Admitted | null {
  let before = scene.admittedBefore(spot.start);
  for (let steps = 0; before !== null && steps < FAR; steps++) {
    if (before.end <= spot.start && scene.isOfState(before)) return before;
    before = scene.admittedBefore(before.start);
  }
  return scene.admittedWithin({ start: spot.end, end: paragraph.end }).find((mention) => scene.isOfState(mention)) ?? null;
}

/** The one country among those of the readings that words and bodies in a range point to, or null. */
function onlyCountry(scene: Scene, range: Range, aliases: readonly Alias[]): { country: number; detail: string; count: number } | null {
  const votes = votesWithin(scene, range);
  const wanted = countriesOf(aliases, scene);
  const [only, ...others] = [...votes].filter(([country]) => wanted.has(country));
  const strangers = [...votes].filter(([country]) => !wanted.has(country)).map(([, vote]) => vote.count);
  return only && others.length === 0 && MINORITY * only[1].count >= Math.max(0, ...strangers) ? { country: only[0], ...only[1] } : null;
}

/** The country that the text as a whole speaks of at least three times as often as of any other reading's. */
function mainCountry(scene: Scene, aliases: readonly Alias[]): { country: number; detail: string } | null {
  const wanted = countriesOf(aliases, scene);
  const ranked = [...votesWithin(scene, { start: 0, end: scene.text.length })].sort((a, b) => b[1].count - a[1].count);
  const [first] = ranked;
  const second = ranked.slice(1).find(([country]) => wanted.has(country));
  return first && wanted.has(first[0]) && first[1].count >= 3 * (second?.[1].count ?? 0)
    ? { country: first[0], detail: first[1].detail }
    : null;
}

/** The only country that a text's words and bodies speak of, or speak of ten times as often as of all others: its own chambers and ministries are meant. */
function soleCountry(scene: Scene): { country: number; detail: string } | null {
  const [first, ...others] = [...scene.votes].sort((a, b) => b[1].count - a[1].count);
  const rest = others.reduce((sum, [, { count }]) => sum + count, 0);
  return first && first[1].count >= Math.max(3, 10 * rest) ? { country: first[0], detail: first[1].detail } : null;
}

/** Of a language's several countries, one with such a body that the text speaks of far more often than of the first: Austria, Mexico. */
function neighbourCountry(scene: Scene, aliases: readonly Alias[], home: number): { country: number; detail: string } | null {
  const main = mainCountry(scene, aliases);
  const count = (country: number) => scene.votes.get(country)?.count ?? 0;
  return main !== null && count(main.country) >= Math.max(3, MINORITY * count(home)) ? main : null;
}

/** Chinese, Korean and Japanese pages say 美国国务院 when they do not mean their own. */
function isAlphabetic(spot: Spot, { text }: Scene): boolean {
  return classAt(text, spot.start) === WORD;
}

function countriesOf(aliases: readonly Alias[], scene: Scene): Set<number> {
  return new Set(aliases.map((alias) => scene.lexicon.countryOf(alias.entity)));
}

/** How often words and bodies in a range speak of each country. */
export function votesWithin(scene: Scene, range: Range): Votes {
  if (range.start === 0 && range.end === scene.text.length) return scene.votes;
  const votes: Votes = new Map();
  for (const spot of scene.wordsWithin(range))
    for (const word of spot.words) if (word.kind === 'country') vote(votes, word.value, scene.text.slice(spot.start, spot.end));
  for (const mention of scene.admittedWithin(range))
    if (scene.isOfState(mention)) vote(votes, scene.lexicon.countryOf(mention.entity), scene.text.slice(mention.start, mention.end));
  return votes;
}

function nearestFirst(mentions: Admitted[], spot: Spot): Admitted[] {
  const distance = (mention: Admitted) => (mention.end <= spot.start ? spot.start - mention.end : mention.start - spot.end);
  return mentions.toSorted((a, b) => distance(a) - distance(b));
}
