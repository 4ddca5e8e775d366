/** Texts and words of other fields of life, in which a name is a van's, a horse's or a pub's. */
import { quotedName } from './bearers.ts';
import type { Range } from './document.ts';
import type { Alias } from './lexicon.ts';
import type { Scene, Spot } from './scene.ts';

/** A word of another field where the text around a spot speaks of that, and of none of the name's own; else null. */
export function otherField(spot: Spot, alias: Alias, scene: Scene): string | null {
  const category = scene.category(alias);
  const road = roadOf(spot, scene);
  if (road !== null) return road;
  const isName = quotedName(spot, scene) !== null;
  if (!isName && (alias.strength !== 'weak' || (category !== 'chip' && category !== 'company'))) return null;
  const { document } = scene;
  // A sentence about a race says little of its horses' names; the paragraph around it does.
  const ranges = isName ? [document.sentenceAt(spot.start), document.paragraphAt(spot.start)] : [document.sentenceAt(spot.start)];
  for (const range of ranges) {
    const { own, against } = leaningOf(spot, alias, range, scene);
    if (own) return null;
    if (against !== null) return !isName && isAmongItsOwn(spot, alias, scene) ? null : against;
  }
  // '블랙웰 젬스': a longer name in quotation marks, with nothing of the name's own field around it.
  return isName && category !== 'agency' && !isAmongItsOwn(spot, alias, scene) ? quotedName(spot, scene) : null;
}

/** "auf der A100", "die B200": German roads, in a text about traffic; chips are masculine or have no article. */
function roadOf(spot: Spot, scene: Scene): string | null {
  const { text, setting } = scene;
  if (!setting.language?.startsWith('de') || !/^[ABL]\d{1,3}$/.test(text.slice(spot.start, spot.end))) return null;
  const article = /(?<!\p{L})(?:die|der) $/iu.exec(text.slice(Math.max(0, spot.start - 5), spot.start));
  return article !== null && scene.firstOf(`${traffic}[^]*?${traffic}`) !== null ? article[0] + text.slice(spot.start, spot.end) : null;
}

const traffic = '(?<!\\p{L})(?:Stau|gesperrt|Sperrung|Vollsperrung|Baustelle|Autobahn|Bundesstraße|Fahrtrichtung|Umleitung)';

/** Whether a range speaks of a name's own fields, and its first word of a field against it. */
function leaningOf(spot: Spot, alias: Alias, range: Range, scene: Scene): { own: boolean; against: string | null } {
  let against: string | null = null;
  const appliances = scene.lexicon.header.fields.indexOf('appliances');
  for (const other of scene.wordsWithin(range)) {
    if (other === spot) continue;
    for (const word of other.words) {
      if (word.kind !== 'cue') continue;
      if ((alias.fields >>> word.value) & 1) return { own: true, against };
      const isAgainst = ((scene.lexicon.header.against >>> word.value) & 1) === 1;
      // Firms make vacuum cleaners, too; chips are none.
      if (isAgainst || (word.value === appliances && scene.category(alias) === 'chip'))
        against ??= scene.text.slice(other.start, other.end);
    }
  }
  return { own: false, against };
}

/** Whether a strong name of another company, chip or executive stands in the sentence: they, too, eat in restaurants. */
function isAmongItsOwn(spot: Spot, alias: Alias, scene: Scene): boolean {
  return scene
    .spotsWithin(scene.document.sentenceAt(spot.start))
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

/** A word for another kind of thing right before a name, or behind it after a comma and an article. */
export function thingBeside(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  const isThing = (other: Spot | null) => other?.words.some((word) => word.kind === 'cue' && word.value === thingField(scene)) ?? false;
  // "le café «Maison Blanche»", "l'hôtel de la Maison Blanche"
  const opening = /(?:,\s(?:the|der|die|das|le|la|el)(?=\s["“„«‘]))?\s(?:(?:de la|de l['’]|du|del|zum|zur|la) ?)?(?:["“„«‘]\s?)?$/u.exec(
    text.slice(Math.max(0, spot.start - 12), spot.start),
  );
  const before = opening && scene.spotBefore(spot.start - opening[0].length);
  if (before && isThing(before)) return text.slice(before.start, spot.end);
  const apposition =
    /^["”“»’]?\s?(?:,\s+(?:now |once |formerly )?(?:an?|the|our|my|el|la|un|una|le|l['’]|une|der|die|das|ein|eine)\s*|\s+\()/iu.exec(
      text.slice(spot.end, spot.end + 20),
    );
  if (apposition === null) return null;
  const start = spot.end + apposition[0].length;
  const clause = /^[^,.;:!?()\n]{0,40}/u.exec(text.slice(start, start + 40))?.[0] ?? '';
  const thing = scene.wordsWithin({ start, end: start + clause.length }).find(isThing);
  return thing ? text.slice(spot.start, thing.end) : null;
}

function thingField({ lexicon }: Scene): number {
  return lexicon.header.fields.indexOf('venues');
}
