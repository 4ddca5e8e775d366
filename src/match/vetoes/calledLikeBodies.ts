/**
 * Shops, teams, plays and parts of firms that are called like a body in
 * Chinese, Japanese and Korean texts, and bodies of states that are gone:
 * 叫“国防部”的球队, 洋食店「ホワイトハウス」, 酒店集团的商务部, 苏联国防部.
 */
import { classAt, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

const opening = '「『“‘《"\'';
const closing = '」』”’》"\'';

/** What calls something by the name in quotation marks behind it; who renames a body (改叫, 更名为) means the body. */
const naming =
  /(?:(?<![改更命新])(?:名叫|名为|名為|取名|起名|店名|队名|隊名|自称|自稱|戏称|戲稱|叫做|叫作|叫|姓)|招牌上?[写寫]?[着著]?|[门門]牌上?[写寫]?[着著]?|[一二三两兩几幾那这這][间間家支])$/;

/** What says, behind closing quotation marks, that these hold what something is called; names may stand in a row. */
const calledSo =
  /^(?:[」』”’"']?[、,，]?\s?[「『“‘"'][^「『“‘"'」』”’\n]{1,12})*[」』”’"']?(?:という(?:名の|店|題|タイトル|芝居|劇|曲|バンド|チーム|屋号|愛称)|と名付け|のシール|のステッカー|の看板|の暖簾|のれん|(?<=[」』”’"'])(?:이)?라(?:는 (?!것)|고 (?:적힌|쓰인|불리|부르)))/;

/** Longer than this, in UTF-16 units, nothing in quotation marks is the name of a shop. */
const LONGEST_NAME = 18;

/** What is called like a body: the words that say so; else null. */
export function calledLikeBody(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  if (classAt(text, spot.start) === WORD) return null;
  const surface = text.slice(spot.start, spot.end);
  const named = calledSo.exec(text.slice(spot.end, spot.end + 32));
  if (named !== null) return surface + named[0];
  if (!isOne(text[spot.start - 1], opening)) return null;
  const isWhole = isOne(text[spot.end], closing);
  const verb = isWhole ? naming.exec(text.slice(Math.max(0, spot.start - 8), spot.start - 1)) : null;
  if (verb !== null) return verb[0] + text.slice(spot.start - 1, spot.end + 1);
  // 洋食店「ホワイトハウス」, and “白宫”餐厅 or “白宫”的餐厅
  const thing = isWhole
    ? (thingAt(scene.spotBefore(spot.start - 1)) ?? thingAt(scene.spotAfter(spot.end + (text[spot.end + 1] === '的' ? 2 : 1))))
    : thingAtEnd(spot, scene);
  return thing && text.slice(Math.min(thing.start, spot.start), Math.max(thing.end, spot.end));
}

/** 「國防部生存遊戲專賣店」: the thing with which the quoted name ends that a body's begins. */
function thingAtEnd(spot: Spot, scene: Scene): Spot | null {
  const { text } = scene;
  let end = spot.end;
  while (end - spot.start <= LONGEST_NAME && end < text.length && !isOne(text[end], closing)) {
    if (/[\s，。、；：？！,.]/.test(text[end] as string)) return null;
    end++;
  }
  return isOne(text[end], closing) ? thingAt(scene.spotBefore(end)) : null;
}

/** What may follow where a firm's papers from the ministry are meant: 公司的商务部许可. */
const papers = /^(?:[许許]可|批[准复文]|[备備]案|[资資][质質助]|[认認][证證]|重[点點]|[项項]目|名[单單]|[记記]者)/;

/** 酒店集团的商务部, 社团的“外交部”: the part of a firm or a club. */
export function partOfFirm(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  if (classAt(text, spot.start) === WORD || papers.test(text.slice(spot.end, spot.end + 2))) return null;
  const joint = /的[「『“‘]?$/.exec(text.slice(Math.max(0, spot.start - 2), spot.start));
  const owner = joint && scene.spotBefore(spot.start - joint[0].length);
  return isWord(owner, 'owner') ? text.slice(owner?.start, spot.end) : null;
}

/** 内務省は1947年に解体, 内政部于1949年撤销: a body of the name that is gone. */
const dissolved = /^(?:[はが於于在]|은|는)?\s?\d{4}(?:年|년)(?:\d{1,2}月)?(?:に|被|에)?\s?(?:解体|廃止|分割|解散|撤[销銷]|裁撤|폐지|해체)/;

/** What may stand between a former state and its body. */
const stateJoint = /(?:[”’」』"']?(?:的|の|의)?\s?(?:所谓|所謂|いわゆる)?\s?[「『“‘]?)$/;

/** 苏联国防部, 北洋政府「外交部」: the body of a state that is gone, or one that is gone itself. */
export function ofThePast(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  if (classAt(text, spot.start) === WORD) return null;
  const end = dissolved.exec(text.slice(spot.end, spot.end + 16));
  if (end !== null) return text.slice(spot.start, spot.end) + end[0];
  if (!scene.holds('former-state')) return null;
  const joint = stateJoint.exec(text.slice(Math.max(0, spot.start - 6), spot.start));
  const state = joint && scene.spotBefore(spot.start - joint[0].length);
  if (isWord(state, 'former-state')) return text.slice(state?.start, spot.end);
  // 「外交部」 in quotation marks, and the former state in the same sentence
  if (!isOne(text[spot.start - 1], opening) || !isOne(text[spot.end], closing)) return null;
  const named = scene.wordsWithin(scene.document.sentenceAt(spot.start)).find((other) => isWord(other, 'former-state'));
  return named ? text.slice(named.start, named.end) : null;
}

function thingAt(spot: Spot | null): Spot | null {
  return isWord(spot, 'thing') || isWord(spot, 'business') ? spot : null;
}

function isOne(sign: string | undefined, signs: string): boolean {
  return sign !== undefined && signs.includes(sign);
}
