/** Capitalised words beside a name that make another name of it: Edward Hopper, Department of Energy Resources. */

import type { Alias } from '../lexicon/lexicon.ts';
import { longerFullName } from '../people/privatePersons.ts';
import { isForeigner } from '../people/transliteration.ts';
import { classAt, HAN, HANGUL, KATAKANA } from '../spotting/fold.ts';
import { isCapitalised, type Neighbour } from '../text/document.ts';
import type { Scene } from '../text/scene.ts';
import { isWord, type Spot } from '../text/spots.ts';

/** The name that neighbours make of a name, or null. */
export function namesakeOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text, document } = scene;
  const first = classAt(text, spot.start);
  const category = scene.category(alias);
  const isPart = alias.part !== 'whole';
  const isPerson = category === 'official' || category === 'executive';
  if (first === KATAKANA || first === HAN || first === HANGUL) {
    // アリス・フアン, 克里斯·黄: the other part of a transliterated name.
    if (!isPerson) return null;
    // 里德·怀斯曼: the name goes on.
    const rest = /^\s?[·・•‧]\s?[\p{L}ー]+/u.exec(text.slice(spot.end, spot.end + 16));
    const isWhole = /[·・•‧]/.test(text.slice(spot.start, spot.end));
    if (rest !== null && first === HAN && !isWhole && isForeigner({ ...alias, part: 'surname' }, scene))
      return text.slice(spot.start, spot.end) + rest[0];
    const joined = /([\p{L}ー]+)\s?[·・•‧]\s?$/u.exec(text.slice(Math.max(0, spot.start - 20), spot.start));
    if (joined === null) return null;
    // Korean and Japanese set the dot between two people, too: 트럼프·이재명.
    const isOneName =
      first !== HANGUL && (first !== HAN || !scene.setting.language?.startsWith('ja') || /[ァ-ヶー]$/.test(joined[1] as string));
    return isOneName ? text.slice(spot.start - joined[0].length, spot.end) : null;
  }
  const surname = isPerson && !isPart ? longerFullName(spot, alias, scene) : null;
  if (surname !== null) return surname;
  if (alias.strength === 'strong' && !isPart && !(isPerson && !text.slice(spot.start, spot.end).includes(' '))) return null;
  const surface = text.slice(spot.start, spot.end);
  // Full forms of several words are names by themselves; their neighbours are titles and verbs.
  if (surface.includes(' ') && !isPerson) return continuation(spot, scene);
  const longer = withNeighbour(spot, alias, scene);
  return longer === null || document.isHeadingAt(spot.start) || document.isShoutedAt(spot.start) ? null : longer;
}

/** A name with the capitalised word that stands before or after it, or null. */
function withNeighbour(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text, document } = scene;
  const category = scene.category(alias);
  const surface = text.slice(spot.start, spot.end);
  const before = document.wordBefore(spot.start);
  if (before !== null && isNamePart(before, scene) && !isPossessive(before.text) && !isGermanNoun(before, spot, alias, scene))
    return `${before.text} ${surface}`;
  if (category === 'agency' && text[spot.end] === ' ') {
    const joined = / (?:and|&) (?=\p{Lu}\p{Ll})/uy;
    joined.lastIndex = spot.end;
    if (joined.test(text) && scene.spotAfter(joined.lastIndex) === null) return `${surface} ${text.slice(spot.end, joined.lastIndex + 12)}`;
  }
  // "warf Merz Wortbruch vor", "beim Bundesverkehrsministerium Geld beantragt"
  const isPerson = category === 'official' || category === 'executive';
  const areNounsCapitals = scene.setting.language?.startsWith('de') ?? false;
  const isFollowed = category === 'chip' ? !/\d/.test(surface) : !areNounsCapitals && (isPerson || category === 'agency');
  const after = isFollowed ? document.wordAfter(spot.end) : null;
  return after !== null && isNamePart(after, scene) ? `${surface} ${after.text}` : null;
}

/** German writes nouns with capitals: "vom Typ H200", „der Großkunde SAP“. */
function isGermanNoun(word: Neighbour, { start, end }: Spot, alias: Alias, scene: Scene): boolean {
  if (!scene.setting.language?.startsWith('de')) return false;
  return scene.category(alias) === 'chip'
    ? /^(?:Typs?|Modells?|Modelle|Baureihe|Reihe|Generation|Marke|Serie|Architektur|Plattform|Familie)$/.test(word.text)
    : /^\p{Lu}{3,}$/u.test(scene.text.slice(start, end));
}

/** "Department of Energy Engineering", "Department of Labor and Employment", "Departamento de Energía y Minas": the name goes on. */
function continuation(spot: Spot, scene: Scene): string | null {
  if (scene.document.isHeadingAt(spot.start)) return null;
  const rest = scene.text.slice(spot.end, spot.end + 60);
  const after = /^ (?:Engineering|Accountancy|Accounting|Studies|Sciences?|Management|Economics|Research|Design|Systems|Technology)\b/.exec(
    rest,
  );
  if (after) return scene.text.slice(spot.start, spot.end) + after[0];
  // "the Commerce Department of Community Development" is a town's.
  const city = / Department$/.test(scene.text.slice(spot.start, spot.end)) && /^ of \p{Lu}\p{Ll}+/u.exec(rest);
  if (city) return scene.text.slice(spot.start, spot.end) + city[0];
  // "Department of Energy Resources": a capital right behind a department's field goes on with its name.
  if (/^(?:Department|Ministry|Office|Bureau) of (?:the )?\p{Lu}\p{Ll}+$/u.test(scene.text.slice(spot.start, spot.end))) {
    const word = scene.document.wordAfter(spot.end);
    if (word !== null && /^\p{Lu}\p{Ll}{2,}/u.test(word.text) && !belongsToBody.test(word.text) && goesOn(word, scene))
      return `${scene.text.slice(spot.start, spot.end)} ${word.text}`;
  }
  const joined = /^((?:, \p{Lu}[\p{L}-]+)*,? (?:and|&|et|und|y|e) (?:of |de la |de l['’]|du |des |de |la )?)(\p{Lu}[\p{L}-]+)/u.exec(rest);
  if (joined === null || !subjects.test(joined[2] as string)) return null;
  // "the Department of Commerce and Treasury" names two.
  const next = scene.spotAfter(spot.end + (joined[1] as string).length);
  return next?.aliases.some((one) => scene.category(one) !== 'official') ? null : scene.text.slice(spot.start, spot.end) + joined[0];
}

/** Whether a capitalised word is no opener, title, country or name of its own, though it may be a word of some field: Drinks. */
function goesOn(word: Neighbour, scene: Scene): boolean {
  const known = scene.spotAfter(word.start);
  const isFree = known === null || (known.aliases.length === 0 && known.words.every(({ kind }) => kind === 'cue' || kind === 'decoy'));
  return isFree && !scene.lexicon.openers.has(word.text);
}

/** Kinds of bodies whose names go on with their fields: "the Council on Energy, Environment and Water". */
const opensName =
  /\p{Lu}\p{L}*(?:ouncil|ommittee|ommission|nstitute|entre|enter|ssociation|orum|ociety|gency|etwork|lliance|ederation|oundation|chool|ollege|niversity|oard|onference|orkshop|inister|inistry) (?:on|for|of) (?:the )?$/u;

/** Departments of regions, towns and offices: "la Consejería de Hacienda", "cuyo Departamento de Interior". */
const departmentBefore =
  /(?<!\p{L})(?:Conseller[ií]a|Consejer[ií]a|Concejal[ií]a|Departament|Departamento|Viceconsejería|Delegación|Área|Facultad|Facult[ée]|Département|Direction|Dirección General|Cátedra|Fachbereich|Amt) (?:de(?: la)?|del|d['’]|des|du|für|of) ?$/u;

/** A bare "Commerce", "Labor" or "Council" within a longer name: "the Labor Contracts Act", "Council of European Registries", "the State". */
export function partOfName(spot: Spot, scene: Scene): string | null {
  const { text } = scene;
  const surface = text.slice(spot.start, spot.end);
  const before = text.slice(Math.max(0, spot.start - 32), spot.start);
  const after = text.slice(spot.end, spot.end + 48);
  if (!/^\p{Lu}\p{Ll}+$/u.test(surface)) return null;
  const law = /^(?: \p{Lu}[\p{L}-]+){0,3} (?:Act|Bill|Law)\b/u.exec(after);
  if (law !== null) return surface + law[0];
  // "the Treasury Committee" is a parliament's.
  const committee = /^ (?:Select )?(?:Sub)?[Cc]ommittee\b/.exec(after);
  if (committee !== null && !/^(?:House|Senate|Congress|Parliament|Commons|Lords|Assembly|Knesset|Bundestag)$/.test(surface))
    return surface + committee[0];
  // "Victoria's Department of Treasury and Finance"
  const joint = /^ (?:and|&) \p{Lu}\p{Ll}+/u.exec(after);
  const whole = joint && /(?:Department|Ministry|Office|Board) of (?:the )?$/.exec(before);
  if (whole !== null) return whole[0] + surface + joint?.[0];
  const head = opensName.exec(before) ?? departmentBefore.exec(before);
  if (head !== null) return head[0] + surface;
  // "Défense : Paris presse ses alliés" names the field that a headline is about.
  const isField = /^[\s\u202f]?:/.test(after) && scene.document.paragraphAt(spot.start).start === spot.start;
  if (isField && /^(?:fr|es|de)/.test(scene.setting.language ?? '')) return `${surface}:`;
  const congress = /^Con(?:greso|grès)$/.test(surface) ? /^ (?:de|des) (?!diputados|députés)\p{Ll}+s(?!\p{L})/u.exec(after) : null;
  if (congress !== null) return surface + congress[0];
  // "the ten-year Treasury at 4.2 percent" is a bond.
  const bond = surface === 'Treasury' ? /(?:[-\d](?:year|month)|[Bb]enchmark|dated) $/.exec(before) : null;
  if (bond !== null) return bond[0] + surface;
  if (surface === 'State' && /(?:^|\s)[Tt]he $|\bState$/.test(before)) return `the ${surface}`;
  // "State regulators say": those of the states.
  const ofStates = surface === 'State' ? statesOwn.exec(after) : null;
  if (ofStates !== null) return surface + ofStates[0];
  const of = /^ of (?:the )?(?=\p{Lu})/u.exec(after);
  if (of === null) return null;
  const next = scene.spotAfter(spot.end + of[0].length);
  return isWord(next, 'country') ? null : surface + of[0];
}

/** A bare "Trade Act" in a longer name: "the Strategic Trade Act". */
export function partOfLaw(spot: Spot, scene: Scene): string | null {
  const surface = scene.text.slice(spot.start, spot.end);
  if (!/ (?:Act|Bill|Law)$/.test(surface) || scene.document.isHeadingAt(spot.start)) return null;
  const before = scene.document.wordBefore(spot.start);
  return before !== null && isNamePart(before, scene) && !isPossessive(before.text) ? `${before.text} ${surface}` : null;
}

/** What states have, too, and news tells of in their number. */
const statesOwn =
  /^ (?:regulators|lawmakers|legislators|legislatures|senators|representatives|governments|agencies|attorneys|courts|prosecutors|troopers|police|prisons|parks|taxes|laws|budgets|elections?|schools|universities|utilities|insurers)(?!\p{L})/u;

/** Offices and posts that follow a department's name: "Department of Commerce Undersecretary", "Department of Energy Building". */
const belongsToBody =
  /^(?:Secretary|Undersecretary|Under|Assistant|Deputy|Acting|General|Inspector|Office|Bureau|Division|Building|Headquarters|Chief|Director|Spokes\p{Ll}+|Press|Officials?|Employees?|Lawyers?|Attorneys?|Agents?|Rules?|Form|Order|Report|Grant|Loan)/u;

/** What departments of states and universities are for, as names of them go on: "… and Employment". */
const subjects = new RegExp(
  `^(?:${[
    'Accountancy|Accounting|Agri|Aging|Border|Broadcasting|Business|Child|Citizenship|Climat|Communit|Consumer|Corrections|Cultur|Criminology',
    'Design|Disabilit|Econom|Education|Empl|Energ|Engineering|Environment|Famil|Farming|Fisher|Food|Forest|Health|Heritage|Housing|Human|Immigration',
    'Industr|Infrastructure|Innovation|Insurance|Labou?r|Law|Licens|Livestock|Management|Marine|Markets|Media|Military|Mina|Mine|Mineral|Mining',
    'Natural|Parks|Planning|Policy|Probation|Public|Recreation|Regulat|Rehabilitation|Research|Resources|Revenue|Rural|Safety|Salud|Science|Soci[eé]t|Sciences',
    'Sécurité|Seguridad|Senior|Skills|Social|Societ|Society|Souveraineté|Sport|Strategic|Studies|Systems|Tax|Technolog|Tourism|Training|Transport',
    'Travail|Trabajo|Urban|Veterans|Vivienda|Water|Welfare|Wildlife|Wirtschaft|Women|Workforce|Youth|Administration|Pesca|Ganadería|Umwelt|Verkehr',
  ].join('|')})`,
);

/** Whether a neighbouring word reads as part of a name: capitalised, and nothing that is known to stand beside names. */
function isNamePart(word: Neighbour, scene: Scene): boolean {
  if (!isCapitalised(word.text) || scene.lexicon.openers.has(word.text)) return false;
  // Words in capitals (CEO, AI, GPU, II) are no given names; "J." is an initial.
  // The network X ends many a sentence.
  if (/^\p{Lu}\.$/u.test(word.text)) return word.text !== 'X.' && !(word.text === 'M.' && scene.setting.language?.startsWith('fr'));
  if (/^[\p{Lu}\p{N}-]{2,}s?$/u.test(word.text)) return false;
  const before = scene.spotBefore(word.end);
  if (before !== null && before.end === word.end && isKnownBeside(before)) return false;
  const after = scene.spotAfter(word.start);
  return after === null || after.start !== word.start || !isKnownBeside(after);
}

/** Titles, countries, cues and whole names stand beside names; a bare given name or surname is part of one. */
function isKnownBeside(spot: Spot): boolean {
  return spot.words.length > 0 || spot.aliases.some((alias) => alias.part === 'whole');
}

function isPossessive(word: string): boolean {
  return /['’]s?$/.test(word);
}
