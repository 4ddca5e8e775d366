/**
 * What a spot is not, however well its letters fit. Each veto answers with the
 * words that speak against a reading, or null; the first that answers ends it.
 */

import { countryBeside } from '../countries/countryBeside.ts';
import { titleBeside } from '../evidence/beside.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { businessOf, calledSo, givenNameOf } from '../people/bearers.ts';
import { callingOf, otherBearer } from '../people/callings.ts';
import { isForeigner } from '../people/transliteration.ts';
import { classAt, HAN, HANGUL } from '../spotting/fold.ts';
import { longerName, wordAcross } from '../spotting/segments.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';
import { isForeignAbbreviation } from './abbreviations.ts';
import { calledLikeBody, ofThePast, partOfFirm } from './calledLikeBodies.ts';
import { longerWord, wordFromEnding } from './compounds.ts';
import { nameBearer } from './lentNames.ts';
import { partOfCountry, townInState, townOf } from './localBodies.ts';
import { namesakeOf, partOfLaw, partOfName } from './namesakes.ts';
import { titleOf } from './officeTitles.ts';
import { otherField } from './otherFields.ts';
import { quarterOf } from './quarters.ts';
import { differentOne, inFiction } from './setApart.ts';
import { described, thingBeside } from './things.ts';
import { addressAround } from './webAddresses.ts';

/** One reading of one spot, as the vetoes and rules look at it. */
export interface Candidate {
  spot: Spot;
  alias: Alias;
}

/** How far behind the word for a club, in UTF-16 units, the ministries of its paragraph are its own. */
const FAR_CLUB = 120;

type Veto = (candidate: Candidate, scene: Scene) => string | null;

/** The first veto that speaks against a reading, with its words; null where none does. */
export function vetoOf(candidate: Candidate, scene: Scene): { rule: string; detail: string } | null {
  for (const [rule, veto] of rules) {
    const detail = veto(candidate, scene);
    if (detail !== null) return { rule, detail };
  }
  return null;
}

const vetoes: Record<string, Veto> = {
  address: ({ spot }, scene) => addressAround(spot, scene),

  /** A model or type number glued on makes another name: `H20-3e`, `DeepSeek-V3`, `B200A`. */
  'longer-name': ({ spot, alias }, { text, lexicon }) => {
    if (!/[-‑–'’ ]/.test(text[spot.end] ?? '') && !text.startsWith('Bank of ', spot.start)) return null;
    const after = text.slice(spot.end, spot.end + 8);
    const glued = after.match(/^[-‑–](?:[A-Z]{0,2}\d|R\d|V\d|Coder|OCR|VL\b|Math)/)?.[0];
    if (glued !== undefined) return text.slice(spot.start, spot.end) + glued;
    // The Royal Bank of Canada is not the Bank of Canada.
    if (text.startsWith('Bank of ', spot.start)) {
      const firm = /(?:Royal|National|First|Commercial|Industrial|Export-Import|Postal Savings|Development) $/.exec(
        text.slice(Math.max(0, spot.start - 20), spot.start),
      );
      if (firm !== null) return firm[0] + text.slice(spot.start, spot.end);
    }
    // Xi'an, but Xi's.
    const apostrophe = after.match(/^['’](?!s\b)\p{Ll}{2,}/u)?.[0];
    if (apostrophe !== undefined) return text.slice(spot.start, spot.end) + apostrophe;
    if (lexicon.categoryOf(alias.entity) === 'company' && /^ (?:V\d|R\d|-V\d)/.test(after))
      return text.slice(spot.start, spot.end) + after.trimEnd();
    return null;
  },

  'word-beside': ({ spot, alias }, { text }) => {
    if (alias.notBefore.length + alias.notAfter.length === 0) return null;
    const after = text.slice(spot.end, spot.end + 40).trimStart();
    const before = text.slice(Math.max(0, spot.start - 40), spot.start).trimEnd();
    const follower = alias.notBefore.find((word) => after.startsWith(word));
    if (follower !== undefined) return `followed by "${follower}"`;
    const leader = alias.notAfter.find((word) => before.endsWith(word));
    return leader === undefined ? null : `after "${leader}"`;
  },

  /** BIZ is a bank in German, and a page of business news in Korean. */
  'other-language': ({ alias }, { setting }) => {
    const page = setting.language;
    if (page === null || alias.languages.length === 0) return null;
    return alias.languages.some((language) => page === language || page.startsWith(`${language}-`)) ? null : page;
  },

  /** 思科 in 反思科技, 李强 in 李强调: two signs that belong to two other words. */
  'part-of-word': ({ spot, alias }, scene) => {
    const { text } = scene;
    if (spot.end - spot.start !== 2) return null;
    if (classAt(text, spot.start) === HANGUL && /^(?:official|executive)$/.test(scene.category(alias))) return shortKoreanName(spot, text);
    if (classAt(text, spot.start) !== HAN) return null;
    if (isForeigner(alias, scene) && titleBeside(spot, alias, scene) !== null) return null;
    const category = scene.category(alias);
    const isPerson = (category === 'official' || category === 'executive') && alias.part === 'whole';
    // 贺荣荣 doubles the last sign of a given name; 高通通过 does not.
    if (isPerson && text[spot.end] === text[spot.end - 1]) return text.slice(spot.start, spot.end + 1);
    // 美超微與緯創下單: behind another firm.
    if (category === 'company' && isListed(spot, scene)) return null;
    return acrossWords(spot, scene) ?? (isPerson ? longerName(text, spot.start, spot.end) : null);
  },

  /** "The Labor Contracts Act" and "the Council on Energy, Environment and Water" name no department, 惊鸿-B100 is another's chip, the Intel Room a room. */
  'part-of-name': ({ spot, alias }, scene) => {
    const { text } = scene;
    const category = scene.category(alias);
    if (category === 'agency') return alias.strength === 'weak' ? partOfName(spot, scene) : null;
    if (category === 'policy') return alias.strength === 'weak' ? partOfLaw(spot, scene) : null;
    // ゴードン・ルービン
    const given =
      category === 'chip' && alias.strength === 'weak'
        ? /[\u30a1-\u30ff]+・$/.exec(text.slice(Math.max(0, spot.start - 12), spot.start))
        : null;
    if (given !== null) return given[0] + text.slice(spot.start, spot.end);
    if (category === 'chip' && /[-‑]/.test(text[spot.start - 1] ?? '')) {
      const head = /([\p{L}\p{N}]+)[-‑]$/u.exec(text.slice(Math.max(0, spot.start - 12), spot.start));
      return head !== null && !/^(?:DGX|HGX|MGX|NVIDIA|Nvidia)$/.test(head[1] as string)
        ? head[0] + text.slice(spot.start, spot.end)
        : null;
    }
    if (category !== 'company') return null;
    const lent = lentTo.exec(text.slice(spot.end, spot.end + 10));
    return lent && text.slice(spot.start, spot.end) + lent[0];
  },

  /** India's Congress is a party. */
  party: ({ spot, alias }, scene) => {
    if (scene.category(alias) !== 'agency' || scene.text.slice(spot.start, spot.end) !== 'Congress') return null;
    const office = /^ (?:leaders?|MPs?|MLAs?|president|chief|party|workers?|spokes\p{L}+|veteran)\b/u.exec(
      scene.text.slice(spot.end, spot.end + 16),
    );
    const india = scene.lexicon.header.countries.indexOf('IN');
    return office !== null && (scene.votes.get(india)?.count ?? 0) > 0 ? `Congress${office[0]}` : null;
  },

  /** 教育部署, 米国会社: the last sign of a body's name begins another word. */
  'word-from-ending': ({ spot, alias }, scene) => (scene.category(alias) === 'agency' ? wordFromEnding(spot, scene) : null),

  /** 国会図書館, 商务部经理, 県商工労働部, 誰的商務部: signs beside a body's name make another word of it. */
  'longer-word': ({ spot, alias }, scene) =>
    scene.category(alias) === 'agency' && alias.strength !== 'strong' ? longerWord(spot, scene) : null,

  /** "Commerce Secretary", "Secretary of the Treasury", 美国财政部长 name an office holder, not the body. */
  title: (candidate, scene) => titleOf(candidate.spot, candidate.alias, scene),

  /** The Oklahoma Department of Commerce, Department of Health in Utah, 高雄市經濟發展局. */
  'part-of-country': ({ spot, alias }, scene) => partOfCountry(spot, alias, scene),

  /** "the White House, a pub", Gasthof "Weißes Haus": what stands beside it says that it is something else. */
  'another-thing': ({ spot, alias }, scene) => {
    const category = scene.category(alias);
    if (category !== 'official' && category !== 'executive') return thingBeside(spot, scene);
    // "assisted by Lagarde, a tug"
    return scene.text.slice(spot.start, spot.end).includes(' ') ? null : described(spot, scene);
  },

  /** "Über" is not Uber, nor a Gärtner Gartner, nor an "Arms Race" one of Arm's. */
  'other-word': ({ spot, alias }, { text, lexicon, setting, document }) => {
    const surface = text.slice(spot.start, spot.end);
    const category = lexicon.categoryOf(alias.entity);
    // "DOES" is no plural of DOE; bodies have none: MOFs are materials, DfES was another department.
    if (/^\p{Lu}{2,4}$/u.test(surface) && text[spot.end] === 'S') return `${surface}S`;
    // Words have plurals, firms none; German and French genitives look like them.
    const isWord = alias.strength === 'weak' && /^\p{L}+$/u.test(surface) && /^[sS](?!\p{L})/u.test(text.slice(spot.end, spot.end + 2));
    if (
      isWord &&
      setting.language?.startsWith('en') &&
      (category === 'company' || (category === 'chip' && document.isShoutedAt(spot.start)))
    )
      return surface + text[spot.end];
    if (category === 'agency' || category === 'organisation') {
      // "Justices" and "States", too, are no bodies.
      const isPlural = /^(?:.*\p{Lu}|\p{Lu}\p{Ll}+)$/u.test(surface) && /^[sS](?![\p{L}\p{N}])/u.test(text.slice(spot.end, spot.end + 2));
      if (isPlural) return surface + text[spot.end];
    }
    if (category !== 'company' && category !== 'organisation' && category !== 'chip') return null;
    // Full-width letters are the same letters; Gaudí is an architect, Intel's Gaudi a chip.
    const plain = surface.normalize('NFD').replace(/\p{M}/gu, '');
    return plain !== surface && ` ${lexicon.entityName(alias.entity)}`.endsWith(` ${plain}`) ? surface : null;
  },

  /** "Taiwan's own entity list" is not America's. */
  'other-country': ({ spot, alias }, scene) => {
    if (scene.category(alias) !== 'policy' || alias.strength !== 'weak') return null;
    const isOwned = /['’]s?\s(?:own\s)?$/.test(scene.text.slice(Math.max(0, spot.start - 7), spot.start));
    const beside = isOwned ? countryBeside(spot, scene) : null;
    const own = scene.lexicon.countryOf(alias.entity);
    return beside !== null && own >= 0 && beside.country !== own ? beside.detail : null;
  },

  /** "9.58 SEC", "12 DOE" measure or count. */
  measure: ({ spot, alias }, { text }) => {
    if (alias.strength === 'strong' || !/^(?:\p{Lu}{2,4}|Gigabyte|GIGABYTE|Micron)$/u.test(text.slice(spot.start, spot.end))) return null;
    const number = /(?<![\w.,:])\d{1,3}(?:[.,:]\d+)*\s?$/.exec(text.slice(Math.max(0, spot.start - 10), spot.start));
    const month = /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?\s+\d{1,2}\s$/u.test(
      text.slice(Math.max(0, spot.start - 16), spot.start),
    );
    return number === null || month ? null : number[0] + text.slice(spot.start, spot.end);
  },

  /** "the Bureau of Indian Standards (BIS)": the text says itself what its letters stand for. */
  'other-abbreviation': ({ spot, alias }, scene) => isForeignAbbreviation(spot, alias, scene),

  /** "a man named Lutnick", "a third Kushner", "Mrs Trump": a bearer of the name, not the one who is known by it. */
  'another-bearer': ({ spot, alias }, scene) => otherBearer(spot, alias, scene),

  /** A capitalised word beside it makes another name of it: Edward Hopper, Brandon Lutnick, Blackwell City. */
  namesake: ({ spot, alias }, scene) => namesakeOf(spot, alias, scene),

  /** A hair salon or a son that bears the name of a company or a chip: 輝達髮廊, 兒子林輝達. */
  'lent-name': ({ spot, alias }, scene) => {
    const category = scene.category(alias);
    const isLent = category === 'company' || category === 'chip' || (category === 'agency' && alias.strength === 'strong');
    const called = category === 'official' || category === 'executive' ? null : calledSo(spot, scene);
    return called ?? nameBearer(spot, alias, scene) ?? (isLent ? (businessOf(spot, scene) ?? givenNameOf(spot, scene)) : null);
  },

  /** "In this thriller the Department of State", "a different Department of Finance". */
  'set-apart': ({ spot, alias }, scene) =>
    scene.category(alias) === 'agency' && alias.strength !== 'strong' ? (inFiction(spot, scene) ?? differentOne(spot, scene)) : null,

  /** A team called “国防部”, the 商务部 of a hotel. */
  'called-like': ({ spot, alias }, scene) => {
    if (scene.category(alias) !== 'agency') return null;
    return calledLikeBody(spot, scene) ?? (alias.strength === 'strong' ? null : partOfFirm(spot, scene));
  },

  /** The 国防部 of the Soviet Union. */
  'of-the-past': ({ spot, alias }, scene) =>
    scene.category(alias) === 'agency' && alias.strength !== 'strong' ? ofThePast(spot, scene) : null,

  /** Bodies of a students' union or a model parliament are called like the state's. */
  club: ({ spot, alias }, scene) => {
    if (scene.category(alias) !== 'agency' || alias.strength === 'strong' || !scene.holds('club')) return null;
    const near = [
      scene.document.sentenceAt(spot.start),
      { start: Math.max(scene.document.paragraphAt(spot.start).start, spot.start - FAR_CLUB), end: spot.start },
    ];
    const club = near.flatMap((range) => scene.wordsWithin(range)).find((other) => isWord(other, 'club'));
    return club ? scene.text.slice(club.start, club.end) : null;
  },

  /** Shanghai designer Lin Jian, dietitian Karen Sacks. */
  calling: ({ spot, alias }, scene) => callingOf(spot, alias, scene),

  /** A van named H200, apple growers, a horse called 「白宮勇士」: the text speaks of another field of life, and of none of the name's own. */
  'other-field': ({ spot, alias }, scene) => otherField(spot, alias, scene),

  /** "in Blackwell," is a town, "City Hall in Commerce" another, and the parc de Bercy no ministry. */
  'as-place': ({ spot, alias }, scene) => {
    if (scene.category(alias) === 'agency')
      return quarterOf(spot, alias, scene) ?? (alias.strength === 'weak' ? (townOf(spot, scene) ?? townInState(spot, scene)) : null);
    if (scene.category(alias) === 'organisation') return townInState(spot, scene);
    const town = scene.category(alias) === 'company' ? township.exec(scene.text.slice(spot.end, spot.end + 4)) : null;
    if (town !== null) return scene.text.slice(spot.start, spot.end) + town[0];
    if (scene.category(alias) !== 'chip' || alias.strength === 'strong' || /\d/.test(scene.text.slice(spot.start, spot.end))) return null;
    // Towns and people are founded, settled and born; chips are launched.
    const story =
      /^\s+(?:was|is)\s+(?:first\s+)?(?:founded|settled|incorporated|born|named after|a (?:small )?(?:town|city|village|suburb))\b/.exec(
        scene.text.slice(spot.end, spot.end + 40),
      );
    if (story !== null) return scene.text.slice(spot.start, spot.end) + story[0];
    const before = scene.document.wordBefore(spot.start);
    if (before === null || !/^(?:in|In|near|outside|around)$/.test(before.text)) return null;
    return /^\s*[,.;:!?)”"’']|^\s+(?:and|on|where|who|that|is|was|has|have)\b|^$/.test(scene.text.slice(spot.end, spot.end + 12))
      ? `${before.text} ${scene.text.slice(spot.start, spot.end)}`
      : null;
  },
};

const rules = Object.entries(vetoes);

/** Whether a company's whole name and a word for "and" stand right before. */
function isListed({ start }: Spot, scene: Scene): boolean {
  if (!/[、和与與及跟]/.test(scene.text[start - 1] ?? ' ')) return false;
  const before = scene.spotBefore(start - 1);
  return before?.aliases.some((one) => one.strength === 'strong' && scene.category(one) === 'company') ?? false;
}

const across = new WeakMap<Spot, string | null>();

/** The word across a spot's ends, or null; looked up once for all of its readings. */
function acrossWords(spot: Spot, { text }: Scene): string | null {
  let word = across.get(spot);
  if (word === undefined) {
    word = wordAcross(text, spot.start, spot.end);
    across.set(spot, word);
  }
  return word;
}

/** 이강 in 이강인, 장한 in 주장한: a name of two syllables with more than a particle or a title around it is a longer word. */
function shortKoreanName(spot: Spot, text: string): string | null {
  const before = classAt(text, spot.start - 1) === HANGUL;
  const after = /^[가-힣]+/.exec(text.slice(spot.end, spot.end + 6))?.[0];
  const isFree =
    after === undefined ||
    /^(?:[은는이가을를의과와도로에]|에게|께서|부터|까지|이다|이라|씨|측)$|^(?:은|는|이|가|을|를|의|과|와|도)?(?:부장|주임|대변인|대사|총리|주석|장관|위원)/.test(
      after,
    );
  return before || !isFree ? text.slice(spot.start - (before ? 1 : 0), spot.end + (after?.length ?? 0)) : null;
}

/** What bears a firm's name: rooms, arenas, prizes. */
const lentTo = /^ (?:Room|Hall|Arena|Stadium|Theater|Theatre|Prize|Awards?|Cup|Open|Classic|Trophy|Bowl)\b/;

/** What makes a township of a firm's name: 高通乡, 三星農會. */
const township = /^(?:[乡鄉镇鎮村县縣](?![\u3400-\u9fff]?[办辦])|(?:农会|農會|公所|国小|國小)(?![长長]))/;
