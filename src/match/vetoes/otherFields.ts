/** Texts and words of other fields of life, in which a name is a van's, a horse's or a pub's. */

import type { Alias } from '../lexicon/lexicon.ts';
import { quotedName } from '../people/bearers.ts';
import { classAt, HAN } from '../spotting/fold.ts';
import type { Range } from '../text/document.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** A word of another field where the text around a spot speaks of that, and of none of the name's own; else null. */
export function otherField(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  const elsewhere = roadOf(spot, scene) ?? otherSense(spot, alias, scene);
  if (elsewhere !== null) return elsewhere;
  // “连沙特财政部都救不了”: a body's own name with words on both sides stands in a sentence.
  const isSentence = category === 'agency' && alias.strength === 'strong' && classAt(scene.text, spot.start - 1) === HAN;
  const isName = !isSentence && quotedName(spot, scene) !== null;
  if (!isName && (alias.strength !== 'weak' || (category !== 'chip' && category !== 'company'))) return null;
  const { document } = scene;
  // A sentence about a race or a painter says little of its horses' and pictures' names; the paragraph around it does.
  const isWide = isName || category === 'chip';
  const ranges = isWide ? [document.sentenceAt(spot.start), document.paragraphAt(spot.start)] : [document.sentenceAt(spot.start)];
  for (const range of ranges) {
    const { own, against } = leaningOf(spot, alias, range, scene);
    if (own) return null;
    if (against !== null) return !isName && isAmongItsOwn(range, alias, scene) ? null : against;
  }
  // '블랙웰 젬스': a longer name in quotation marks, with nothing of the name's own field around it.
  return isName && category !== 'agency' && !isAmongItsOwn(document.sentenceAt(spot.start), alias, scene) ? quotedName(spot, scene) : null;
}

/** What a firm has, makes and is. */
const ofFirm =
  /^(?:公司|集团|集團|科技|股份|股价|股價|手机|手機|汽车|汽車|电脑|電腦|员工|員工|董事|创始人|創始人|創辦人|执行长|執行長|CEO|官方|官网|官網|财报|財報)/;

/** So many words of a field make a text one of it; so many times as many as of the name's own outweigh a firm in the sentence. */
const SENSE_WORDS = 3;

/** 小米 in a text about harvests, 甲骨文 among finds: a name that is a word of the field that the sentence or the text speaks of. */
function otherSense(spot: Spot, alias: Alias, scene: Scene): string | null {
  const field = scene.lexicon.header.senses[scene.text.slice(spot.start, spot.end)];
  if (field === undefined || alias.strength !== 'weak' || ofFirm.test(scene.text.slice(spot.end, spot.end + 3))) return null;
  const sentence = scene.document.sentenceAt(spot.start);
  const isAmongFirms = isAmongItsOwn(sentence, alias, scene);
  const said = scene.tally(field);
  const own = scene.tally(alias.fields).distinct.size;
  const isText = said.distinct.size >= SENSE_WORDS && said.distinct.size > (isAmongFirms ? SENSE_WORDS * own : own);
  const { first } = isText ? said : { first: [] };
  const word = first[0] ?? (isAmongFirms ? undefined : mostlyOf(field, alias, sentence, scene));
  return word ? scene.text.slice(word.start, word.end) : null;
}

/** The first word of a field in a range that holds more of its words than of a name's own. */
function mostlyOf(field: number, alias: Alias, range: Range, scene: Scene): Spot | undefined {
  const among = (fields: number) =>
    scene.wordsWithin(range).filter(({ words }) => words.some(({ kind, value }) => kind === 'cue' && ((fields >>> value) & 1) === 1));
  const said = among(field);
  return said.length > among(alias.fields).length ? said[0] : undefined;
}

/** "auf der A100", "the B300, which is closed": roads, in a text about traffic; German chips are masculine or have no article. */
function roadOf(spot: Spot, scene: Scene): string | null {
  const { text, setting } = scene;
  if (!/^[ABLM]\d{1,4}$/.test(text.slice(spot.start, spot.end))) return null;
  const article = /(?<!\p{L})(?:die|der|the) $/iu.exec(text.slice(Math.max(0, spot.start - 5), spot.start))?.[0];
  if (article === undefined) return null;
  const isRoad = /^the/i.test(article)
    ? isOfTraffic(text, scene.document.paragraphAt(spot.start))
    : setting.language?.startsWith('de') && scene.firstOf(`${germanTraffic}[^]*?${germanTraffic}`) !== null;
  return isRoad ? article + text.slice(spot.start, spot.end) : null;
}

const germanTraffic = '(?<!\\p{L})(?:Stau|gesperrt|Sperrung|Vollsperrung|Baustelle|Autobahn|Bundesstraße|Fahrtrichtung|Umleitung)';

/** Words of traffic alone. */
const englishTraffic =
  /\b(?:road clos(?:ed|ures?)|roadworks|resurfac(?:ed|ing)|carriageways?|roundabouts?|lane closures?|temporary traffic lights|[Dd]iversions? (?:by|via|along|is|are)|tailbacks?|lay-by)\b/i;

function isOfTraffic(text: string, { start, end }: Range): boolean {
  return englishTraffic.test(text.slice(start, end));
}

/** Fields that speak against chips alone: firms make vacuum cleaners and cameras, too. */
const madeByFirms = new Set(['appliances', 'cameras']);

/** Whether a range speaks of a name's own fields, and its first word of a field against it. */
function leaningOf(spot: Spot, alias: Alias, range: Range, scene: Scene): { own: boolean; against: string | null } {
  let against: string | null = null;
  const surface = scene.text.slice(spot.start, spot.end);
  const isChip = scene.category(alias) === 'chip';
  for (const other of scene.wordsWithin(range)) {
    if (other === spot) continue;
    for (const word of other.words) {
      // Where Edward Hopper is spoken of, Hopper is he.
      if (word.kind === 'decoy' && scene.text.slice(other.start, other.end).endsWith(` ${surface}`))
        against ??= scene.text.slice(other.start, other.end);
      if (word.kind !== 'cue') continue;
      if ((alias.fields >>> word.value) & 1) return { own: true, against };
      const isAgainst = ((scene.lexicon.header.against >>> word.value) & 1) === 1;
      if (isAgainst || (isChip && madeByFirms.has(scene.lexicon.header.fields[word.value] as string)))
        against ??= scene.text.slice(other.start, other.end);
    }
  }
  return { own: false, against };
}

/** Whether a strong name of another company, chip or executive stands in a range: they, too, eat in restaurants. */
function isAmongItsOwn(range: Range, alias: Alias, scene: Scene): boolean {
  return scene
    .spotsWithin(range)
    .some((other) =>
      other.aliases.some(
        (one) =>
          one.strength === 'strong' &&
          one.part === 'whole' &&
          one.entity !== alias.entity &&
          ['chip', 'company', 'executive'].includes(scene.category(one)),
      ),
    );
}
