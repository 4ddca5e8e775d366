/** Longer words of Chinese, Korean and Japanese that begin or end with a body's name and mean something else. */
import { countryBeside } from '../countries/countryBeside.ts';
import { classAt, HAN, HANGUL } from '../spotting/fold.ts';
import type { Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';

/** What makes a building, a school or a job of a body's name: 国会図書館, 국회도서관, 商务部经理, 「外務省」役. */
const goesOn =
  /^(?:站[，。、下旁前後后]|图书馆|圖書館|図書館|도서관|博物[馆館]|박물관|幼[儿兒稚][园園]|附[属屬]|大[学學]|대학|[学學]校|学院|學院|小学|中学|[车車]站|大道|大街|广场|廣場|駅|역\s|前駅|通り|実習生|ごっこ|[级級]的|[」』”’]?(?:役の|役を))/;

/** Jobs in the departments of firms, whose names are short: 商务部经理, but 政府通信总部主管. */
const jobs = /^(?:经理|經理|总监|總監|主管|专员|專員|팀장|과장)/;
const LONGEST_DEPARTMENT = 3;

/** What follows the last sign of a body's name where that begins another word: 人社|部门, 教育|部署, 国防|部队, 韩|国会|馆, 環境|省エネ. */
const endings: [string, RegExp][] = [
  // Signed articles (署名) and those who share out work (分管) are of the ministry.
  ['部', /^(?:[门門]|署(?![名理])|[队隊件族]|落(?![实實地成户戶细細])|分(?![别別析管享批布发發赴设設派配辖轄头頭]))/],
  // 国会 behind one sign of a country is half of 会館, 会社 and 会談.
  ['国会', /^(?:[館社談場]|計(?![算数])|員(?=[のがはをにでと、。]))/],
  ['省', /^エネ(?!ルギー|庁|長)/],
];

/** 国务院反垄断委员会办公室: commissions and offices that bear a council's name before their own. */
const ofCouncil =
  /^国务院[^\p{P}\p{Z}\s批准决定印发布同意设立成召开任命和与及的关于在对向将已近昨今日]{2,16}(?:委员会|领导小组|办公室|联席会议)/u;

/** Who asks whose body is meant names none. */
const asks = /(?:[谁誰哪][的个個家国國]{1,2}|どこの|どの|誰の|어느|누구의\s?)$/;

/** The word that begins with the last sign of a body's name of Han signs, with what stands before it; else null. */
export function wordFromEnding({ start, end }: Spot, { text }: Scene): string | null {
  const following = endings.find(([last]) => text.startsWith(last, end - last.length))?.[1];
  const other = following?.exec(text.slice(end, end + 6));
  return other ? text.slice(start, end) + other[0] : null;
}

/** The longer word, or null. */
export function longerWord(spot: Spot, scene: Scene): string | null {
  const { text, setting } = scene;
  const kind = classAt(text, spot.start);
  if (kind !== HAN && kind !== HANGUL) return null;
  const council = ofCouncil.exec(text.slice(spot.start, spot.end + 24));
  if (council !== null && council[0].length > spot.end - spot.start) return council[0];
  const after = text.slice(spot.end, spot.end + 6);
  const tail = goesOn.exec(after) ?? (spot.end - spot.start <= LONGEST_DEPARTMENT ? jobs.exec(after) : null);
  if (tail !== null) return text.slice(spot.start, spot.end) + tail[0];
  const before = text.slice(Math.max(0, spot.start - 4), spot.start);
  // 회사 재무부: the department of a firm.
  const owner = /(?:회사|본사|그룹|학교|구단|교회|동아리)(?:의)?\s$/.exec(before);
  if (owner !== null) return owner[0] + text.slice(spot.start, spot.end);
  const question = asks.exec(before);
  if (question !== null) return question[0] + text.slice(spot.start, spot.end);
  if (kind !== HAN || !setting.language?.startsWith('ja')) return null;
  // Japanese sets kana between its words: where signs run on to the left, they belong to one.
  const run = /[\u3400-\u9fff]{2}$/.exec(before);
  if (run === null || opens.test(before) || scene.spotBefore(spot.start) !== null || countryBeside(spot, scene) !== null) return null;
  return run[0] + text.slice(spot.start, spot.end);
}

/** What may stand right before a name in Japanese without being part of it: dates, and what says which of a row or of what time. */
const opens = /[日月年時分回元前現旧新同各対駐在米中韓英仏独露印台欧党氏人側相長]$/;
