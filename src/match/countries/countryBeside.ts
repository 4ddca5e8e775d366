/** Whose a body is by what stands beside its name, or over its paragraph: U.S. Treasury, 中国商务部, "Ministry of Commerce of China". */
import { classAt, HAN, HANGUL, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

export interface CountryBeside {
  country: number;
  /** Where the mention begins if the country's sign belongs to it (U.S. Treasury, 中国商务部), else the spot's own start. */
  start: number;
  detail: string;
}

/** The longest sign that may stand in front of a body's name, in units. */
const LONGEST_GLUE = 14;

/** The country whose name or adjective stands directly beside a spot, or null. */
export function countryBeside(spot: Spot, scene: Scene): CountryBeside | null {
  return glueBefore(spot, scene) ?? wordBeside(spot, scene);
}

/** "China's Foreign Ministry" as a name says itself whose it is. */
export function saysOwner({ start, end }: Spot, { text }: Scene): boolean {
  return /^\p{Lu}[\p{L} .]*['’]s \p{Lu}/u.test(text.slice(start, end));
}

/** The country that opens a spot's paragraph as its heading: "• Brasil. …", "*USA II.* …", "CANADA. …", 伦敦——…, ■ 인도=…. */
export function headingOf(spot: Spot, scene: Scene): { country: number; detail: string } | null {
  const { start, end } = scene.document.paragraphAt(spot.start);
  const head = /^[•*▽▶◎■●【\s–-]*([^.:：。\n—＝=｜|】]{2,24})(?:[.:：*＝=｜|】]|——)/u.exec(
    scene.text.slice(start, Math.min(end, start + 36)),
  );
  if (head === null) return null;
  const from = start + head[0].indexOf(head[1] as string);
  const word = countryOf(scene.spotAfter(from));
  const rest = word === null ? '' : scene.text.slice(word.spot.end, from + (head[1] as string).length);
  return word !== null && word.spot.start === from && /^(?:\s?(?:[IV]+|\(bis\)|\d))?$/.test(rest)
    ? { country: word.country, detail: head[1] as string }
    : null;
}

function glueBefore(spot: Spot, { text, lexicon }: Scene): CountryBeside | null {
  let end = spot.start;
  const unit = text.charCodeAt(end - 1);
  const spaced = unit === 0x20 || unit === 0xa0;
  if (spaced) end--;
  for (let length = Math.min(LONGEST_GLUE, end); length > 0; length--) {
    const form = text.slice(end - length, end);
    const index = lexicon.glue.get(form);
    if (index === undefined) continue;
    const own = classAt(form, 0);
    const before = classAt(text, end - length - 1);
    // A Latin or Korean sign is a word of its own; a Latin one needs a space or hyphen after it.
    if ((own === WORD || own === HANGUL) && own === before) continue;
    if (own === WORD && !spaced && !form.endsWith('-')) continue;
    // 美 상무부: in Korean headlines the sign stands apart.
    if (own !== WORD && own !== HANGUL && spaced && classAt(text, spot.start) !== HANGUL) continue;
    // 17일 국세청, 5日商务部, 近日外交部, 其中商务部: the sign closes a date or another word.
    if (length === 1 && closesWord(form, text.slice(Math.max(0, end - 2), end - 1))) continue;
    // 执法公安部 is no French body: a sign of one unit counts where that country has a body of the name.
    if (length === 1 && own === HAN && !spot.aliases.some((alias) => lexicon.countryOf(alias.entity) === index)) continue;
    return { country: index, start: end - length, detail: text.slice(end - length, spot.end) };
  }
  return null;
}

/** Whether a sign of one unit is the end of a date or of a word that has nothing to do with the country. */
function closesWord(sign: string, before: string): boolean {
  if (/[\d\p{Nd}]/u.test(before)) return true;
  if (sign === '日') return /[近今昨同当當本翌前周週次即每连連某一二三四五六七八九十]/.test(before);
  return sign === '中' && /[\u3400-\u9fff]/.test(before) && !/[据據与與和向对對在让讓由被称稱]/.test(before);
}

function wordBeside(spot: Spot, scene: Scene): CountryBeside | null {
  const { text } = scene;
  // "China's", "China’s powerful", "Chinese", 中国の, 중국의, "der chinesischen"
  const gap = /(?:['’]s?\s+(?:\p{Ll}+\s+){0,2}|의\s+|の|的|\s+)$/u.exec(text.slice(Math.max(0, spot.start - 40), spot.start));
  // "Israels Armee": German sets its genitive without an apostrophe.
  const genitive = scene.setting.language?.startsWith('de') ? /s\s+$/.exec(text.slice(Math.max(0, spot.start - 3), spot.start)) : null;
  const before =
    countryOf(scene.spotBefore(gap ? spot.start - gap[0].length : spot.start)) ??
    (genitive && countryOf(scene.spotBefore(spot.start - genitive[0].length)));
  if (before !== null) return { country: before.country, start: spot.start, detail: text.slice(before.spot.start, spot.end) };
  // "of China", "of the People's Republic of China", "in Beijing", "(India)"; in French and Spanish "chinois" follows.
  const link = /^\s+(?:of|in|for|von|de|del|du|des|d['’]|en|der)\s+(?:the\s+|la\s+|los\s+|las\s+|les\s+|l['’])?|^\s*[(（]|^\s+/u.exec(
    text.slice(spot.end, spot.end + 24),
  );
  if (link === null) return null;
  const plain = /^\s+$/.test(link[0]);
  if (plain && !/^(?:fr|es|it|pt)/.test(scene.setting.language ?? '')) return null;
  const after = countryOf(scene.spotAfter(spot.end + link[0].length));
  return after === null ? null : { country: after.country, start: spot.start, detail: text.slice(spot.start, after.spot.end) };
}

function countryOf(spot: Spot | null): { spot: Spot; country: number } | null {
  const word = spot?.words.find((one) => one.kind === 'country');
  return spot && word ? { spot, country: word.value } : null;
}
