/** Who else bears a famous name where Chinese, Japanese and Korean are written: shops, horses, sons, districts. */

import type { Alias } from '../lexicon/lexicon.ts';
import { classAt, HAN, HANGUL, WORD } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot, type Word } from '../text/spots.ts';

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

/** What only a person does or is, behind a name. */
const personBehind =
  /^(?:说|說|称|稱|表示|认为|認為|告[诉訴]|笑|坦言|直言|透露|回[忆憶]|解[释釋]|指出|[强強][调調]|介[绍紹]|先生|女士|老人|[夫伉][妇婦俪儷])/;

/** 兒子林輝達, 种地的王美光说: somebody's kin or calling, or what begins a clause, then a family name, and the word as a given name. */
export function givenNameOf(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  if (!familyNames.includes(text[spot.start - 1] ?? ' ')) return null;
  const before = scene.spotBefore(spot.start - 1);
  const isHead =
    isWord(before, 'calling-before') || /(?:^|[\s的。，；：、！？「『“（])$/.test(text.slice(Math.max(0, spot.start - 2), spot.start - 1));
  if (isHead && personBehind.test(text.slice(spot.end, spot.end + 3))) return text.slice(spot.start - 1, spot.end);
  return wordAt(before, 'bearer', spot, scene);
}

/** 记者王毅, 회사원 이재명, 会社員の高市早苗: the calling of a namesake. */
export function callingBefore(spot: Spot, scene: Scene): string | null {
  const joined = scene.text[spot.start - 1] === 'の' ? 1 : 0;
  const calling = scene.spotBefore(spot.start - joined);
  const isFormer = calling !== null && formerly.test(scene.text.slice(Math.max(0, calling.start - 10), calling.start));
  return isFormer ? null : wordAt(calling, 'calling-before', spot, scene);
}

/** 前演员泽连斯基, 元女優の, 前福克斯新闻主持人: what somebody was who holds an office now. */
const formerly = /(?:元|(?<![目之以门門店面])前|전 |[^\u3400-\u9fff]原|前[^，。、\s]{2,7}(?:新闻|新聞|电视|電視|台))$/;

/** How far before a name, in UTF-16 units, its post is looked for. */
const LONGEST_POST = 26;

/** Posts in a county, a district's bureau, a village: 县市场监管局局长, 镇卫生院院长, 수원시의회 의장. */
const localPost =
  /(?:[县縣镇鎮旗]|[乡鄉村](?![振])|[^治特军軍战戰行][区區]|街道|市(?![场場值民政])(?=[\u3400-\u9fff]{3}))(?:政府|委)?[\u3400-\u9fff]{0,12}?(?:局长|局長|所长|所長|站长|站長|队长|隊長|科长|科長|主任|院长|院長|校长|校長|社长|社長|书记|書記|县长|縣長|镇长|鎮長|乡长|鄉長|村长|村長|里長|区长|區長|负责人|負責人|工作人员|干部)$|(?:[시도군구]의회|시청|도청|군청|구청|교육청)(?: [가-힣]{1,8})? $/;

/** Posts of clubs, schools and firms: 羽毛球协会主席, 大学教授, 서울대 교수, 商工会議所会頭. */
const privatePost =
  /(?:协会|協會|学会|學會|大学|大學|(?<!科)学院|(?<!科)學院|医院|醫院|公司|集团|集團|俱乐部|俱樂部|商会|商會|基金会|基金會|中学|中學|小学|小學|剧院|劇院|银行|銀行|研究所|律师行|事务所|事務所|合作社|农场|農場|酒店|餐厅|餐廳|工作室|出版社|球会|球會)(?:副|常务|名誉|荣誉|原|前|执行|執行|創會)*(?:主席|会长|會長|院长|院長|校长|校長|主任|总经理|總經理|总裁|總裁|董事长|董事長|主编|主編|教授|副教授|理事长|理事長|秘书长|秘書長|总监|總監|负责人|負責人|所长|所長|社长|社長|创始人|創辦人|老师|老師|学者|學者)$|(?:협회|학회|대학교|대학|서울대|고려대|연세대|병원|재단|학교|조합|농협|연구소|센터|지점)(?: [가-힣]{1,6})? (?:회장|이사장|총장|교수|원장|교장|소장|센터장|조합장|지점장|팀장|과장) $|(?:協会|学会|大学|病院|会社|商工会議所|商工会|組合|農協|連盟|財団|高校|中学校|小学校|県議会|市議会|町議会|村議会|県警|市役所|区役所)の?(?:副?会長|会頭|理事長|学長|教授|准教授|院長|校長|組合長|議長|社長|所長|部長|課長|店長)?の$/;

/** 县市场监管局局长王毅, 羽毛球协会主席张军: who holds a post far from the nation's offices is a namesake of who holds one. */
export function humblePostBefore(spot: Spot, { entity }: Alias, scene: Scene): string | null {
  if (classAt(scene.text, spot.start) === WORD) return null;
  const before = scene.text.slice(Math.max(0, spot.start - LONGEST_POST), spot.start);
  const post = localPost.exec(before) ?? privatePost.exec(before);
  if (post === null) return null;
  // Where the data know the bearer in such a body, it is theirs.
  const range = { start: spot.start - before.length, end: spot.start };
  const isOwn = scene.spotsWithin(range).some((other) => other.aliases.some((alias) => scene.lexicon.areKin(entity, alias.entity)));
  return isOwn ? null : post[0] + scene.text.slice(spot.start, spot.end);
}

/** 高市早苗子, 石破茂樹: one more sign of a given name behind a whole Japanese name makes another of it. */
export function longerJapaneseName(spot: Spot, { text, setting }: Scene): string | null {
  if (!setting.language?.startsWith('ja') || spot.end - spot.start < 3 || classAt(text, spot.start) !== HAN) return null;
  const more = /^[子美郎雄夫男之也介輔恵香奈江枝樹彦広弘](?=さん|氏|くん|ちゃん|[(（、。」』\s]|[はがのをにと](?![\u3400-\u9fff]))/.exec(
    text.slice(spot.end, spot.end + 3),
  );
  return more && text.slice(spot.start, spot.end) + more[0];
}

/** 수원시의회, 경기도: words in 시 and 도 are many (당시, 인도), so provinces are named. */
const koreanDistrict =
  /(?:[가-힣](?:시의회|도의회|군의회|구의회|시청|도청|군청|구청|교육청|특별시|광역시|특별자치[시도])|(?:경기|강원|충북|충남|전북|전남|경북|경남|충청[남북]|전라[남북]|경상[남북]|제주)도|(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|성남|고양|용인|창원|청주|전주|천안)시) ?$/;

/** 得克萨斯州, 马哈拉施特拉邦, テキサス州政府の, 주, but neither 欧州, 九州 nor 다음 주, the next week. */
const stateEnd =
  /(?:(?:(?<![欧歐豪濠九本神])州|(?<![联聯友邻鄰盟异異外城])邦)(?:政府)?(?:的|の)?|(?<![가-힣])(?<!(?:이번|다음|지난|매|이|저|그|한|첫|두|세|몇|\d)\s?)주 ?)$/;

/** 州众议院, 주 상원: a state's own body; its congressmen, 加州国会议员, are the nation's. */
export function stateBefore(spot: Spot, { text }: Scene): string | null {
  if (classAt(text, spot.start) === WORD || /^[国國국]/.test(text.slice(spot.start, spot.end))) return null;
  const state = stateEnd.exec(text.slice(Math.max(0, spot.start - 8), spot.start));
  return state && state[0] + text.slice(spot.start, spot.end);
}

/** 高雄市, 广东省, 嘉義縣: the body of a part of the country is named after it. */
export function districtBefore(spot: Spot, { text, setting }: Scene): string | null {
  if (classAt(text, spot.start) === HANGUL) {
    const own = koreanDistrict.exec(text.slice(Math.max(0, spot.start - 9), spot.start));
    return own && own[0] + text.slice(spot.start, spot.end);
  }
  if (
    classAt(text, spot.start) !== HAN ||
    /^(?:国家|國家|中国|中國|美国|美國|中央|全国|全國|最高)/.test(text.slice(spot.start, spot.start + 2))
  )
    return null;
  const before = text.slice(Math.max(0, spot.start - 6), spot.start);
  // 道議会: the assembly of the prefecture that the text is about.
  const assembly = /^[議议][会會]/.test(text.slice(spot.start, spot.end)) ? /[道府県都市区町村]$/.exec(before) : null;
  if (assembly !== null && setting.language?.startsWith('ja')) return assembly[0] + text.slice(spot.start, spot.end);
  const district = setting.language?.startsWith('ja')
    ? /(?:[\u3400-\u9fff][県市区町村]|東京都|大阪府|京都府|北海道)$/.exec(before)
    : /(?:^|[^上超股楼樓门門夜都城])(?:[市省縣县郡]|[^地特军軍战戰山][区區])(?:政府|府|委)?$/.exec(before);
  return district && before + text.slice(spot.start, spot.end);
}

function wordAt(beside: Spot | null, kind: Word['kind'], spot: Spot, scene: Scene): string | null {
  if (!isWord(beside, kind)) return null;
  return scene.text.slice(Math.min(beside.start, spot.start), Math.max(beside.end, spot.end));
}
