/** Surnames whose bearer the text does not name in full: a title, kin or the topic beside a rare one tells who is meant. */
import type { Evidence } from '../../shared/model.ts';
import { kinInSentence, titleBeside } from '../evidence/beside.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { isTransliterated } from '../people/transliteration.ts';
import { classAt, HAN, HANGUL, KATAKANA, WORD } from '../spotting/fold.ts';
import { isDatelined } from '../text/dateline.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { isOpen, surfaceOf } from './partsOfNames.ts';

/**
 * "Secretary Bessent", 科頓參議員: a rare surname with a title, once admitted,
 * is a name that others may point back to. 植田総裁 needs the bank in the text.
 */
export function admitByTitle(spot: Spot, parts: readonly Alias[], scene: Scene): boolean {
  const alias = soleBearer(spot, parts, scene);
  if (alias !== null && (goesOnAsName(spot, alias, scene) || servesAnother(spot, alias, scene))) {
    scene.noteOther(spot);
    return false;
  }
  const evidence =
    alias &&
    (isRare(spot, alias, scene)
      ? (titleBeside(spot, alias, scene) ?? foreignMinister(spot, alias, scene))
      : officeBeside(spot, alias, scene));
  if (!alias || !evidence) return false;
  scene.admit({ start: spot.start, end: spot.end, entity: alias.entity, full: true, evidence });
  return true;
}

/** "Huang prefers to talk about Blackwell": a surname that the data holds for one bearer, with what is his, or of his trade, in the sentence. */
export function byKin(spot: Spot, parts: readonly Alias[], scene: Scene): Admitted | null {
  if (scene.hasOther(surfaceOf(spot, scene))) return null;
  const [first, ...others] = parts.flatMap((alias) => {
    if (alias.part !== 'surname' || alias.withName) return [];
    const evidence = kinInSentence(spot, alias, scene) ?? tradeInSentence(spot, alias, scene);
    return evidence !== null && isOpen(spot, alias, scene) ? [{ entity: alias.entity, evidence }] : [];
  });
  return first !== undefined && others.length === 0 ? { start: spot.start, end: spot.end, full: true, ...first } : null;
}

/** A chip or a company in the sentence of an executive whose own company the text names. */
function tradeInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'executive' || scene.kinOf(alias.entity) === null) return null;
  const trade = scene
    .admittedWithin(scene.document.sentenceAt(spot.start))
    .find(({ entity }) => ['chip', 'company'].includes(scene.lexicon.categoryOf(entity)));
  return trade ? { rule: 'kin-in-text', detail: scene.text.slice(trade.start, trade.end) } : null;
}

/** "Commerce and BIS … Lutnick": a rare surname in a text about its bearer's body, or about several bodies of their country. */
export function byTopic(spot: Spot, parts: readonly Alias[], scene: Scene): Admitted | null {
  // タイ is Tai and Thailand.
  if (spot.words.length > 0 || scene.hasOther(surfaceOf(spot, scene))) return null;
  const alias = soleBearer(spot, parts, scene);
  if (alias === null || !isRare(spot, alias, scene) || isDatelined(spot, scene)) return null;
  // 戴尔 is a firm before it is its founder, and 스타일 a style before it is Bryan Steil.
  if (spot.aliases.some((one) => one.part === 'whole' && one.entity !== alias.entity) || !standsAsName(spot, alias, scene)) return null;
  const topic = scene.kinOf(alias.entity) ?? scene.stateOf(scene.lexicon.countryOf(alias.entity), STATE_BODIES);
  if (topic === null) return null;
  const detail = scene.text.slice(topic.start, topic.end);
  return { start: spot.start, end: spot.end, entity: alias.entity, full: false, evidence: { rule: 'surname-by-topic', detail } };
}

/** Signs that write foreign names: beside a surname they make a longer one of it, 布什尔, 贾里德, 吉尔吉斯. */
const transliterating = new Set(
  '阿埃艾安奥巴贝比波伯布达德迪蒂丁顿厄恩尔法费芬弗福富盖戈格根古哈汉赫亨胡霍基吉加贾杰卡坎考科克肯库拉莱兰朗劳勒雷利林隆卢鲁伦罗洛马麦曼梅蒙米莫穆纳奈尼宁纽诺欧帕潘佩彭皮珀普奇齐乔钦琼瑞萨塞桑舍施史什斯松苏索塔泰坦汤特滕廷图瓦万旺威韦维温沃乌武希席谢辛休雅亚扬耶叶伊尤约扎泽詹珍兹佐茨娃娜莎娅妮賓爾費蓋漢亞瑪內納諾寧奧羅倫維薩喬韋馬魯盧蘭萊麥圖爾達貝蒙',
);

/** Of these signs, those that end transliterated names and seldom begin a word: 外交大臣克莱弗利. */
const ending = /^(?:[尔斯特森顿曼克夫娃娜莎茨格伊爾頓維维里奇诺諾]|利(?![用好率于於益比])|德(?!国|國)|尼(?!日|泊))/;

/** 克莱弗 in 克莱弗利 is another's name, though a title stands before it. */
function goesOnAsName(spot: Spot, alias: Alias, scene: Scene): boolean {
  return (
    isTransliterated(spot, alias, scene) && classAt(scene.text, spot.start) === HAN && ending.test(scene.text.slice(spot.end, spot.end + 2))
  );
}

/** 美国国务院副发言人帕特尔: who holds a post in a body in which the data do not know the bearer is another. */
function servesAnother(spot: Spot, alias: Alias, scene: Scene): boolean {
  const title = scene.spotBefore(spot.start);
  if (classAt(scene.text, spot.start) !== HAN || !isWord(title, 'title-before')) return false;
  const body = scene.admittedBefore(title.start);
  if (body === null || scene.lexicon.categoryOf(body.entity) !== 'agency' || scene.lexicon.areKin(alias.entity, body.entity)) return false;
  return /^(?:首席|副|代理|前|新闻|新聞)?$/.test(scene.text.slice(body.end, title.start));
}

/** What makes a place of a name. */
const placeEnd = /^[谷省州市县縣城镇鎮区區湖岛島河山港]/;

/** Whether a surname in other than Latin letters stands by itself: in Han between other words, in Hangul and kana beside its bearer's body. */
function standsAsName(spot: Spot, alias: Alias, scene: Scene): boolean {
  const { text } = scene;
  const kind = classAt(text, spot.start);
  if (kind === WORD) return true;
  if (kind === HANGUL || kind === KATAKANA) {
    const next = scene.admittedAfter(spot.end);
    const before = scene.admittedBefore(spot.start);
    return [
      next !== null && next.start - spot.end <= 1 ? next : null,
      before !== null && spot.start - before.end <= 1 ? before : null,
    ].some((kin) => kin !== null && scene.lexicon.areKin(alias.entity, kin.entity));
  }
  const isPart = (sign: string | undefined) => sign !== undefined && transliterating.has(sign);
  return !isPart(text[spot.start - 1]) && !isPart(text[spot.end]) && !placeEnd.test(text.slice(spot.end, spot.end + 1));
}

/** How many bodies and officials of a country make a text one about its politics. */
const STATE_BODIES = 3;

/** The one bearer of a rare surname, or null. */
function soleBearer(spot: Spot, parts: readonly Alias[], scene: Scene): Alias | null {
  const bearers = parts.filter(
    (one) => one.part === 'surname' && (isRare(spot, one, scene) || isNative(spot, scene)) && isOpen(spot, one, scene),
  );
  if (bearers.length <= 1) return bearers[0] ?? null;
  // Of several bearers, the one whose body the text names.
  const [known, ...others] = bearers.filter((one) => scene.kinOf(one.entity) !== null);
  return known === undefined || others.length > 0 ? null : known;
}

/** Whether a surname by itself is rare enough to tell its bearer. */
function isRare(spot: Spot, alias: Alias, scene: Scene): boolean {
  return alias.strength === 'strong' || isTransliterated(spot, alias, scene);
}

/** 植田, 史密斯: surnames of several signs that many people bear; 황 CEO. */
function isNative(spot: Spot, { text }: Scene): boolean {
  const kind = classAt(text, spot.start);
  return kind !== WORD && (spot.end - spot.start >= 2 || (kind === HANGUL && text.startsWith(' CEO', spot.end)));
}

/** Offices of a Japanese government, in Japanese and in Korean: with a surname that one person of the pack bears, they tell who is meant. */
const nationalOffice =
  /^(?: (?:총리|관방장관|외무상|방위상|재무상|경제산업상|경제재생상)|首相|総理|内閣|內閣|政権|政權|官房長官|デジタル相|財務官)/;

/** 財務大臣, 経済安保担当相, 科学・技術革新相: ministers, by the fields of their offices. */
const minister =
  /^(?:(?:財務|財政|外務|内務|防衛|国防|総務|法務|司法|文科|文部科学|厚労|厚生労働|農水|農林水産|経産|経済|産業|国交|国土交通|環境|復興|デジタル|科学|技術|革新|通商|貿易|商務|エネルギー|運輸|保健|教育|労働|情報|通信|安保|安全保障|再生|金融|文化|人工知能|戦略|担当|・){1,5}(?:大臣|相)|[外法農]相)(?!当|談)/;

/** How much behind a surname, in UTF-16 units, is read as an office. */
const LONGEST_OFFICE = 16;

function ministerBehind({ end }: Spot, { text, setting }: Scene): string | null {
  return setting.language?.startsWith('ja') ? (minister.exec(text.slice(end, end + LONGEST_OFFICE))?.[0] ?? null) : null;
}

/** ケンダル科学・技術革新相 in a text that speaks of Britain. */
function foreignMinister(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const office = scene.votes.has(scene.lexicon.countryOf(alias.entity)) ? ministerBehind(spot, scene) : null;
  return office === null ? null : { rule: 'title-beside', detail: scene.text.slice(spot.start, spot.end) + office };
}

/** 植田日銀総裁, or 植田総裁 in a text that names the bank. */
function officeBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const next = scene.admittedAfter(spot.end);
  if (next?.start === spot.end && scene.lexicon.areKin(alias.entity, next.entity))
    return { rule: 'kin-beside', detail: scene.text.slice(next.start, next.end) };
  // 高市首相, 이시바 총리: few hold such an office.
  const office = nationalOffice.exec(scene.text.slice(spot.end, spot.end + 8))?.[0] ?? ministerBehind(spot, scene);
  if (office !== null) return { rule: 'title-beside', detail: scene.text.slice(spot.start, spot.end) + office };
  const isPlain = /^(?:さん|氏|先生|女士)/.test(scene.text.slice(spot.end, spot.end + 2));
  const kin = scene.kinOf(alias.entity);
  return !isPlain && kin !== null ? titleBeside(spot, alias, scene) : null;
}
