/** Pubs, boats, games and shops under a body's, a firm's or a chip's name, as the words around it say. */
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

/** How much of what is said of a name is read, in UTF-16 units. */
const LONGEST_CLAUSE = 40;

/** What may follow the head of "a yacht from Kiel", "une péniche de location". */
const behindHead =
  /^(?:["”»’)]|\s?[,.;:!?)\n–—-]|\s(?:in|of|at|on|by|for|from|near|off|that|which|where|who|with|named|called|owned|is|was|bei|an|am|auf|im|aus|mit|von|vom|und|zu|für|das|der|die|de|du|des|à|au|aux|en|sur|dans|pour|qui|où|con|que|del|al|para|donde|sin|y|et|and|est|es)(?!\p{L})|\s?d['’]|$)/u;

/** Before the word for a thing: "le café «Maison Blanche»", "l'hôtel de la Maison Blanche". */
const joined = /(?:,\s(?:the|der|die|das|le|la|el)(?=\s["“„«‘]))?\s(?:(?:de la|de l['’]|du|del|[Zz]um|[Zz]ur|la) ?)?(?:["“„«‘]\s?)?$/u;

/** „Zum Weißen Haus“, « Au Sénat »: a preposition and a name, and nothing more, in quotation marks are what a house is called. */
const houseBefore = /["“„«‘]\s?(?:Zum|Zur|Zu den|Im|Am|Au|Aux|Chez|À la|À l['’]|Al) (?:[\p{Ll}]+[en] )?$/u;
const houseAfter = /^\s?["”“»’]/;

/** Opens what is said of a name right behind it: ", a", " – un", " (". */
const apposition =
  /^["”“»’]?\s?(?:,\s+(?:now |once |formerly |so heißt |so hieß )?|\s+[–—]\s+(?:so heißt |so hieß )?|\s+(?=\())((?:an?|the|our|my|el|la|un|una|le|une|der|die|das|ein|eine)\s+|l['’]|\()?/iu;

/** "is a pub", "es una discoteca", with a town before it or a remark. */
const predicate =
  /^(?: (?:de|in|von|à) \p{Lu}\p{L}+)?(?:, [^,.;:\n]{3,30},)? (?:is|was|es|era|est|était|ist|war) (?:an?|une?|una|eine?|die|der|das) /u;

/** "a shop called the", „ein Lokal namens“, with the word for the thing before it. */
const called =
  /(?:called|named|namens|mit (?:dem )?Namen|nommée?|appelée?|baptisée?|llamad[oa]|de nombre)\s+(?:the |das |die |der |la |le |el )?["“„«]?\s?$/;
const LONGEST_CALL = 60;
const LONGEST_LINK = 24;

/** Who gives a name to something of theirs: "nom que se donne la tribune". */
const giver =
  /^["”»]?,? (?:[–—] )?\(?(?:nom que se donne|nom que se donnent|nombre que se da|so nennt sich|as (?:the )?[\p{Ll}' ’]{3,30} call )/u;

/** The word that makes something else of a name, with what lies between; else null. */
export function thingBeside(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  const opening = joined.exec(text.slice(Math.max(0, spot.start - 12), spot.start));
  const house = houseAfter.test(text.slice(spot.end, spot.end + 2))
    ? houseBefore.exec(text.slice(Math.max(0, spot.start - 24), spot.start))
    : null;
  if (house !== null) return house[0] + text.slice(spot.start, spot.end);
  const before = opening && scene.spotBefore(spot.start - opening[0].length);
  if (before && isThing(before, scene)) return text.slice(before.start, spot.end);
  const given = giver.exec(text.slice(spot.end, spot.end + LONGEST_CALL));
  if (given !== null) return text.slice(spot.start, spot.end) + given[0];
  return thingCalled(spot, scene) ?? described(spot, scene);
}

/** "Lagarde, a tug": what a bare surname is, as what is said behind it tells; else null. */
export function described(spot: Spot, scene: Scene): string | null {
  const rest = scene.text.slice(spot.end, spot.end + LONGEST_CALL);
  const thing = headBehind(spot.end, apposition.exec(rest), scene) ?? headBehind(spot.end, predicate.exec(rest), scene);
  return thing ? scene.text.slice(spot.start, thing.end) : null;
}

/** The word for a thing that heads the clause behind an opening; without an article it begins the clause. */
function headBehind(from: number, opening: RegExpExecArray | null, scene: Scene): Spot | null {
  if (opening === null) return null;
  const isBare = opening.length > 1 && opening[1] === undefined;
  const start = from + opening[0].length;
  const clause = /^[^,.;:!?()\n–—]{0,40}/u.exec(scene.text.slice(start, start + LONGEST_CLAUSE))?.[0] ?? '';
  const isHead = (word: Spot) => behindHead.test(scene.text.slice(word.end, word.end + 8));
  return (
    scene
      .wordsWithin({ start, end: start + clause.length })
      .find((word) => isThing(word, scene) && (!isBare || word.start === start) && isHead(word)) ?? null
  );
}

function thingCalled(spot: Spot, scene: Scene): string | null {
  const words = called.exec(scene.text.slice(Math.max(0, spot.start - LONGEST_LINK), spot.start));
  if (words === null) return null;
  const start = Math.max(scene.document.sentenceAt(spot.start).start, spot.start - LONGEST_CALL);
  const thing = scene.wordsWithin({ start, end: spot.start - words[0].length }).find((other) => isThing(other, scene));
  return thing ? scene.text.slice(thing.start, spot.end) : null;
}

function isThing(spot: Spot, { lexicon }: Scene): boolean {
  return isWord(spot, 'cue', lexicon.header.fields.indexOf('venues'));
}
