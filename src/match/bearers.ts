/** Who else bears a famous name where Chinese, Japanese and Korean are written: shops, horses, sons, districts. */
import { classAt, HAN, WORD } from './fold.ts';
import type { WordKind } from './lexicon.ts';
import type { Scene, Spot } from './scene.ts';

/** A name in quotation marks is rarely longer; longer ones are sentences. */
const LONGEST_QUOTED = 10;

const opening = '「『“‘《"\'';
const closing = '」』”’》"\'';

/** Signs that are family names in Chinese; in front of a word behind 兒子 they make a person's name of it. */
const familyNames =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴洪莊庄詹简簡';

/** What stands in quotation marks around a spot, where that is a name longer than the spot: 「白宮勇士」, “昇腾电缆”, "루빈의 꽃병". */
export function quotedName(spot: Spot, { text }: Scene): string | null {
  let start = spot.start;
  while (start > spot.end - LONGEST_QUOTED && start > 0 && !opening.includes(text[start - 1] as string)) {
    if (classAt(text, start - 1) !== HAN) return null;
    start--;
  }
  if (start === 0 || !opening.includes(text[start - 1] as string)) return null;
  let end = spot.end;
  while (end < text.length && end - start <= LONGEST_QUOTED && !closing.includes(text[end] as string)) {
    if (/[\s,.，。、；：？！…]/.test(text[end] as string) && !/^ \p{Script=Hangul}/u.test(text.slice(end, end + 2))) return null;
    end++;
  }
  const isLonger = end - start > spot.end - spot.start && end - start <= LONGEST_QUOTED;
  return isLonger && end < text.length && classAt(text, spot.end - 1) !== WORD ? text.slice(start, end) : null;
}

/** 輝達髮廊, “昇腾”电缆: a trade that the bearer of the name in the pack does not follow. */
export function businessOf(spot: Spot, scene: Scene): string | null {
  const closed = closing.includes(scene.text[spot.end] ?? ' ') ? 1 : 0;
  const after = wordAt(scene.spotAfter(spot.end + closed), 'business', spot, scene);
  // 理髪店「ホワイトハウス」, 작은 책방 '백악관'
  const isQuoted = closed === 1 && opening.includes(scene.text[spot.start - 1] ?? ' ');
  return after ?? (isQuoted ? wordAt(scene.spotBefore(spot.start - 1), 'business', spot, scene) : null);
}

/** 外号“商务部”, ホワイトハウスという名の, ‘의회’라는: what somebody or something else is called. */
export function calledSo(spot: Spot, { text }: Scene): string | null {
  if (classAt(text, spot.start) === WORD) return null;
  const nickname = /(?:外号|外號|绰号|綽號|暱稱|昵称|人称|人稱|人送|別名|あだ名|별명)[是叫为為は]?[「『“‘"']?$/.exec(
    text.slice(Math.max(0, spot.start - 5), spot.start),
  );
  if (nickname !== null) return nickname[0] + text.slice(spot.start, spot.end);
  const called = /^[」』”’"']?(?:という名の|という店|と名付け|(?<=[」』”’"'])(?:이)?라는 )/.exec(text.slice(spot.end, spot.end + 6));
  return called && text.slice(spot.start, spot.end) + called[0];
}

/** 兒子林輝達: somebody's kin or calling, a family name, and then the word as a given name. */
export function givenNameOf(spot: Spot, scene: Scene): string | null {
  if (!familyNames.includes(scene.text[spot.start - 1] ?? ' ')) return null;
  return wordAt(scene.spotBefore(spot.start - 1), 'bearer', spot, scene);
}

/** 记者王毅, 회사원 이재명, 会社員の高市早苗: the calling of a namesake. */
export function callingBefore(spot: Spot, scene: Scene): string | null {
  const joined = scene.text[spot.start - 1] === 'の' ? 1 : 0;
  return wordAt(scene.spotBefore(spot.start - joined), 'calling-before', spot, scene);
}

/** 高雄市, 广东省, 嘉義縣: the body of a part of the country is named after it. */
export function districtBefore(spot: Spot, { text, setting }: Scene): string | null {
  if (
    classAt(text, spot.start) !== HAN ||
    /^(?:国家|國家|中国|中國|美国|美國|中央|全国|全國|最高)/.test(text.slice(spot.start, spot.start + 2))
  )
    return null;
  const before = text.slice(Math.max(0, spot.start - 6), spot.start);
  const district = setting.language?.startsWith('ja')
    ? /(?:[\u3400-\u9fff][県市区町村]|東京都|大阪府|京都府|北海道)$/.exec(before)
    : /(?:^|[^上超股楼樓门門夜都城])(?:[市省縣县郡]|[^地特军軍战戰山][区區])(?:政府|府|委)?$/.exec(before);
  return district && before + text.slice(spot.start, spot.end);
}

function wordAt(beside: Spot | null, kind: WordKind, spot: Spot, scene: Scene): string | null {
  if (!beside?.words.some((word) => word.kind === kind)) return null;
  return scene.text.slice(Math.min(beside.start, spot.start), Math.max(beside.end, spot.end));
}
