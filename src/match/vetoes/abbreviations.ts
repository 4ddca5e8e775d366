/**
 * Abbreviations whose long form a text gives itself: in the Bureau of Indian
 * Standards (BIS), BIS is neither an American bureau nor a bank in Basel.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** A long form, and where it stands. */
interface LongForm {
  start: number;
  end: number;
  words: string[];
  /** Whether it is the name of an entity, for those that were asked about. */
  names: Map<number, boolean>;
}

/** How much of a text beside an abbreviation is looked at for its long form, in UTF-16 units. */
const NEAR = 120;

/** Capitals of the longest abbreviation. */
const LONGEST_SHORT = 7;

const known = new WeakMap<Scene, Map<string, LongForm>>();

/** The long form that a text gives for an abbreviation, where it is of something else than a reading's entity; else null. */
export function isForeignAbbreviation(spot: Spot, alias: Alias, scene: Scene): string | null {
  const short = scene.text.slice(spot.start, spot.end);
  if (!/^\p{Lu}{2,7}$/u.test(short)) return null;
  const found = known.get(scene) ?? longForms(scene);
  known.set(scene, found);
  const long = found.get(short);
  // Names in other languages share no words with the English ones: there a strong abbreviation is believed.
  if (long === undefined || (alias.strength === 'strong' && !isEnglish(scene))) return null;
  const own = new Set(scene.lexicon.entityName(alias.entity).toLowerCase().split(/\W+/));
  const shared = long.words.filter((word) => own.has(word.toLowerCase())).length;
  if (shared * 2 > long.words.length) return null;
  return isNamedBy(long, short, alias, scene) ? null : scene.text.slice(long.start, long.end);
}

/** Whether a long form is an entity's own name; looked up once, for a text may hold its abbreviation any number of times. */
function isNamedBy(long: LongForm, short: string, { entity }: Alias, scene: Scene): boolean {
  const before = long.names.get(entity);
  if (before !== undefined) return before;
  // A description in eastern signs may stand for a name that the text gives elsewhere.
  const isAnywhere = long.words.length === 0;
  const near = isAnywhere ? scene.spots : scene.spotsWithin({ start: long.start - NEAR, end: long.end + NEAR });
  const isName = near.some(
    ({ start, end, aliases }) =>
      (isAnywhere ? end - start !== short.length : start < long.end && end > long.start) &&
      aliases.some((one) => one.entity === entity && one.part === 'whole'),
  );
  long.names.set(entity, isName);
  return isName;
}

function isEnglish({ setting }: Scene): boolean {
  return setting.language?.startsWith('en') ?? false;
}

/** Every long form of a text. */
function longForms(scene: Scene): Map<string, LongForm> {
  const found = isEnglish(scene) ? spelledOut(scene.text) : new Map<string, LongForm>();
  collectCapitals(scene.text, found);
  collectEastern(scene.text, found);
  return found;
}

/** 受控功能发布（CFR）: of a name in eastern signs, its last one stands for all of it. */
function collectEastern(text: string, found: Map<string, LongForm>): void {
  for (const { 0: all, 1: short = '', index } of text.matchAll(/[\u3040-\u9fff가-힣]\s?[(（](\p{Lu}{2,7})(?=[)）·,，、])/gu)) {
    if (!found.has(short)) found.set(short, { start: index, end: index + all.indexOf(short), words: [], names: new Map() });
  }
  for (const { 0: opened, index } of text.matchAll(/[A-Z]{2,7}[(（]/g)) {
    const start = index + opened.length;
    const short = opened.slice(0, -1);
    const long = easternLongForm.exec(text.slice(start, start + LONGEST_EASTERN + 1))?.[1];
    if (long === undefined || found.has(short) || classAt(text, index - 1) === WORD) continue;
    found.set(short, { start, end: start + long.length, words: [], names: new Map() });
  }
}

/** Longest long form in eastern signs, in UTF-16 units. */
const LONGEST_EASTERN = 30;

/** FDA（フジドリームエアラインズ）: a long word in katakana, or one that ends as names of bodies and firms do. */
const easternLongForm =
  /^([\u30a0-\u30ff]{5,30}|[\u3040-\u9fff가-힣][^()（）\n]{1,28}(?:協会|学会|機構|会社|航空|大学|研究所|委員会|協議会|연구소|협회|학회|위원회|공사|协会|学会|公司|大学|机构|銀行|银行))[)）]/u;

/** "Xxx of Yyy Zzz (XYZ)", "Xxx of Yyy Zzz, or XYZ," and "XYZ, or xxx yyy zzz": the first long form of each abbreviation. */
function collectCapitals(text: string, found: Map<string, LongForm>): void {
  for (const match of text.matchAll(/[(（](?<=\s.)["“]?(\p{Lu}{2,7})["”]?[)）]|, or (\p{Lu}{2,7})(?=[,.])/gu)) {
    const short = (match[1] ?? match[2]) as string;
    if (found.has(short)) continue;
    const end = match[1] === undefined ? match.index : match.index - 1;
    const before = text.slice(Math.max(0, end - NEAR), end);
    const run = capitalised.exec(before)?.[0];
    const all = run?.split(/\s/) ?? [];
    // The shortest run of words whose capitals spell the abbreviation.
    for (let from = all.length - 1; from >= 0; from--) {
      const words = all.slice(from).filter((word) => /^\p{Lu}/u.test(word));
      if (words.map((word) => word[0]).join('') !== short || words[0] !== all[from]) continue;
      const length = all.slice(from).join(' ').length;
      found.set(short, { start: end - length, end, words, names: new Map() });
      break;
    }
  }
}

/** Words with capitals, and the small ones between them. */
const capitalised =
  /(?:\p{Lu}[\p{L}.’'-]*|of|and|for|the|on|in|&|de|del|la|las|los|des|du|et|y|und|für|der)(?:\s(?:\p{Lu}[\p{L}.’'-]*|of|and|for|the|on|in|&|de|del|la|las|los|des|du|et|y|und|für|der))*$/u;

/** Long forms in small letters, a word for each letter: "age-related macular degeneration (AMD)", "the EAR, or effective annual rate". */
function spelledOut(text: string): Map<string, LongForm> {
  const found = new Map<string, LongForm>();
  const note = (short: string, words: string[], start: number) => {
    const isSpelled = words.length === short.length && words.every((word, index) => word[0] === short[index]?.toLowerCase());
    if (isSpelled && !found.has(short)) found.set(short, { start, end: start + words.join(' ').length, words, names: new Map() });
  };
  for (const { 0: link, index } of text.matchAll(/, (?:or|short for) /g)) {
    const short = /\b\p{Lu}{2,7}$/u.exec(text.slice(Math.max(0, index - LONGEST_SHORT - 1), index))?.[0];
    if (short === undefined) continue;
    const start = index + link.length;
    const words = text.slice(start, start + NEAR).split(/[^\p{L}-]/u, short.length);
    note(short, words, start);
  }
  for (const { 1: short = '', index } of text.matchAll(/[(（](?<= .)(\p{Lu}{2,7})[)）]/gu)) {
    const end = index - 1;
    const words = text
      .slice(Math.max(0, end - NEAR), end)
      .split(' ')
      .slice(-short.length);
    note(short, words, end - words.join(' ').length);
  }
  return found;
}
