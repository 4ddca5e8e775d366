/**
 * Later mentions: a surname, a first name or a fresh abbreviation points back
 * to a name that stands in full in the same text, and to nothing else.
 */
import type { Evidence } from '../shared/model.ts';
import { isCommonFirstName, isCommonSurname, wordFirstNames, wordSurnames } from './commonNames.ts';
import { isCapitalised } from './document.ts';
import { kinInSentence, titleBeside } from './evidence.ts';
import { classAt, HAN, HANGUL, KATAKANA, WORD } from './fold.ts';
import type { Alias } from './lexicon.ts';
import { type Admitted, lastBefore, listOf, type Scene, type Spot } from './scene.ts';
import { vetoOf } from './vetoes.ts';

/** Binds parts of people's names to the people named in full. */
export function bindNames(scene: Scene): void {
  const loose = scene.spots.filter((spot) => spot.aliases.some(isPart) && !scene.isTaken(spot));
  const strangersCalled = strangersAmong(loose, scene);
  const waiting: { spot: Spot; aliases: Alias[] }[] = [];
  const unnamed: { spot: Spot; parts: Alias[] }[] = [];
  for (const spot of loose) {
    // Most first names and frequent surnames of a text are nobody's in the pack: whether anything speaks against them is asked last.
    const parts = spot.aliases.filter(isPart);
    const possessor = possessorOf(spot, scene);
    if (possessor !== null) {
      const own = parts.filter(
        (alias) => alias.part === 'surname' && scene.lexicon.areKin(alias.entity, possessor.entity) && isOpen(spot, alias, scene),
      );
      if (own.length === 1) admitOf(possessor, spot, own[0] as Alias, scene);
      continue;
    }
    const named = parts.filter((alias) => scene.isNamedInFull(alias.entity) && isOpen(spot, alias, scene));
    if (named.length > 0) {
      waiting.push({ spot, aliases: named });
      continue;
    }
    if (!admitByTitle(spot, parts, scene)) unnamed.push({ spot, parts });
  }
  scene.settle();
  for (const { spot, parts } of unnamed) {
    const mention = byKin(spot, parts, scene) ?? byTopic(spot, parts, scene);
    if (mention !== null && strangersCalled(surfaceOf(spot, scene)).length === 0) scene.admit(mention);
  }
  scene.settle();
  for (const { spot, aliases } of waiting) {
    const choice = nearest(spot, aliases, strangersCalled(surfaceOf(spot, scene)), scene);
    if (choice === null) continue;
    const detail = scene.text.slice(choice.mention.start, choice.mention.end);
    scene.admit({
      start: spot.start,
      end: spot.end,
      entity: choice.alias.entity,
      full: false,
      evidence: { rule: choice.alias.part, detail },
    });
  }
}

function isPart({ part }: Alias): boolean {
  return part !== 'whole';
}

/** Whether nothing speaks against a part of a name. */
function isOpen(spot: Spot, alias: Alias, scene: Scene): boolean {
  return vetoOf({ spot, alias }, scene) === null && (!isSyllable(surfaceOf(spot, scene)) || titleBeside(spot, alias, scene) !== null);
}

/** Where some parts of names are somebody else's, by how they are written; looked at once, when first asked for. */
function strangersAmong(spots: readonly Spot[], scene: Scene): (surface: string) => readonly number[] {
  const bySurface = new Map<string, Spot[]>();
  for (const spot of spots) listOf(bySurface, surfaceOf(spot, scene)).push(spot);
  const known = new Map<string, number[]>();
  const isStranger = (spot: Spot) =>
    spot.aliases.some((alias) => isPart(alias) && otherBearers.has(vetoOf({ spot, alias }, scene)?.rule ?? ''));
  return (surface) => {
    const before = known.get(surface);
    if (before !== undefined) return before;
    const places = listOf(bySurface, surface)
      .filter(isStranger)
      .map(({ start }) => start);
    known.set(surface, places);
    return places;
  };
}

function surfaceOf({ start, end }: Spot, { text }: Scene): string {
  return text.slice(start, end);
}

/** The company or body in "Nvidia's Huang" and "the Bank of England's Bailey": of several bearers, its own is meant. */
function possessorOf(spot: Spot, scene: Scene): Admitted | null {
  const before = scene.admittedBefore(spot.start);
  const category = before && scene.lexicon.categoryOf(before.entity);
  return (category === 'company' || category === 'agency') && /^['’]s?\s$/.test(scene.text.slice(before?.end, spot.start)) ? before : null;
}

function admitOf(possessor: Admitted, spot: Spot, { entity }: Alias, scene: Scene): void {
  const detail = scene.text.slice(possessor.start, possessor.end);
  scene.admit({ start: spot.start, end: spot.end, entity, full: false, evidence: { rule: 'kin-beside', detail } });
}

/** 이, 김 and 황 are words of their own, too: as surnames they stand with a title. */
function isSyllable(surface: string): boolean {
  return surface.length === 1 && classAt(surface, 0) === HANGUL;
}

/**
 * "Secretary Bessent", 科頓參議員: a rare surname with a title, once admitted,
 * is a name that others may point back to. 植田総裁 needs the bank in the text.
 */
function admitByTitle(spot: Spot, parts: readonly Alias[], scene: Scene): boolean {
  const alias = soleBearer(spot, parts, scene);
  if (alias !== null && (goesOnAsName(spot, alias, scene) || servesAnother(spot, alias, scene))) {
    scene.noteOther(spot);
    return false;
  }
  const evidence = alias && (isRare(spot, alias, scene) ? titleBeside(spot, alias, scene) : officeBeside(spot, alias, scene));
  if (!alias || !evidence) return false;
  scene.admit({ start: spot.start, end: spot.end, entity: alias.entity, full: true, evidence });
  return true;
}

/** "Huang prefers to talk about Blackwell": a surname that the data holds for one bearer, with what is his, or of his trade, in the sentence. */
function byKin(spot: Spot, parts: readonly Alias[], scene: Scene): Admitted | null {
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
function byTopic(spot: Spot, parts: readonly Alias[], scene: Scene): Admitted | null {
  // タイ is Tai and Thailand.
  if (spot.words.length > 0 || scene.hasOther(surfaceOf(spot, scene))) return null;
  const alias = soleBearer(spot, parts, scene);
  if (alias === null || !isRare(spot, alias, scene)) return null;
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
  if (classAt(scene.text, spot.start) !== HAN || !title?.words.some((word) => word.kind === 'title-before')) return false;
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

/** Vetoes that say that a name is another's. */
const otherBearers = new Set(['namesake', 'another-bearer', 'calling']);

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
  /^(?: (?:총리|관방장관|외무상|방위상|재무상|경제산업상|경제재생상)|首相|総理|官房長官|外相|財務相|防衛相|経産相|経済産業相|総務相|法相|文科相|厚労相|農相|農水相|国交相|環境相|デジタル相|経済安保相|経済安全保障相|財務官)/;

/** 植田日銀総裁, or 植田総裁 in a text that names the bank. */
function officeBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const next = scene.admittedAfter(spot.end);
  if (next?.start === spot.end && scene.lexicon.areKin(alias.entity, next.entity))
    return { rule: 'kin-beside', detail: scene.text.slice(next.start, next.end) };
  // 高市首相, 이시바 총리: few hold such an office.
  const office = nationalOffice.exec(scene.text.slice(spot.end, spot.end + 8))?.[0];
  if (office !== undefined) return { rule: 'title-beside', detail: scene.text.slice(spot.start, spot.end) + office };
  const isPlain = /^(?:さん|氏|先生|女士)/.test(scene.text.slice(spot.end, spot.end + 2));
  const kin = scene.kinOf(alias.entity);
  return !isPlain && kin !== null ? titleBeside(spot, alias, scene) : null;
}

/** Foreign surnames of several signs, as Chinese, Japanese and Korean write them, are rare; 松本 and 片山 are not. */
function isTransliterated(spot: Spot, alias: Alias, { text, lexicon }: Scene): boolean {
  const kind = classAt(text, spot.start);
  if (spot.end - spot.start < 2 || kind === WORD) return false;
  if (isCommonSurname(lexicon.entityName(alias.entity).split(' ').at(-1) as string)) return false;
  return kind === KATAKANA || !writersOfHan.has(lexicon.header.countries[lexicon.countryOf(alias.entity)] ?? '');
}

/** Countries whose people write their own names with such signs. */
const writersOfHan = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR', 'KP', 'SG']);

/** The person whose full name stands nearest before (else after), unless a namesake stands nearer. */
function nearest(
  spot: Spot,
  aliases: readonly Alias[],
  strangers: readonly number[],
  scene: Scene,
): { alias: Alias; mention: Admitted } | null {
  let best: { alias: Alias; mention: Admitted } | null = null;
  const isBetter = (mention: Admitted) => {
    if (best === null) return true;
    const before = mention.start < spot.start;
    const bestBefore = best.mention.start < spot.start;
    if (before !== bestBefore) return before;
    return before ? mention.start > best.mention.start : mention.start < best.mention.start;
  };
  for (const alias of aliases) {
    for (const mention of [scene.fullBefore(alias.entity, spot.start), scene.fullFrom(alias.entity, spot.start)]) {
      if (mention === null) continue;
      // A first name alone only points back, and is no word of its own.
      const isAhead = mention.start > spot.start && !answersTo(spot, mention, scene);
      if (alias.part === 'given' && (isAhead || opensSentence(spot, scene) || isSomebodyElse(spot, mention, scene))) continue;
      if (alias.part === 'surname' && isPlainWord(spot, scene)) continue;
      if (isBetter(mention)) best = { alias, mention };
    }
  }
  const chosen = best as { alias: Alias; mention: Admitted } | null;
  if (chosen === null) return null;
  // "The elder Lutnick" announces the one who is named next.
  const isAnnounced = /\b(?:elder|older|senior) $/.test(scene.text.slice(Math.max(0, spot.start - 8), spot.start));
  const stranger = lastBefore(strangers, spot.start);
  const isStrangerNearer =
    (stranger !== null && (stranger > chosen.mention.start || (!isAnnounced && chosen.mention.start > spot.start))) ||
    (!isAnnounced && scene.otherBefore(spot, chosen.alias.entity) !== null);
  return isStrangerNearer ? null : chosen;
}

/** "will", "Mark", "May" open sentences as words. */
function opensSentence(spot: Spot, scene: Scene): boolean {
  return (
    scene.text.slice(scene.document.sentenceAt(spot.start).start, spot.start).trim() === '' &&
    wordFirstNames.has(scene.text.slice(spot.start, spot.end))
  );
}

/** "Thanks. Lisa, could you …", and then a line that begins "Lisa Su: …": who is asked by the first name answers. */
function answersTo(spot: Spot, mention: Admitted, { text, document }: Scene): boolean {
  return (
    mention.start - spot.end < ANSWER &&
    /^[,.?!]/.test(text.slice(spot.end, spot.end + 1)) &&
    text[mention.end] === ':' &&
    document.paragraphAt(mention.start).start === mention.start
  );
}

/** How soon, in UTF-16 units, somebody who is asked begins to answer. */
const ANSWER = 600;

/** "Anne and Joe argue": a frequent first name beside another, or far from the full one, is anybody's. */
function isSomebodyElse(spot: Spot, mention: Admitted, scene: Scene): boolean {
  const { text } = scene;
  if (!isCommonFirstName(text.slice(spot.start, spot.end))) return false;
  if (spot.start - mention.end > FAR) return true;
  return (
    /\p{Lu}\p{Ll}+,? (?:and|&) $/u.test(text.slice(Math.max(0, spot.start - 24), spot.start)) ||
    /^ (?:and|&) \p{Lu}\p{Ll}/u.test(text.slice(spot.end, spot.end + 8))
  );
}

/** How far behind a full name, in UTF-16 units, a frequent first name may stand alone. */
const FAR = 1500;

/** "Banks that lend", "Rounds of talks": a surname that is a word, at the head of a sentence, must do what people do. */
function isPlainWord(spot: Spot, scene: Scene): boolean {
  return (
    wordSurnames.has(scene.text.slice(spot.start, spot.end)) &&
    scene.text.slice(scene.document.sentenceAt(spot.start).start, spot.start).trim() === '' &&
    !/^(?:['’]s\b|,|\s+(?:also\s+)?(?:said|says|called|told|asked|agreed|wrote|replied|argued|has|had|was|is|will|would|did|declined|noted|added|urged|warned|praised|criticized|criticised|introduced|voted|met|led|resumes|gavels|opens|opened|closes|closed|recesses|yields|yielded|interrupts|interrupted|thanks|thanked|turns|turned|presses|pressed|recognizes|recognised|ends|ended|begins|began|concedes|conceded|asks|notes|reads|adjourns|adjourned|insists|insisted|wants|wanted|did|plans|sponsored|posted|responded|and)\b)/.test(
      scene.text.slice(spot.end, spot.end + 24),
    )
  );
}

/**
 * Abbreviations that a text introduces itself: "the Ministry of Trade,
 * Industry and Resources (MOTIR)" makes MOTIR a name for the rest of it.
 */
export function bindIntroduced(scene: Scene): void {
  const { text } = scene;
  for (const [short, { mention, bracket }] of introductions(scene)) {
    for (let at = text.indexOf(short, mention.end); at >= 0; at = text.indexOf(short, at + short.length)) {
      const end = at + short.length;
      if (classAt(text, at - 1) === WORD || classAt(text, end) === WORD) continue;
      if (scene.isTaken({ start: at, end })) continue;
      scene.admit({
        start: at,
        end,
        entity: mention.entity,
        full: false,
        evidence: { rule: 'introduced', detail: text.slice(mention.start, mention.end) + bracket },
      });
    }
    scene.settle();
  }
}

/** Abbreviations in brackets behind the names that they stand for; the first introduction of each counts. */
function introductions(scene: Scene): Map<string, { mention: Admitted; bracket: string }> {
  const found = new Map<string, { mention: Admitted; bracket: string }>();
  for (const mention of scene.admitted) {
    const category = scene.lexicon.categoryOf(mention.entity);
    if (!mention.full || category === 'official' || category === 'executive' || category === 'chip') continue;
    const bracket = /^\s*[(（]["“]?(?:the\s+)?([\p{Lu}][\p{Lu}\p{Ll}&-]{1,7})["”]?\s*[)）]/u.exec(
      scene.text.slice(mention.end, mention.end + 24),
    );
    const short = bracket?.[1];
    if (bracket === null || short === undefined || found.has(short)) continue;
    if (isAbbreviationOf(short, scene.lexicon.entityName(mention.entity))) found.set(short, { mention, bracket: bracket[0] });
  }
  return found;
}

/** Whether a short form is made of capitals that stand, in order, at the heads of a name's words. */
function isAbbreviationOf(short: string, name: string): boolean {
  const capitals = short.replace(/[^\p{Lu}]/gu, '');
  if (capitals.length < 2) return false;
  const heads = name
    .split(/[\s-]+/)
    .filter((word) => isCapitalised(word))
    .map((word) => word[0])
    .join('');
  let at = 0;
  for (const capital of capitals) {
    at = heads.indexOf(capital, at) + 1;
    if (at === 0) return false;
  }
  return heads.startsWith(capitals[0] as string);
}
