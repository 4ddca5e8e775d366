/** What stands right beside a name and proves it: its kin, a title, its like in a list, its long form before a bracket. */
import type { Evidence } from '../../shared/model.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { isCommonName } from '../people/commonNames.ts';
import { isAddressedPlainly } from '../people/privatePersons.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import { anyJoint, areListed, enumeration, neighbourInList } from '../text/lists.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { isTopic } from './cues.ts';

/** "the Bureau of Industry and Security (BIS)": the entity's name ends where the bracket opens. */
export function introducedBy(spot: Spot, alias: Alias, scene: Scene): string | null {
  const opening = /\s*[(（]["'“]?$/.exec(scene.text.slice(Math.max(0, spot.start - 4), spot.start));
  if (!opening) return null;
  const before = scene.admittedBefore(spot.start);
  return before !== null && before.entity === alias.entity && before.end === spot.start - opening[0].length
    ? scene.text.slice(before.start, spot.end)
    : null;
}

/** A kindred mention right beside: Nvidia Blackwell, 国务院总理李强. */
export function kinBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || !scene.lexicon.areKin(alias.entity, other.entity)) continue;
    const between = other.end <= spot.start ? scene.text.slice(other.end, spot.start) : scene.text.slice(spot.end, other.start);
    if (between.length <= 12 && !/[.。;；\n]/.test(between))
      return { rule: 'kin-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** A kindred mention in a person's sentence tells which of two central bankers of one name is meant, before any title does. */
export function kinInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  const kin = scene.kinWithin(scene.document.sentenceAt(spot.start), alias.entity);
  return kin ? { rule: 'kin-in-sentence', detail: scene.text.slice(kin.start, kin.end) } : null;
}

/** Companies name each other in lists: 英特尔和超威, "Nvidia, Intel and Micron". */
export function listedBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company') return null;
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || scene.lexicon.categoryOf(other.entity) !== 'company') continue;
    if (areListed(spot, other, scene)) return { rule: 'listed-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** 華碩、廣達 among other makers: short names of companies in a row prove each other where the text is about their trade. */
export function companiesListed(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company' || !isTopic(scene, alias)) return null;
  for (const other of [neighbourInList(spot, -1, scene, enumeration), neighbourInList(spot, 1, scene, enumeration)])
    if (other?.aliases.some((one) => one.entity !== alias.entity && scene.category(one) === 'company'))
      return { rule: 'listed-beside', detail: scene.text.slice(other.start, other.end) };
  return null;
}

/** A title right before or after a person's name: Secretary Bessent, 러트닉 장관, (R-Texas). */
export function titleBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  const before = scene.spotBefore(spot.start);
  if (isWord(before, 'title-before')) return { rule: 'title-beside', detail: scene.text.slice(before.start, spot.end) };
  // "el primer ministro, Li Qiang"
  const surface = scene.text.slice(spot.start, spot.end);
  const apart = surface.includes(' ') && !isCommonName(surface) && scene.text.startsWith(', ', spot.start - 2);
  const holder = apart ? scene.spotBefore(spot.start - 2) : null;
  if (isWord(holder, 'title-before') && article.test(scene.text.slice(Math.max(0, holder.start - 5), holder.start)))
    return { rule: 'title-beside', detail: scene.text.slice(holder.start, spot.end) };
  const after = isAddressedPlainly(spot, scene) ? null : titleBehind(spot, scene);
  if (after !== null) return { rule: 'title-beside', detail: scene.text.slice(spot.start, after.end) };
  const party = /^,?\s*[(（]?[RD]-[A-Z][\p{L}.]+/u.exec(scene.text.slice(spot.end, spot.end + 24));
  return party && category === 'official' ? { rule: 'title-beside', detail: party[0].trim() } : null;
}

/** What stands before the title of somebody whose name follows behind a comma. */
const article = /(?<!\p{L})(?:the|der|die|el|la|le) $/iu;

/** The title right behind a name, with the country or the word for a former one before it: 푸틴 러시아 대통령, ウォーシュ元理事. */
function titleBehind(spot: Spot, scene: Scene): Spot | null {
  const next = scene.spotAfter(spot.end);
  const country = isWord(next, 'country') && classAt(scene.text, spot.end - 1) !== WORD ? next : null;
  if (isWord(next, 'title-after')) return next;
  const former = /^(?:元|前| 전 | 前 |[駐驻][\u3400-\u9fffァ-ー]{1,6}?(?=総領事|总领事|總領事|大使|公使))/.exec(
    scene.text.slice(spot.end, spot.end + 12),
  );
  const between = former ? spot.end + former[0].length : country?.end;
  const title = between === undefined ? null : scene.spotAfter(between);
  return isWord(title, 'title-after') ? title : null;
}

/** "Commerce, State, Energy and Defense": bare names of departments in a row are departments. */
export function departmentsListed(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'agency' || !/^\p{Lu}\p{Ll}+$/u.test(scene.text.slice(spot.start, spot.end))) return null;
  const country = scene.lexicon.countryOf(alias.entity);
  const row = [spot];
  for (const step of [-1, 1] as const) {
    for (let at = spot; ; ) {
      const next = neighbourInList(at, step, scene, anyJoint);
      if (next === null || !next.aliases.some((one) => scene.category(one) === 'agency' && scene.lexicon.countryOf(one.entity) === country))
        break;
      row.push(next);
      at = next;
    }
  }
  const others = row.filter((other) => other !== spot);
  const admitted = others.some(({ start, end }) => scene.admittedWithin({ start, end }).length > 0);
  return row.length >= 3 || admitted
    ? { rule: 'listed-beside', detail: others.map(({ start, end }) => scene.text.slice(start, end)).join(', ') }
    : null;
}
