/**
 * Later mentions of people: a surname or a first name points back to a name
 * that stands in full in the same text, and to nothing else.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { isCommonFirstName, wordFirstNames, wordSurnames } from '../people/commonNames.ts';
import { lastBefore, listOf } from '../text/ordered.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { vetoOf } from '../vetoes/vetoes.ts';
import { admitByTitle, byKin, byTopic } from './loneSurnames.ts';
import { isOpen, isPart, surfaceOf } from './partsOfNames.ts';

/** Binds parts of people's names to the people named in full. */
export function bindNames(scene: Scene): void {
  const loose = scene.spots.filter((spot) => spot.aliases.some(isPart) && !scene.isTaken(spot));
  const strangersCalled = strangersAmong(loose, scene);
  const waiting: { spot: Spot; aliases: Alias[] }[] = [];
  const unnamed: { spot: Spot; parts: Alias[] }[] = [];
  for (const spot of loose) {
    // Most first names and frequent surnames of a text are nobody's in the pack: whether anything speaks against them is asked last.
    const parts = spot.aliases.filter(isPart);
    const possessor = possessorOf(spot, scene);
    if (possessor !== null) {
      const own = parts.filter(
        (alias) => alias.part === 'surname' && scene.lexicon.areKin(alias.entity, possessor.entity) && isOpen(spot, alias, scene),
      );
      if (own.length === 1) admitOf(possessor, spot, own[0] as Alias, scene);
      continue;
    }
    const named = parts.filter((alias) => scene.isNamedInFull(alias.entity) && isOpen(spot, alias, scene));
    if (named.length > 0) {
      waiting.push({ spot, aliases: named });
      continue;
    }
    if (!admitByTitle(spot, parts, scene)) unnamed.push({ spot, parts });
  }
  scene.settle();
  for (const { spot, parts } of unnamed) {
    const mention = byKin(spot, parts, scene) ?? byTopic(spot, parts, scene);
    if (mention !== null && strangersCalled(surfaceOf(spot, scene)).length === 0) scene.admit(mention);
  }
  scene.settle();
  for (const { spot, aliases } of waiting) {
    const choice = nearest(spot, aliases, strangersCalled(surfaceOf(spot, scene)), scene);
    if (choice === null) continue;
    const detail = scene.text.slice(choice.mention.start, choice.mention.end);
    scene.admit({
      start: spot.start,
      end: spot.end,
      entity: choice.alias.entity,
      full: false,
      evidence: { rule: choice.alias.part, detail },
    });
  }
}

/** Where some parts of names are somebody else's, by how they are written; looked at once, when first asked for. */
function strangersAmong(spots: readonly Spot[], scene: Scene): (surface: string) => readonly number[] {
  const bySurface = new Map<string, Spot[]>();
  for (const spot of spots) listOf(bySurface, surfaceOf(spot, scene)).push(spot);
  const known = new Map<string, number[]>();
  const isStranger = (spot: Spot) =>
    spot.aliases.some((alias) => isPart(alias) && otherBearers.has(vetoOf({ spot, alias }, scene)?.rule ?? ''));
  return (surface) => {
    const before = known.get(surface);
    if (before !== undefined) return before;
    const places = listOf(bySurface, surface)
      .filter(isStranger)
      .map(({ start }) => start);
    known.set(surface, places);
    return places;
  };
}

/** The company or body in "Nvidia's Huang" and "the Bank of England's Bailey": of several bearers, its own is meant. */
function possessorOf(spot: Spot, scene: Scene): Admitted | null {
  const before = scene.admittedBefore(spot.start);
  const category = before && scene.lexicon.categoryOf(before.entity);
  return (category === 'company' || category === 'agency') && /^['’]s?\s$/.test(scene.text.slice(before?.end, spot.start)) ? before : null;
}

function admitOf(possessor: Admitted, spot: Spot, { entity }: Alias, scene: Scene): void {
  const detail = scene.text.slice(possessor.start, possessor.end);
  scene.admit({ start: spot.start, end: spot.end, entity, full: false, evidence: { rule: 'kin-beside', detail } });
}

/** Vetoes that say that a name is another's. */
const otherBearers = new Set(['namesake', 'another-bearer', 'calling']);

/** The person whose full name stands nearest before (else after), unless a namesake stands nearer. */
function nearest(
  spot: Spot,
  aliases: readonly Alias[],
  strangers: readonly number[],
  scene: Scene,
): { alias: Alias; mention: Admitted } | null {
  let best: { alias: Alias; mention: Admitted } | null = null;
  const isBetter = (mention: Admitted) => {
    if (best === null) return true;
    const before = mention.start < spot.start;
    const bestBefore = best.mention.start < spot.start;
    if (before !== bestBefore) return before;
    return before ? mention.start > best.mention.start : mention.start < best.mention.start;
  };
  for (const alias of aliases) {
    for (const mention of [scene.fullBefore(alias.entity, spot.start), scene.fullFrom(alias.entity, spot.start)]) {
      if (mention === null) continue;
      // A first name alone only points back, and is no word of its own.
      const isAhead = mention.start > spot.start && !answersTo(spot, mention, scene);
      if (alias.part === 'given' && (isAhead || opensSentence(spot, scene) || isSomebodyElse(spot, mention, scene))) continue;
      if (alias.part === 'surname' && isPlainWord(spot, scene)) continue;
      if (isBetter(mention)) best = { alias, mention };
    }
  }
  const chosen = best as { alias: Alias; mention: Admitted } | null;
  if (chosen === null) return null;
  // "The real David Lammy" tells that those before him were others.
  if (chosen.mention.start > spot.start && isRealOne(chosen.mention, scene)) return null;
  // "The elder Lutnick" announces the one who is named next.
  const isAnnounced = /\b(?:elder|older|senior) $/.test(scene.text.slice(Math.max(0, spot.start - 8), spot.start));
  const stranger = lastBefore(strangers, spot.start);
  const isStrangerNearer =
    (stranger !== null && (stranger > chosen.mention.start || (!isAnnounced && chosen.mention.start > spot.start))) ||
    // A headline names whom the text below it names first.
    (!isAnnounced && (lastBefore(strangers, chosen.mention.start) ?? 0) > spot.start) ||
    (!isAnnounced && scene.otherBefore(spot, chosen.alias.entity) !== null);
  return isStrangerNearer ? null : chosen;
}

/** Whether a full name is set against namesakes: "the real David Lammy", „der echte Friedrich Merz“. */
function isRealOne({ start }: Admitted, { text }: Scene): boolean {
  return /(?<!\p{L})(?:real|actual|famous|echten?|richtigen?|vrai|vraie|véritable|verdader[oa]|auténtic[oa]) $/u.test(
    text.slice(Math.max(0, start - 14), start),
  );
}

/** "will", "Mark", "May" open sentences as words. */
function opensSentence(spot: Spot, scene: Scene): boolean {
  return (
    scene.text.slice(scene.document.sentenceAt(spot.start).start, spot.start).trim() === '' &&
    wordFirstNames.has(scene.text.slice(spot.start, spot.end))
  );
}

/** "Thanks. Lisa, could you …", and then a line that begins "Lisa Su: …": who is asked by the first name answers. */
function answersTo(spot: Spot, mention: Admitted, { text, document }: Scene): boolean {
  return (
    mention.start - spot.end < ANSWER &&
    /^[,.?!]/.test(text.slice(spot.end, spot.end + 1)) &&
    text[mention.end] === ':' &&
    document.paragraphAt(mention.start).start === mention.start
  );
}

/** How soon, in UTF-16 units, somebody who is asked begins to answer. */
const ANSWER = 600;

/** "Anne and Joe argue": a frequent first name beside another, or far from the full one, is anybody's. */
function isSomebodyElse(spot: Spot, mention: Admitted, scene: Scene): boolean {
  const { text } = scene;
  if (!isCommonFirstName(text.slice(spot.start, spot.end))) return false;
  if (spot.start - mention.end > FAR) return true;
  return (
    /\p{Lu}\p{Ll}+,? (?:and|&) $/u.test(text.slice(Math.max(0, spot.start - 24), spot.start)) ||
    /^ (?:and|&) \p{Lu}\p{Ll}/u.test(text.slice(spot.end, spot.end + 8))
  );
}

/** How far behind a full name, in UTF-16 units, a frequent first name may stand alone. */
const FAR = 1500;

/** "Banks that lend", "Rounds of talks": a surname that is a word, at the head of a sentence, must do what people do. */
function isPlainWord(spot: Spot, scene: Scene): boolean {
  return (
    wordSurnames.has(scene.text.slice(spot.start, spot.end)) &&
    scene.text.slice(scene.document.sentenceAt(spot.start).start, spot.start).trim() === '' &&
    !/^(?:['’]s\b|,|\s+(?:also\s+)?(?:said|says|called|told|asked|agreed|wrote|replied|argued|has|had|was|is|will|would|did|declined|noted|added|urged|warned|praised|criticized|criticised|introduced|voted|met|led|resumes|gavels|opens|opened|closes|closed|recesses|yields|yielded|interrupts|interrupted|thanks|thanked|turns|turned|presses|pressed|recognizes|recognised|ends|ended|begins|began|concedes|conceded|asks|notes|reads|adjourns|adjourned|insists|insisted|wants|wanted|did|plans|sponsored|posted|responded|and)\b)/.test(
      scene.text.slice(spot.end, spot.end + 24),
    )
  );
}
