/**
 * Family names of one or two signs, as Chinese, Japanese and Korean write them:
 * 龔 in 龔並否認, 张 in 张副主席, 習 in 習氏, 황 in 황은. They are common words
 * and signs, so they are looked for only behind the full name of their bearer,
 * and count only with what shows a person.
 */
import { classAt, HAN, HANGUL } from '../spotting/fold.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import { livingBefore } from './strangers.ts';

/** Family names of two signs in Chinese. */
const doubleNames = /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|东方|東方|皇甫|尉迟|尉遲|令狐|慕容|南宫|南宮|端木|公孙|公孫)/;

/** What begins a clause. */
const clauseOpening = /(?:^|[\s。，；：、！？「」『』“”‘’（）()"'])$/;

/** What somebody does who is spoken of by the family name alone. */
const speaks =
  /^(?:说|說|称|稱|指出|指责|指責|指|表示|认为|認為|强调|強調|坦言|直言|透露|补充|補充|警告|呼吁|呼籲|重申|解释|解釋|回应|回應|反驳|反駁|反问|反問|答|回答|否认|否認|批评|批評|批|痛批|怒批|点名|點名|质疑|質疑|承认|承認|宣布|宣佈|提到|提醒|建议|建議|要求|主张|主張|形容|相信|希望|预计|預計|预期|預期|续|續|笑|又|并|並|还|還|亦|也|則|则|曾|未|今早|今日|昨日|上周|上週|随后|隨後|其后|其後)/;

/** Family names that are also words with which such verbs go on: 何曾, 方称, 高呼吁. */
const words = new Set('何方高金白万萬江马馬石于和常张張时時任成易向应應安段余連连全後后都同');

/** The firmer half of what they do: no chance neighbour of a common word. */
const surelySpeaks =
  /^(?:指出|表示|认为|認為|强调|強調|坦言|直言|透露|补充|補充|警告|呼吁|呼籲|重申|解释|解釋|回应|回應|反驳|反駁|否认|否認|批评|批評|点名|點名|质疑|質疑|承认|承認|宣布|宣佈)/;

/** Titles behind a family name, besides those of the lexicon. */
const titles =
  /^(?:副?(?:主席|总统|總統|总理|總理|部长|部長|院长|院長|局长|局長|署长|署長|行长|行長|总裁|總裁|主任|书记|書記|司长|司長|委员长|委員長|议长|議長|国务卿|國務卿|大使|首相|代表|会长|會長|董事长|董事長|秘书长|秘書長|主委|委員|部長|外长|外長|防长|防長|财长|財長)|执行长|執行長|发言人|發言人|氏|さん|総統|首相|大統領|国防相|外相|財政相|商務相|報道官|国家主席|総裁|会長|社長|CEO)/;

/** Binds single family names to the people named in full before them. */
export function bindSurnames(scene: Scene): void {
  for (const [surname, bearers] of surnames(scene)) {
    const first = (bearers[0] as Admitted).end;
    let last = 0;
    for (let at = scene.text.indexOf(surname, first); at >= 0; at = scene.text.indexOf(surname, at + surname.length)) {
      if (!isFree(at, at + surname.length, scene) || !isPersonAt(at, surname, scene)) continue;
      while (last + 1 < bearers.length && (bearers[last + 1] as Admitted).end <= at) last++;
      const bearer = bearers[last] as Admitted;
      scene.admit({
        start: at,
        end: at + surname.length,
        entity: bearer.entity,
        full: false,
        evidence: { rule: 'surname', detail: scene.text.slice(bearer.start, bearer.end) },
      });
    }
  }
  scene.settle();
}

/** Family names of the people named in full, each with their mentions in text order. */
function surnames(scene: Scene): Map<string, Admitted[]> {
  const found = new Map<string, Admitted[]>();
  for (const mention of scene.admitted) {
    const category = scene.lexicon.categoryOf(mention.entity);
    if (!mention.full || (category !== 'official' && category !== 'executive')) continue;
    for (const surname of surnamesOf(scene.text.slice(mention.start, mention.end), scene.setting.language)) {
      const list = found.get(surname);
      if (list) list.push(mention);
      else found.set(surname, [mention]);
    }
  }
  return found;
}

/** Family names that are Korean words: 수는 is "the number", 이는 "this". */
const syllables = new Set('수이그저한안조차문오전고정');

/** 王毅 → 王; in Japanese 三村淳 → 三村 or 三; 젠슨 황 → 황. */
function surnamesOf(name: string, language: string | null): string[] {
  const western = /^[가-힣]{2,} ([가-힣])$/.exec(name)?.[1];
  if (western !== undefined) return syllables.has(western) ? [] : [western];
  if (!/^[\u3400-\u9fff]{2,5}$/.test(name)) return [];
  const double = doubleNames.exec(name)?.[0];
  if (double !== undefined) return [double];
  const first = name[0] as string;
  return language?.startsWith('ja') && name.length >= 3 ? [name.slice(0, 2), first] : [first];
}

function isPersonAt(at: number, surname: string, { text, setting }: Scene): boolean {
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(at + surname.length, at + surname.length + 8);
  if (livingBefore(text, at) !== null) return false;
  const opens = clauseOpening.test(before);
  // 황은 at the head of a sentence; elsewhere the syllable is part of a word.
  if (classAt(surname, 0) === HANGUL)
    return opens && /^(?:은|는|도)\s/.test(after) && /(?:^|[.!?"”'’\n]\s*)$/.test(text.slice(Math.max(0, at - 3), at));
  if (classAt(before, 0) === HAN && /[\u3400-\u9fff]/.test(before))
    return titles.test(after) && surname.length === 1 && isAfterVerb(before);
  if (titles.test(after)) return true;
  if (!opens || setting.language?.startsWith('ja') || surname.length > 1) return opens && speaks.test(after) && surname.length > 1;
  return words.has(surname) ? surelySpeaks.test(after) : speaks.test(after);
}

/** 会见张副主席, 對黃主席: signs that stand before a name without being part of one. */
function isAfterVerb(sign: string): boolean {
  return '见見与與和同对對向由被受请請给給替为為及跟据據'.includes(sign);
}

function isFree(start: number, end: number, scene: Scene): boolean {
  const before = scene.admittedBefore(end);
  return before === null || before.end <= start;
}
