/** Which language a text is in, told from its letters and commonest words. */

/** Characters that only one of the two Chinese scripts writes, among the most frequent of each. */
const simplified = /[这国们会对说时个来学产过发还没为开关长问门见马车东书华业义党军农击动办务协单卖历厂压参双变]/g;
const traditional = /[這國們會對說時個來學產過發還沒為開關長問門見馬車東書華業義黨軍農擊動辦務協單賣歷廠壓參雙變]/g;

/** Words that run through any text of a language and few of another. */
const commonWords: Record<string, RegExp> = {
  en: /\b(?:the|and|of|to|in|that|is|for|with|was|on|as|by|from|has|said)\b/gi,
  de: /\b(?:der|die|und|das|von|mit|den|ist|nicht|auf|für|dem|eine|sich|auch|nach)\b/gi,
  fr: /\b(?:le|la|les|et|des|est|une|dans|pour|que|qui|sur|pas|avec|aux|par)\b/gi,
  es: /\b(?:el|los|las|que|una|por|con|para|del|como|más|pero|sus|este|fue|ha)\b/gi,
  it: /\b(?:il|che|di|per|una|con|del|della|sono|non|gli|alla|nel|anche|più|dei)\b/gi,
  pt: /\b(?:não|uma|que|com|para|dos|por|mais|foi|como|das|pelo|pela|são|ao|os)\b/gi,
  nl: /\b(?:het|een|van|dat|niet|zijn|met|voor|ook|maar|aan|bij|wordt|door|naar|om)\b/gi,
  pl: /\b(?:nie|na|do|jest|przez|oraz|dla|od|jak|po|ale|ich|tym|jego)\b/gi,
  tr: /\b(?:ve|bir|bu|ile|olarak|daha|olan|gibi|kadar|sonra|ancak|olduğunu)\b/gi,
  id: /\b(?:yang|dan|dengan|untuk|dari|pada|ini|itu|tidak|akan|dalam|oleh|juga)\b/gi,
  sw: /\b(?:na|ya|wa|kwa|ni|katika|za|la|hiyo|kuwa|huo|cha|vya|wakati)\b/gi,
};

/** How much of a text is read: enough to tell, little enough not to notice. */
const SAMPLE = 4000;

/**
 * BCP 47 tag of a text's main language, or null where it cannot be told. Where
 * letters alone leave several languages open, the declared one of them is taken.
 */
export function detectLanguage(text: string, declared: string | null = null): string | null {
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const hangul = count(/[\uac00-\ud7a3]/g);
  const kana = count(/[\u3041-\u30fa]/g);
  const han = count(/[\u4e00-\u9fff]/g);
  const latin = count(/[A-Za-z\u00c0-\u024f]/g);
  // A letter of these scripts carries about as much as three Latin ones.
  const eastern = 3 * (hangul + kana + han);
  if (eastern > latin) {
    if (hangul > kana && hangul > han / 2) return 'ko';
    if (kana > (kana + han) / 10) return 'ja';
    return count(traditional) > count(simplified) ? 'zh-Hant' : 'zh-Hans';
  }
  for (const script of scripts) {
    const written = count(script.letters);
    if (written <= latin) continue;
    const own = script.languages.find(([, letters]) => letters !== null && count(letters) >= LEAST_OWN * written);
    const [base] = (declared ?? '').toLowerCase().split('-');
    const [main] = script.languages[0] as [string, RegExp | null];
    return (own ?? script.languages.find(([language]) => language === base))?.[0] ?? main;
  }
  const ranked = Object.entries(commonWords)
    .map(([language, words]) => ({ language, hits: count(words) }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = ranked;
  // About a third of running text is such words; a text with fewer than one in ten is in another language.
  const words = count(/[\p{L}'’]+/gu);
  return first !== undefined && first.hits >= 2 && first.hits > (second?.hits ?? 0) && first.hits >= words / 10 ? first.language : null;
}

/** Share of a text's letters from which on those that only one language of a script writes tell it. */
const LEAST_OWN = 0.01;

/** Scripts, each with its languages, the most written one first, and letters that the others do not write. */
const scripts: { letters: RegExp; languages: [string, RegExp | null][] }[] = [
  {
    letters: /[\u0400-\u04ff]/g,
    languages: [
      ['ru', null],
      ['be', /ў/gi],
      ['uk', /[їєґ]/gi],
      ['mk', /[ѓќѕ]/gi],
      ['sr', /[ђјљњћџ]/gi],
      ['kk', /[әғқңұүһ]/gi],
      ['bg', /ъ/gi],
      ['mn', null],
      ['ky', null],
      ['tg', null],
    ],
  },
  {
    letters: /[\u0600-\u06ff]/g,
    languages: [
      ['ar', null],
      ['ur', /[ٹڈڑںے]/g],
      ['ps', /[ټډړښږځڅڼ]/g],
      ['ug', /[ۇۈۋ]/g],
      ['ckb', /[ڕڵۆێ]/g],
      ['sd', /[ٻڀڄڃڊڏٺ]/g],
      ['fa', /[پچژگ]/g],
    ],
  },
  {
    letters: /[\u0590-\u05ff]/g,
    languages: [
      ['he', null],
      ['yi', null],
    ],
  },
  { letters: /[\u0370-\u03ff]/g, languages: [['el', null]] },
  {
    letters: /[\u0900-\u097f]/g,
    languages: [
      ['hi', null],
      ['mr', null],
      ['ne', null],
    ],
  },
  { letters: /[\u0e00-\u0e7f]/g, languages: [['th', null]] },
  { letters: /[\u1000-\u109f]/g, languages: [['my', null]] },
];

/**
 * A language tag as this project writes it: lower-case language, and for
 * Chinese the script (`zh-CN` → `zh-Hans`, `zh-HK` → `zh-Hant`).
 */
export function canonicalLanguage(tag: string): string {
  const [language = '', ...rest] = tag.trim().replace(/_/g, '-').split('-');
  const base = language.toLowerCase();
  if (base !== 'zh' && base !== 'cmn' && base !== 'yue') {
    const region = rest.find((part) => /^[A-Za-z]{2}$/.test(part));
    return region ? `${base}-${region.toUpperCase()}` : base;
  }
  const parts = rest.map((part) => part.toLowerCase());
  if (parts.includes('hant') || (!parts.includes('hans') && parts.some((part) => ['tw', 'hk', 'mo'].includes(part)))) return 'zh-Hant';
  return parts.length > 0 || base === 'cmn' ? 'zh-Hans' : 'zh';
}
