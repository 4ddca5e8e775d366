/**
 * The forms in which texts write a name, worked out from the names and aliases
 * that the data files give: what is strong, what needs proof, which parts of a
 * person's name come back later alone.
 */

import type { Strength } from '../match/lexicon/lexicon.ts';
import { type AliasEntry, plainAlias } from '../match/lexicon/writeLexicon.ts';
import { isCommonFirstName } from '../match/people/commonNames.ts';
import type { Alias, Entity, NameLanguage } from './schema.ts';

/** How names say whose body they name. */
export interface CountrySigns {
  /** Forms in front of a body's name: sign → country. */
  glue: Readonly<Record<string, string>>;
  /** Whether a text holds a country's name or adjective anywhere. */
  isSaid: (text: string, country: string) => boolean;
}
type Glue = CountrySigns['glue'];

type Form = Omit<AliasEntry, 'entity'>;

/** Every form of an entity's name that the matcher should know. `makers` are the names of its maker or parent body. */
export function nameForms(entity: Entity, signs: CountrySigns, makers: readonly string[]): AliasEntry[] {
  if (entity.unmarked) return [];
  const forms = new Map<string, Form>();
  const put = (form: Form) => {
    if (!forms.has(form.text) && !isProvisionOfLaw(form.text)) forms.set(form.text, form);
  };
  const given = Object.values(entity.aliases).flat().map(explicit).map(withoutBracket);
  for (const form of given) put(strengthen(form, entity, signs));
  for (const text of Object.values(entity.names))
    put(strengthen(withoutBracket({ ...plainAlias, text, strength: 'strong' }), entity, signs));
  for (const form of [...forms.values()]) for (const variant of variantsOf(form, entity, signs)) put(variant);
  if (entity.category === 'official' || entity.category === 'executive') for (const part of partsOf(entity)) put(part);
  if (entity.category === 'agency') for (const form of [...forms.values()]) for (const own of ownPart(form, makers)) put(own);
  // A committee's name begins with its chamber's (立法院財政委員會, 衆院予算委員会) and is one.
  const whole = entity.kind === 'committee' ? [] : makers;
  // 商务部工业与安全局 is what 美国商务部工业与安全局 leaves; 財政部關務署 is given as a name.
  const bareMakers = whole.flatMap((maker) => withoutCountry(maker, signs.glue) ?? []);
  const isGiven = new Set([...given.map(({ text }) => text), ...Object.values(entity.names)]);
  return [...forms.values()]
    .filter((form) => !isMadeOfTwo(form.text, entity, isGiven.has(form.text) ? whole : [...whole, ...bareMakers], forms))
    .map((form) => ({ ...form, entity: entity.id }));
}

/** 検証済みエンドユーザー（VEU） names the thing twice; each form is marked for itself. */
function withoutBracket(form: Form): Form {
  const bare = /^([^(（]*[\u3040-\u9fff가-힣][^(（]*)[(（][\p{Script=Latin}\d .&-]+[)）]$/u.exec(form.text)?.[1];
  return bare === undefined ? form : { ...form, text: bare.trim() };
}

function explicit(alias: Alias): Form {
  if (typeof alias === 'string') return { ...plainAlias, text: alias, strength: 'strong' };
  return {
    ...plainAlias,
    text: alias.text,
    strength: alias.weak === false ? 'strong' : 'weak',
    withName: alias.withName ?? false,
    fields: alias.cues ?? null,
    notBefore: alias.notBefore ?? [],
    notAfter: alias.notAfter ?? [],
    languages: alias.in ?? [],
  };
}

/** Names of offices for two things at once are rare enough to stand without their country. */
const twofold = /^(?:Bureau|Office|Administration|Agency) of .+ and /;

/** "Section 232 of the Trade Expansion Act of 1962" names two things, each marked for itself. */
function isProvisionOfLaw(text: string): boolean {
  return /^Section \d+\w* of the /.test(text);
}

/** Names of bodies that many countries have, in the forms that English uses for them. */
const genericEnglish =
  /^(?:(?:Department|Ministry|Office|Bureau|Agency|Commission|Council|Committee|Ministry|Directorate|Administration|House|Cabinet|Army|Navy|Air Force|Coast Guard|National Assembly|National Security Council|Central Bank|Parliament|Senate|Congress|Treasury|Supreme Court|Prime Minister's Office|Statistics|Customs)\b.*|.* (?:Ministry|Department))$/;
const genericForeign =
  /^(?:Ministerium|Bundes(?!bank$|rechnungshof$|wehr$)|Minist[eè]r[eio]+ d|Département d|Departamento d|Secretar[ií]a d|Cámara de |Chambre des |Commission d|Comisión d|Comité d|Conseil d['’]État$|Conseil constitutionnel$|Cour des comptes$|Cour de cassation$|Tribunal Supremo$|Assemblée |Asamblea )|(?:ministerium)$/i;
const genericEastern = /^[\u3400-\u9fff]{2,5}(?:部|省|院|署|局|廳|厅|会|會|庁)$|^[가-힣]{2,5}(?:부|처|청|원|회)$/;

/** Sets how much a form says by itself, by its kind and letters. */
function strengthen(form: Form, entity: Entity, { glue, isSaid }: CountrySigns): Form {
  const single = !/[\s·・-]/.test(form.text);
  const latin = /^[\p{Script=Latin}\p{N}\s.&'’-]+$/u.test(form.text);
  // Single Latin words that mean other things count only as they are written.
  const exact = form.exact || (latin && single && form.strength === 'weak');
  const isPerson = entity.category === 'official' || entity.category === 'executive';
  const isSurname = isPerson && ((latin && single && form.fields === null) || form.withName);
  // Letters and numbers alone name vans, roads and cameras too (H200, A100).
  const isCode = entity.category === 'chip' && /^[A-Z]\d{2,3}[A-Z]?$/.test(form.text);
  const strength: Strength =
    form.strength === 'strong' &&
    entity.category === 'agency' &&
    !twofold.test(form.text) &&
    // 中国外務省 and 俄外交部 say whose they are.
    withoutCountry(form.text, glue) === null &&
    !signsOf(entity.country, glue).some((sign) => form.text.startsWith(sign) && genericEastern.test(form.text.slice(sign.length))) &&
    ((genericEnglish.test(form.text) && !isSaid(form.text, entity.country ?? '')) ||
      (genericForeign.test(form.text) && !isSaid(form.text, entity.country ?? '')) ||
      (genericEastern.test(form.text) && !/^(?:欧洲|歐洲|欧州|유럽)/.test(form.text)))
      ? 'generic'
      : isCode
        ? 'weak'
        : form.strength;
  return { ...form, exact, strength, part: isSurname ? 'surname' : 'whole' };
}

/** Categories whose Korean names are seldom set together: people's have their own rules, and countries stand before bodies'. */
const isOfState: ReadonlySet<Entity['category']> = new Set(['agency', 'official', 'executive']);

/** Other spellings: codes with a space or hyphen, bodies without the country in front. */
function variantsOf(form: Form, entity: Entity, signs: CountrySigns): Form[] {
  const variants: Form[] = [];
  const code = /^([A-Z]{1,3})(\d{2,4}[A-Z]{0,2})$/.exec(form.text);
  if (entity.category === 'chip' && code)
    for (const joint of [' ', '-']) variants.push({ ...form, text: `${code[1]}${joint}${code[2]}`, strength: 'weak' });
  // Many houses write abbreviations that are spoken as words like words: Ofac, Miti, Unesco.
  if ((entity.category === 'agency' || entity.category === 'organisation') && /^(?=.*[AEIOU])(?=.*[^AEIOU])[A-Z]{4,7}$/.test(form.text))
    variants.push({
      ...form,
      text: (form.text[0] as string) + form.text.slice(1).toLowerCase(),
      strength: 'weak',
      exact: true,
      withName: true,
    });
  // Koreans set words of one name together, or apart: 어플라이드머티어리얼즈.
  if (!isOfState.has(entity.category) && /^[가-힣]+(?: [가-힣]+)+$/.test(form.text))
    variants.push({ ...form, text: form.text.replaceAll(' ', '') });
  if (entity.category === 'agency') {
    const bare = withoutCountry(form.text, signs.glue);
    // Every country has an embassy in London; only its country makes it one.
    if (bare !== null && !isDescription(bare) && !/^Embassy|^Mission|^Botschaft|^Ambassade|^Embajada|使[馆館]|대사관/.test(bare))
      variants.push(strengthen({ ...form, text: bare, strength: isNameAlone(bare, form) ? 'strong' : 'weak' }, entity, signs));
  }
  if (entity.category === 'agency') {
    const home = /^(.{8,}) (?:\((\p{Lu}[\p{L} .]+)\)|of (?:the )?(\p{Lu}[\p{L}' ]+))$/u.exec(form.text);
    const country = home?.[2] ?? home?.[3];
    if (country !== undefined && /\s/.test(home?.[1] ?? '') && signs.isSaid(country, entity.country ?? ''))
      variants.push(
        strengthen(
          { ...form, text: home?.[1] as string, strength: genericEnglish.test(home?.[1] as string) ? 'strong' : 'weak' },
          entity,
          signs,
        ),
      );
  }
  if (entity.category === 'agency') variants.push(...ofChamber(form, entity, signs.glue), ...signed(form, entity, signs.glue));
  const committee = /^(?:United States |U\.?S\.? )?(House|Senate) Committee on (?:the )?(.+)$/.exec(form.text);
  if (committee !== null) variants.push({ ...form, strength: 'strong', text: `${committee[1]} ${committee[2]} Committee` });
  // In its own chamber's news a committee goes without it: "the Armed Services Committee".
  const alone = /^(?:House|Senate) (.+? Committee)$/.exec(form.text);
  if (alone !== null && entity.kind === 'committee') variants.push({ ...form, strength: 'weak', text: alone[1] as string });
  // French sets ministries in small letters within a sentence.
  if (/^(?:Ministère|Département) /.test(form.text))
    variants.push({ ...form, text: (form.text[0] as string).toLowerCase() + form.text.slice(1) });
  const corporation = /^(.+) Corporation$/.exec(form.text);
  if (corporation !== null) variants.push({ ...form, text: `${corporation[1]} Corp.` }, { ...form, text: `${corporation[1]} Corp` });
  // "the Energy and Mineral Resources Ministry"
  const field = entity.category === 'agency' ? /^Ministry of (?:the )?(\p{Lu}[^()]+ and [^()]+)$/u.exec(form.text) : null;
  if (field !== null) variants.push({ ...form, text: `${field[1]} Ministry` });
  // Outside of English, acronyms that are read as words are often written as such: Enisa, Aemet.
  if (entity.category === 'agency' && /^\p{Lu}{5,}$/u.test(form.text) && form.strength === 'strong')
    variants.push({ ...form, text: (form.text[0] as string) + form.text.slice(1).toLowerCase(), languages: ['de', 'fr', 'es'] });
  const ampersand = / and /.test(form.text) ? form.text.replace(/ and /g, ' & ') : null;
  if (ampersand !== null) variants.push({ ...form, text: ampersand });
  return variants;
}

/** Chambers of parliaments as eastern languages write them, with the short forms of newspapers. */
const chambers: readonly (readonly string[])[] = [
  ['众议院', '众院'],
  ['參議院', '參院'],
  ['眾議院', '眾院'],
  ['参议院', '参院'],
  ['하원'],
  ['상원'],
  ['下院'],
  ['上院'],
  ['衆議院', '衆院'],
  ['参議院', '参院'],
  ['국회'],
  ['立法院', '立院'],
];

/** 众议院拨款委员会 → 众院拨款委员会, 美国众议院拨款委员会; 하원 세출위원회 → 하원 세출위, 미 하원 세출위원회. */
function ofChamber(form: Form, entity: Entity, glue: Glue): Form[] {
  const signs = signsOf(entity.country, glue);
  const bare = withoutCountry(form.text, glue) ?? form.text;
  const spellings = chambers.find(([chamber]) => bare.startsWith(chamber as string) && bare.length > (chamber as string).length + 2);
  if (spellings === undefined) return [];
  const [chamber] = spellings as [string];
  const own = bare.slice(chamber.length);
  const shorter = own.replace(/위원회$/, '위').replace(/委員会$/, '委');
  const texts = spellings.flatMap((spelling) => [spelling + own, spelling + shorter]);
  const isHangul = /^[가-힣]/.test(bare);
  return [...texts, ...signs.flatMap((sign) => texts.map((text) => sign + (isHangul ? ' ' : '') + text))]
    .filter((text) => text !== form.text)
    .map((text) => ({ ...form, text, strength: 'strong' }));
}

/** Whether a form begins with a chamber's name, its country's sign aside: 立法院程序委員會, 韓国国会教育委員会 are one name, not two. */
function isOfChamber(text: string): boolean {
  return [...chambers.flat(), '国会', '國會'].some((chamber) => {
    const at = text.indexOf(chamber);
    return at >= 0 && at <= LONGEST_SIGN;
  });
}

/** The longest sign of a country in front of a chamber, with its space: 미국 하원, 中華民國立法院. */
const LONGEST_SIGN = 4;

/** 白宫科技政策办公室: the house stands for its offices and is part of their names. */
function isOfWhiteHouse(text: string): boolean {
  return /^(?:白宫|白宮|백악관|ホワイトハウス)/.test(text);
}

/** 国务院 → 美国务院, 国防部 → 英国防部: the country's sign and the body's own first sign read as the country's name. */
function signed(form: Form, entity: Entity, glue: Glue): Form[] {
  const bare = withoutCountry(form.text, glue) ?? form.text;
  if (!/^[国國][\u3400-\u9fff]/.test(bare)) return [];
  return signsOf(entity.country, glue)
    .filter((sign) => /^[\u3400-\u9fff]$/.test(sign) && sign !== '中')
    .map((sign) => ({ ...form, text: sign + bare, strength: 'strong' }));
}

/**
 * Whether what is left of a name without its country describes a kind of body
 * and names none: "central bank", "ministers", Börsenaufsicht, 海关, 세관.
 */
function isDescription(bare: string): boolean {
  return (
    /^[\p{Ll}\s'’-]+$/u.test(bare) ||
    /^(?:\p{L}+(?:aufsicht|behörde|polizei|zoll)|Zoll|Notenbank|Zentralbank)$/u.test(bare) ||
    /^(?:海关|海關|税関|稅關|세관|银行|銀行|은행|警方|警察|경찰|法院|法庭|법원|裁判所|检方|檢方|王室|왕실|之音|의소리|军方|軍方|軍|군|军队|軍隊|군대|税関|政府|정부|内阁|內閣|内閣|내각|使馆|使館|대표부|代表部|委员会|委員会|委員會|理事会|理事會)$/.test(
      bare,
    )
  );
}

/** The eastern forms that stand in front of a country's bodies: 美国, 美國, 美, 米, 미국, 미. */
function signsOf(country: string | undefined, glue: Glue): string[] {
  return Object.keys(glue).filter((sign) => glue[sign] === country && /^[\u3040-\u9fff가-힣]+$/.test(sign));
}

/** "US Department of State" → "Department of State", 美国国务院 → 国务院; null where no country stands in front. */
function withoutCountry(text: string, glue: Glue): string | null {
  const sign = Object.keys(glue)
    .filter((form) => form.length > 1 && text.startsWith(form))
    .sort((a, b) => b.length - a.length)[0];
  if (sign === undefined) return text.startsWith('米') && text.length > 2 ? text.slice(1) : null;
  // 米国務省 is 米 and 国務省; 韓国国会 is 韓国 and 国会.
  if (/^[米英韓独仏豪]国$/.test(sign) && /^[務防立際勢家土歳民連税]/.test(text.slice(2))) return text.slice(1);
  const rest = text.slice(sign.length);
  // 中国の外務省
  const bare = rest.trimStart().replace(/^[の的]/, '');
  const isLatin = /^[\p{Script=Latin}.]/u.test(sign);
  if (isLatin && rest === bare && !sign.endsWith('-')) return null;
  return bare.length >= (isLatin ? 5 : 2) ? bare : null;
}

/**
 * Whether what is left of a body's name without its country can still be told
 * from a word: "Hurricane Center" can, "Senat", "Notenbank" and "ministers" cannot.
 */
function isNameAlone(bare: string, { strength }: Form): boolean {
  return strength !== 'weak' && !/[\u3040-\u9fff가-힣]/.test(bare) && (/\s\S*\p{Lu}/u.test(bare) || /ministerium$/.test(bare));
}

/** Countries where the family name stands first, also in Latin letters. */
const familyFirst = new Set(['CN', 'KR', 'KP', 'VN', 'TW', 'HK', 'MO', 'SG', 'KH']);

/** Countries where people have two surnames. */
const twoSurnames = new Set([
  'MX',
  'ES',
  'AR',
  'CL',
  'CO',
  'PE',
  'VE',
  'EC',
  'BO',
  'UY',
  'PY',
  'CR',
  'PA',
  'GT',
  'HN',
  'SV',
  'NI',
  'CU',
  'DO',
]);

/** Surnames and first names under which a person comes back later in a text. */
function partsOf(entity: Entity): Form[] {
  const forms: Form[] = [];
  const derive = (text: string | undefined, part: 'surname' | 'given') => {
    if (text !== undefined && text.length > 0)
      forms.push({ ...plainAlias, text, strength: 'weak', part, exact: /^[\p{Script=Latin}.'’-]+$/u.test(text), withName: true });
  };
  for (const language of ['en', 'de', 'fr', 'es'] as const) {
    const words = (entity.names[language] ?? '').replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ');
    const [first, ...rest] = words;
    const last = rest.at(-1);
    if (last === undefined || !/^\p{Script=Latin}/u.test(last)) continue;
    const surnameFirst =
      familyFirst.has(entity.country ?? '') &&
      !hasWesternName(first as string, entity) &&
      (last.includes('-') || !/^(?:SG|HK|TW|MO)$/.test(entity.country ?? '')) &&
      rest.length <= 2;
    if (surnameFirst) derive(first, 'surname');
    else {
      // "Rodríguez Ceja": Spanish speaks of people by both of their surnames, too.
      if (rest.length > 1 && twoSurnames.has(entity.country ?? '')) derive(rest.slice(-2).join(' '), 'surname');
      derive(last, 'surname');
      const particle = rest.at(-2);
      if (particle !== undefined && particles.test(particle)) for (const name of withParticles(rest)) derive(name, 'surname');
      if ((first as string).length > 2 && !(first as string).endsWith('.')) derive(first, 'given');
    }
  }
  for (const language of ['zh-Hans', 'zh-Hant', 'ja'] as const)
    for (const name of namesIn(entity, language)) {
      const parts = name.split(/[·・•]/);
      // 李 of 迈克·李 is a sign of many words.
      if (parts.length > 1 && (parts.at(-1) as string).length > 1) derive(parts.at(-1), 'surname');
      if (parts.length > 1 && language === 'ja') derive(parts[0], 'given');
    }
  // Japanese names of four signs part in the middle, those of three mostly behind the second: 高市早苗, 木原稔.
  for (const text of namesIn(entity, 'ja'))
    if (/^[\u3400-\u9fff]{4,}$/.test(text) || (entity.country === 'JP' && /^[\u3400-\u9fff]{2}[\u3040-\u309f\u3400-\u9fff]/.test(text)))
      derive(text.slice(0, 2), 'surname');
  const korean = (entity.names.ko ?? '').split(' ');
  if (korean.length > 1) {
    // 이시바 시게루: of Japanese names the family's stands first in Korean, too.
    const [surname, given] = entity.country === 'JP' ? [korean[0], korean.at(-1)] : [korean.at(-1), korean[0]];
    derive(surname, 'surname');
    derive(given, 'given');
  } else if (/^[가-힣]{3}$/.test(korean[0] as string) || (/^[가-힣]{2,4}$/.test(korean[0] as string) && isOfChinese(entity)))
    derive((korean[0] as string)[0], 'surname');
  return forms;
}

/** A name and the other forms that are read wherever they stand. */
function namesIn({ names, aliases }: Entity, language: NameLanguage): string[] {
  return [names[language], ...(aliases[language] ?? [])].filter((form) => typeof form === 'string');
}

/** der Leyen, von der Leyen, Von der Leyen: with its particles, which have a capital at the head of a sentence. */
function withParticles(rest: readonly string[]): string[] {
  const names: string[] = [];
  for (let at = rest.length - 2; at >= 0 && particles.test(rest[at] as string); at--) {
    const name = rest.slice(at).join(' ');
    names.push(name, (name[0] as string).toUpperCase() + name.slice(1));
  }
  return names;
}

const particles = /^(?:van|von|de|da|di|bin|al|el|der|den|la|le|Van|Von|De|La|Le)$/;

/** Eric Xu sets the family name last; Kim is a first name in English and a family name in Korea. */
function hasWesternName(first: string, entity: Entity): boolean {
  return isOfChinese(entity) && isCommonFirstName(first);
}

/** 왕이 and 마오닝 are written with the family name first, too. */
function isOfChinese(entity: Entity): boolean {
  return /^(?:CN|TW|HK|MO)$/.test(entity.country ?? '');
}

/** The bureau's own name in one that begins with its department's: 工業暨安全局 in 美國商務部工業暨安全局. */
function ownPart(form: Form, parents: readonly string[]): Form[] {
  if (isOfChamber(form.text)) return [];
  const parent = parents.find((name) => /[\u3040-\u9fff가-힣]/.test(name) && form.text.startsWith(name));
  const rest = parent === undefined ? '' : form.text.slice(parent.length).trim();
  return rest.length >= 4 ? [{ ...form, text: rest }] : [];
}

/**
 * Whether a form is the maker's name and the thing's own ("Nvidia H200",
 * 美国商务部工业与安全局): articles mean both, so both are marked apart. Where the
 * rest of an organisation's name says little alone (UN General Assembly), the two are one.
 */
function isMadeOfTwo(text: string, { category }: Entity, makers: readonly string[], forms: ReadonlyMap<string, Form>): boolean {
  if (isOfChamber(text) || isOfWhiteHouse(text)) return false;
  return makers.some((maker) => {
    if (!text.toLowerCase().startsWith(maker.toLowerCase()) || text.length === maker.length) return false;
    const rest = text.slice(maker.length).replace(/^(?:['’]s)?[\s-]*/, '');
    const alone = forms.get(rest);
    return alone !== undefined && !(category === 'organisation' && alone.strength === 'weak');
  });
}
