/**
 * Private people who bear the name of an official or an executive, as Chinese,
 * Japanese and Korean texts tell of them: 厨师叫林佳龍, 董军老人, 王毅——团里的丑角.
 */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, HANGUL, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { isTransliterated } from './transliteration.ts';

/** Somebody is called so: a name that news need not explain is not brought in like this. */
const called = /(?:名叫|叫做|叫|本名|名字是|名为|名為|姓)$/;

/** 姓孙，叫孙业礼: the family name, and then the whole one. */
const calledInFull = /姓([\u3400-\u9fff]{1,2})[，,]\s?(?:名)?叫$/;

/** How far behind a Korean name, in UTF-16 units, its bearer's post is looked for. */
const LONGEST_POST = 44;

/** 卖窗帘的, 住巷口的, 食堂を営む: what private people live from and where they do. */
const lives =
  /(?:(?:[卖賣](?![台国國])|[种種](?![族种種])|[养養]|[摆擺](?!脱|脫)|住)[\u3400-\u9fff]{1,6}的|営む|経営する|勤める|切り盛りする|暮らす|栽培する)$/;

/** 老板 of a shop; of the 老板 of Nvidia the sentence names the firm. */
const ownsShop = /老[板闆]娘?$/;

/** 今年中三, 念小六: the school year that somebody is in. */
const schoolYear = /^(?:今年|正[读讀]|就[读讀]|念|唸|升[读讀])[小中高大初][一二三四五六]/;

/** ——团里的丑角——: what somebody is, set between dashes or brackets behind the name. */
const aside = /^(?:——|──|—|（)([^—─（）\n]{1,10})(?:——|──|—|）)/;

/** What the bearer of the name at an offset lives from, or where; else null. */
export function livingBefore(text: string, offset: number): string | null {
  return lives.exec(text.slice(Math.max(0, offset - 8), offset))?.[0] ?? null;
}

/** The words that say that a name is a private person's; else null. */
export function strangerOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text } = scene;
  if (classAt(text, spot.start) === WORD) return null;
  const surface = text.slice(spot.start, spot.end);
  const before = text.slice(Math.max(0, spot.start - 8), spot.start);
  const inFull = calledInFull.exec(before);
  if (inFull !== null && surface.startsWith(inFull[1] as string)) return inFull[0] + surface;
  const verb = called.exec(before);
  if (verb !== null) {
    const calling = isWord(scene.spotBefore(spot.start - verb[0].length), 'calling-before');
    if (calling || (/[叫名]/.test(verb[0]) && !isForeign(surface) && !scene.namesKin(spot, alias.entity))) return verb[0] + surface;
  }
  if (ownsShop.test(before) && !scene.namesKin(spot, alias.entity)) return `${ownsShop.exec(before)?.[0]}${surface}`;
  const living = livingBefore(text, spot.start);
  if (living !== null && !isTransliterated(spot, alias, scene) && !scene.namesKin(spot, alias.entity)) return living + surface;
  const after = text.slice(spot.end, spot.end + 16);
  const year = schoolYear.exec(after);
  if (year !== null) return surface + year[0];
  const explained = aside.exec(after);
  if (explained !== null) {
    const end = spot.end + explained[0].length;
    const calling = scene.wordsWithin({ start: spot.end, end }).at(-1) ?? null;
    if (isWord(calling, 'calling-before') && !/[\u3400-\u9fff가-힣]/.test(text[calling?.end ?? 0] ?? '')) return surface + explained[0];
  }
  const post = koreanPost(spot, alias, scene);
  if (post !== null) return post;
  const behind = scene.spotAfter(spot.end);
  const isBehind = isWord(behind, 'calling-behind') && !scene.namesKin(spot, alias.entity);
  return isBehind ? text.slice(spot.start, behind?.end) : null;
}

/** 김민석 해운대구 관광팀장: up to three words without particles and the post that they go with. */
const humbleBehind =
  /^(?: (?!전 |현 |정부|행정부|내각|캠프)[가-힣A-Za-z\d·]{1,12}(?<![은는을를])){0,3} ?[가-힣]{0,12}(?:팀장|과장|계장|반장|이장|통장|동장|면장|읍장|점장|지회장|지부장|조합장|교장|교감|교사|교수|주무관|사무관|경위|경감|소방위|시의원|도의원|군의원|구의원|코치|감독|선수|작가|기자|앵커|아나운서|셰프)(?=[\s,.·(]|[은는이가을를와과도의]\s|$)/;

/** Posts that executives have and officials have not. */
const ofBusiness =
  /^(?: (?!전 |현 |정부|행정부|내각|캠프)[가-힣A-Za-z\d·]{1,12}(?<![은는을를])){0,2} ?[가-힣]{0,12}(?:회장|사장|상무|전무|대표이사)(?=[\s,.·(]|[은는이가을를와과도의]\s|$)/;

/** The post of a namesake, a few words behind the name in Korean, where none of them is an office; else null. */
function koreanPost(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text } = scene;
  if (classAt(text, spot.start) !== HANGUL || alias.part !== 'whole') return null;
  const after = text.slice(spot.end, spot.end + LONGEST_POST);
  const post = humbleBehind.exec(after) ?? (scene.category(alias) === 'official' ? ofBusiness.exec(after) : null);
  if (post === null || scene.namesKin(spot, alias.entity)) return null;
  const isOffice = scene.wordsWithin({ start: spot.end, end: spot.end + post[0].length }).some((word) => isWord(word, 'title-after'));
  return isOffice ? null : text.slice(spot.start, spot.end) + post[0];
}

/** Names that are spelt by their sound have dots between their parts, or are kana. */
function isForeign(surface: string): boolean {
  return /[·・\u3040-\u30ff]/.test(surface);
}
