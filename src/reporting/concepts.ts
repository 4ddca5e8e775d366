/** Finds what a text is about in words that many languages share: topics and countries. */
import { conceptLanguages, conceptLines } from './conceptWords.ts';
import { simplifyHan } from './hanVariants.ts';
import { type Run, stem } from './words.ts';

/** Languages whose names of countries are known, besides those of the concepts. */
const countryLanguages = ['en', 'zh-Hans', 'zh-Hant', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt'];

/** How texts name countries besides their CLDR names: the people, the capital, the short form. */
const countryWords: Record<string, string> = {
  US: 'u.s us usa american americans washington amerikanisch américain estadounidense eeuu usa america 美方 华盛顿 アメリカ 米 米国 미국 워싱턴',
  CN: 'chinese beijing chinesisch chinois chino peking pékin pekín cinese 北京 中方 中国 중국 베이징',
  JP: 'japanese tokyo japanisch japonais japonés tokio giapponese 东京 日方 도쿄 일본',
  KR: 'seoul south-korean südkorea coreano 首尔 韩方 한국 서울 ソウル',
  KP: 'pyongyang north-korean nordkorea pjöngjang 平壤 朝鲜 북한 평양',
  TW: 'taiwanese taipei 台北 台湾 타이베이 대만',
  HK: 'hongkong 香港 홍콩',
  RU: 'russian russians moscow kremlin russisch russe ruso moskau moscou moscú russo 莫斯科 러시아 모스크바 モスクワ',
  UA: 'ukrainian ukrainians kyiv kiev ukrainisch ukrainien ucraniano 基辅 우크라 키이우 キーウ',
  IL: 'israeli israelis jerusalem israelisch israélien israelí 以军 以方 이스라엘',
  PS: 'gaza palestinian palestinians hamas palästinenser palestinien palestino 加沙 哈马斯 巴勒斯坦 ガザ ハマス パレスチナ 가자 하마스 팔레스타인',
  IR: 'iranian tehran teheran iranisch iranien iraní téhéran 德黑兰 テヘラン 테헤란',
  GB: 'uk british britain london britisch britannique británico großbritannien londres londra 英国 伦敦 영국 런던 ロンドン',
  FR: 'french paris französisch français francés parigi francese 巴黎 프랑스 파리 パリ',
  DE: 'german germans berlin deutsche deutscher deutschen allemand alemán tedesco 柏林 독일 베를린 ベルリン',
  ES: 'spanish madrid spanisch espagnol español española spagnolo 马德里 마드리드 マドリード',
  IT: 'italian rome italienisch italien italiano rom roma 罗马 로마 ローマ',
  IN: 'indian delhi indisch indien indio mumbai 新德里 인도 뉴델리',
  PK: 'pakistani islamabad 巴基斯坦',
  CA: 'canadian ottawa kanadisch canadien canadiense 渥太华 加方 캐나다',
  MX: 'mexican mexikanisch mexicain mexicano 멕시코',
  BR: 'brazilian brasilia brasilianisch brésilien brasileño 巴西 브라질',
  AR: 'argentine buenos-aires argentinisch argentin argentino',
  AU: 'australian canberra australisch australien australiano 澳洲 호주',
  NZ: 'zealand wellington',
  NL: 'dutch hague netherlands holland niederländisch néerlandais holandés 荷兰 네덜란드',
  EU: 'eu europe european brussels brüssel bruxelles bruselas europa europäisch européen europeo 欧盟 欧洲 布鲁塞尔 欧州 유럽 유럽연합 브뤼셀',
  TR: 'turkish ankara türkisch turc turco turkey 土耳其 튀르키예 터키',
  SA: 'saudi riyadh 沙特 사우디 サウジ',
  AE: 'emirati uae dubai abu-dhabi 阿联酋 迪拜 두바이 ドバイ',
  EG: 'egyptian cairo ägyptisch égyptien egipcio',
  ZA: 'johannesburg pretoria südafrika',
  NG: 'nigerian abuja lagos',
  PL: 'polish warsaw polnisch polonais polaco warschau',
  SE: 'swedish stockholm schwedisch suédois sueco',
  NO: 'norwegian oslo norwegisch norvégien noruego',
  FI: 'finnish helsinki finnisch finlandais finlandés',
  DK: 'danish copenhagen dänisch danois danés grönland greenland',
  CH: 'swiss zurich geneva schweizer suisse suizo genf genève ginebra',
  AT: 'austrian vienna österreichisch autrichien austriaco wien',
  GR: 'greek athens griechisch grec griego',
  HU: 'hungarian budapest',
  TH: 'thai bangkok',
  VN: 'vietnamese hanoi',
  PH: 'philippine filipino manila 菲律宾',
  ID: 'indonesian jakarta',
  MY: 'malaysian kuala-lumpur',
  SG: 'singaporean',
  MM: 'burmese myanmar burma',
  AF: 'afghan kabul taliban',
  SY: 'syrian damascus',
  LB: 'lebanese beirut hezbollah',
  IQ: 'iraqi baghdad',
  VE: 'venezuelan caracas maduro',
  CO: 'colombian bogota',
  CL: 'chilean',
  PE: 'peruvian lima',
  CU: 'cuban havana',
  UN: 'un united-nations 联合国 国連 유엔 onu uno vereinte',
};

/** The words of all concepts and countries. */
interface Vocabulary {
  byWord: Map<string, string>;
  /** Words of scripts without spaces, and Korean ones, by their text, and the most units that any has with the same first one. */
  bySubstring: Map<string, string>;
  longest: Map<string, number>;
  /** First words of names of two. */
  firstOfTwo: Set<string>;
}

/** Learned when first asked for: a background that only marks a page starts without it. */
let learned: Vocabulary | null = null;

/** The concepts that runs of a text name. */
export function conceptsOf(runs: readonly Run[]): string[] {
  learned ??= learnVocabulary();
  const { byWord, firstOfTwo } = learned;
  const found: string[] = [];
  let before = '';
  for (const run of runs) {
    if (run.script === 'word') {
      const word = run.folded.replace(/['’]s$/, '');
      // Two letters are a name only in capitals: US, EU, AI.
      const single = word.length > 2 || run.text === run.text.toUpperCase() ? (byWord.get(word) ?? byWord.get(stem(word))) : undefined;
      const double = firstOfTwo.has(before) ? byWord.get(`${before} ${word}`) : undefined;
      if (single) found.push(single);
      if (double) found.push(double);
      before = word;
    } else {
      findInside(run.folded, learned, found);
      before = '';
    }
  }
  return found;
}

function findInside(text: string, { bySubstring, longest }: Vocabulary, found: string[]): void {
  for (let start = 0; start < text.length; start++) {
    const most = longest.get(text.charAt(start)) ?? 0;
    for (let end = Math.min(text.length, start + most); end > start; end--) {
      const concept = bySubstring.get(text.slice(start, end));
      if (concept === undefined) continue;
      found.push(concept);
      start = end - 1;
      break;
    }
  }
}

function learnVocabulary(): Vocabulary {
  const vocabulary: Vocabulary = { byWord: new Map(), bySubstring: new Map(), longest: new Map(), firstOfTwo: new Set() };
  for (const line of conceptLines.trim().split('\n')) {
    const columns = line.split('|');
    const concept = columns[0]?.split(' ')[0] ?? '';
    columns.forEach((words, index) => {
      for (const word of words.split(' ')) learn(vocabulary, word, concept, conceptLanguages[index] ?? 'en');
    });
  }
  learnCountries(vocabulary);
  return vocabulary;
}

function learn({ byWord, bySubstring, longest, firstOfTwo }: Vocabulary, word: string, concept: string, language: string): void {
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(word)) {
    // One syllable of Korean is too little to tell a word by.
    if (/^\p{Script=Hangul}$/u.test(word)) return;
    const text = simplifyHan(word);
    bySubstring.set(text, bySubstring.get(text) ?? concept);
    longest.set(text.charAt(0), Math.max(longest.get(text.charAt(0)) ?? 0, text.length));
    return;
  }
  const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/-/g, ' ');
  if (!byWord.has(folded)) byWord.set(folded, concept);
  if (folded.includes(' ')) firstOfTwo.add(folded.slice(0, folded.indexOf(' ')));
  if (language === 'en' && !byWord.has(stem(folded))) byWord.set(stem(folded), concept);
}

/** Countries by their names in Unicode CLDR, which the platform carries, and by the words above. */
function learnCountries(vocabulary: Vocabulary): void {
  const codes: string[] = [];
  for (let a = 65; a < 91; a++) for (let b = 65; b < 91; b++) codes.push(String.fromCharCode(a, b));
  for (const [code, words] of Object.entries(countryWords)) for (const word of words.split(' ')) learn(vocabulary, word, `@${code}`, 'en');
  for (const language of countryLanguages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names
        .of(code)
        ?.replace(/[（(].*$/, '')
        .trim();
      if (name && /^[\p{L}\p{M}]+(?:[ -][\p{L}\p{M}]+)?$/u.test(name))
        learn(vocabulary, name, `@${code}`, language === 'en' ? 'en' : 'other');
    }
  }
}
