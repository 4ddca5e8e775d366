/** Longer words of Chinese, Korean and Japanese that begin or end with a body's name and mean something else. */
import { countryBeside } from './countryBeside.ts';
import { classAt, HAN, HANGUL } from './fold.ts';
import type { Scene, Spot } from './scene.ts';

/** What makes a building, a school or a job of a body's name: 国会図書館, 국회도서관, 商务部经理, 「外務省」役. */
const goesOn =
  /^(?:站[，。、下旁前後后]|图书馆|圖書館|図書館|도서관|博物[馆館]|박물관|幼[儿兒稚][园園]|附[属屬]|大[学學]|대학|[学學]校|学院|學院|小学|中学|[车車]站|駅|역\s|前駅|通り|经理|經理|总监|總監|主管|专员|專員|팀장|과장|実習生|ごっこ|[」』”’]?(?:役の|役を))/;

/** 国务院反垄断委员会办公室: commissions and offices that bear a council's name before their own. */
const ofCouncil =
  /^国务院[^\p{P}\p{Z}\s批准决定印发布同意设立成召开任命和与及的关于在对向将已近昨今日]{2,16}(?:委员会|领导小组|办公室|联席会议)/u;

/** Who asks whose body is meant names none. */
const asks = /(?:[谁誰哪][的个個家国國]{1,2}|どこの|どの|誰の|어느|누구의\s?)$/;

/** The longer word, or null. */
export function longerWord(spot: Spot, scene: Scene): string | null {
  const { text, setting } = scene;
  const kind = classAt(text, spot.start);
  if (kind !== HAN && kind !== HANGUL) return null;
  // 人社部门: offices of that field, at whatever level.
  if (text[spot.end - 1] === '部' && /^[门門]/.test(text.slice(spot.end, spot.end + 1))) return text.slice(spot.start, spot.end + 1);
  const council = ofCouncil.exec(text.slice(spot.start, spot.end + 24));
  if (council !== null && council[0].length > spot.end - spot.start) return council[0];
  const tail = goesOn.exec(text.slice(spot.end, spot.end + 6));
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
