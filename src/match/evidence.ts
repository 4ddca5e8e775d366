/**
 * What admits a reading that does not speak for itself. The rules stand from
 * near to far; each kind of name says how far its evidence may lie.
 */
import type { Evidence } from '../shared/model.ts';
import { isCommonName } from './commonNames.ts';
import type { Range } from './document.ts';
import type { Alias } from './lexicon.ts';
import { privatePerson } from './privatePersons.ts';
import type { Admitted, Scene, Spot } from './scene.ts';

/** Words of everyday, places and names of people before they are firms, in every text about selling. */
const everydayWords = new Set(
  '苹果 蘋果 小米 浪潮 联想 聯想 荣耀 榮耀 栄耀 字节 字節 三星 中兴 中興 曙光 飞腾 飛騰 快手 甲骨文 松下 阿里 海光 海康 海思 超微 超威 亚马逊 亞馬遜 新帝 康宁 康寧 大疆 滴滴 传音 傳音 群联 群聯 世芯 智邦 胜高 勝高 仁宝 仁寶 和硕 和碩 戴尔 戴爾 微星 技嘉 思科 索尼 日立 佳能 安世 慧与 慧與 领英 領英 威訊 威騰 德儀 联电 聯電 楽天 日月光 芯原'.split(
    ' ',
  ),
);

/** How far from a name its evidence may lie. */
const reaches = ['beside', 'sentence', 'paragraph', 'text'] as const;
type Reach = (typeof reaches)[number];

/** Fields whose words are so common that they prove little: a name needs more than them. */
const TEXT_CUES = 2;

/** The evidence that admits a weak reading, or null. */
export function evidenceFor(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const introduced = introducedBy(spot, alias, scene);
  if (introduced !== null) return { rule: 'introduced', detail: introduced };
  if (scene.isNamedInFull(alias.entity)) return { rule: 'full-name', detail: scene.lexicon.entityName(alias.entity) };
  if (alias.withName) return null;
  const beside =
    kinBeside(spot, alias, scene) ??
    kinInSentence(spot, alias, scene) ??
    titleBeside(spot, alias, scene) ??
    listedBeside(spot, alias, scene) ??
    companiesListed(spot, alias, scene) ??
    departmentsListed(spot, alias, scene);
  if (beside !== null) return beside;
  if (isCommonName(scene.text.slice(spot.start, spot.end))) return bearerKnown(spot, alias, scene);
  const reach = reachOf(spot, alias, scene);
  const { document } = scene;
  const ranges: [Exclude<Reach, 'beside'>, Range][] = [
    ['sentence', document.sentenceAt(spot.start)],
    ['paragraph', document.paragraphAt(spot.start)],
    ['text', { start: 0, end: scene.text.length }],
  ];
  for (const [name, range] of ranges) {
    if (reaches.indexOf(name) > reaches.indexOf(reach)) break;
    const kin = name === 'text' ? scene.kinOf(alias.entity) : scene.kinWithin(range, alias.entity);
    if (kin) return { rule: `kin-in-${name}`, detail: scene.text.slice(kin.start, kin.end) };
    if (standsAlone(spot, alias, scene)) continue;
    if (name !== 'sentence' && isWordHere(spot, alias, scene)) continue;
    const cue = name === 'text' ? cueAnywhere(spot, alias, scene) : cueWithin(spot, alias, scene, range);
    if (cue !== null) return { rule: `cue-in-${name}`, detail: cue };
  }
  const acting = actsAmongWords(spot, alias, scene) ?? firmInSentence(spot, alias, scene);
  if (acting !== null) return acting;
  const stated = statedBeside(spot, alias, scene);
  if (stated !== null) return stated;
  const topic = topicOf(spot, alias, scene);
  if (topic !== null) return topic;
  // Among several makers of chips, H200 is a chip.
  return scene.category(alias) === 'chip' && isCode(spot, scene) && isTopic(scene, alias)
    ? { rule: 'cue-by-company', detail: 'companies' }
    : null;
}

/**
 * Whether a text has anything to do with the field of a strong name. Full
 * names of people are shared by others, so a text without a word of politics
 * (or, for executives, of their trade) is not about them.
 */
export function fieldOf(alias: Alias, scene: Scene, self: Spot): Evidence | null {
  const surface = scene.text.slice(self.start, self.end);
  // 罗伯特·加西亚 is Robert Garcia.
  const written = /^\p{Script=Latin}/u.test(surface) ? surface : scene.lexicon.entityName(alias.entity);
  if (isCommonName(written)) return bearerKnown(self, alias, scene);
  if (isAddressedPlainly(self, scene) || privatePerson(self, alias, scene) !== null) return knownByKin(self, alias, scene);
  const word = [...scene.tally(alias.fields).first, ...scene.titles].find((spot) => spot.end <= self.start || spot.start >= self.end);
  if (word) return { rule: 'name', detail: scene.text.slice(word.start, word.end) };
  for (const entity of scene.entities) if (entity !== alias.entity) return { rule: 'name', detail: scene.lexicon.entityName(entity) };
  return null;
}

/** What shows that somebody who is spoken of as private people are is the known bearer of the name after all. */
function knownByKin(self: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.isNamedInFull(alias.entity)) return { rule: 'full-name', detail: scene.lexicon.entityName(alias.entity) };
  const kin = scene.kinOf(alias.entity);
  if (kin !== null) return { rule: 'kin-in-text', detail: scene.text.slice(kin.start, kin.end) };
  const clause = /^(?:, \d{1,2}| \(\d{1,2}\))(?: ans| Jahre| años)?, [^,.;\n]{3,60}/.exec(scene.text.slice(self.end, self.end + 70));
  if (clause !== null && office.test(clause[0])) return { rule: 'described-beside', detail: clause[0] };
  const described = apposition(self, alias, scene);
  return described === null ? null : { rule: 'described-beside', detail: described };
}

/** What those are who are in the news at any age. */
const office =
  /(?<!\p{L})(?:secretary|ambassador|senator|(?:prime )?minister|chancellor|president|premier|governor|speaker|lawmaker|congress(?:wo)?man|founder|co-founder|chair(?:man|woman)?|chief executive|CEO|\p{L}*[Mm]inister(?:in)?|\p{L}*kanzler(?:in)?|\p{L}*[Pp]räsident(?:in)?|\p{L}*-Chef(?:in)?|Gründer(?:in)?|ministre|président(?:e)?|sénat(?:eur|rice)|fondat(?:eur|rice)|PDG|ministr[oa]|president[ea]|fundador(?:a)?|consejer[oa] delegad[oa])(?!\p{L})/u;

/** Thousands are called Mike Johnson: a title, a body or person of theirs, or a body of their state in the paragraph says which one is meant. */
function bearerKnown(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const title = kinBeside(spot, alias, scene) ?? titleBeside(spot, alias, scene);
  if (title !== null) return title;
  const kin = scene.kinOf(alias.entity);
  if (kin !== null) return { rule: 'kin-in-text', detail: scene.text.slice(kin.start, kin.end) };
  const country = scene.lexicon.countryOf(alias.entity);
  const state = scene
    .admittedWithin(scene.document.paragraphAt(spot.start))
    .find((mention) => mention.entity !== alias.entity && scene.isOfState(mention) && scene.lexicon.countryOf(mention.entity) === country);
  if (state) return { rule: 'country-in-paragraph', detail: scene.text.slice(state.start, state.end) };
  const surname = scene.text.slice(spot.start, spot.end).split(' ')[1];
  const titled = scene.firstOf(
    `(?:Sens?\\.|Reps?\\.|Senator|Representative|Congress(?:wo)?man|Secretary|Speaker|Justice|Ambassador) ${surname}\\b`,
  );
  if (titled !== null) return { rule: 'title-beside', detail: scene.text.slice(titled.start, titled.end) };
  // "the state's junior senator, Dan Sullivan"
  const apart = /\b(?:senator|congress(?:wo)?man|secretary|speaker|ambassador), $/.exec(
    scene.text.slice(Math.max(0, spot.start - 20), spot.start),
  );
  if (apart !== null) return { rule: 'title-beside', detail: apart[0] };
  const described = apposition(spot, alias, scene);
  return described === null ? null : { rule: 'described-beside', detail: described };
}

/** ", an Illinois Democrat," or ", the House speaker": a word of the name's fields in what is set behind it. */
function apposition(spot: Spot, alias: Alias, scene: Scene): string | null {
  const clause = /^, (?:an?|the|who|its|whose|chair|head|el|la|un|una|le|une|der|die|ein|eine) [^,.;\n]{3,60}/.exec(
    scene.text.slice(spot.end, spot.end + 70),
  );
  return clause === null ? null : cueWithin(spot, alias, scene, { start: spot.end, end: spot.end + clause[0].length });
}

/** 이재명 씨, 黄仁勋先生: news speaks so of private people, seldom of those who hold an office. */
function isAddressedPlainly(spot: Spot, scene: Scene): boolean {
  return /^(?:[(（]\d{1,3}(?:세|歲|岁|歳)?[)）])?(?:\s?씨|さん|先生|女士|小姐)|^(?:さん)?[(（]\d{1,2}(?:세|歲|岁|歳)?[)）]/.test(
    scene.text.slice(spot.end, spot.end + 10),
  );
}

/** How far the evidence for a reading may lie, by what kind of word the name is. */
function reachOf(spot: Spot, alias: Alias, scene: Scene): Reach {
  const surface = scene.text.slice(spot.start, spot.end);
  const category = scene.category(alias);
  if (category === 'chip' && isShortCode(spot, alias, scene)) return 'sentence';
  if (category === 'chip') return isCode(spot, scene) || isTopic(scene, alias) ? 'text' : 'paragraph';
  if (category === 'agency' && /^\p{Lu}\p{Ll}+$/u.test(surface))
    return alias.cued || acts(spot, scene) || isNounPhrase(spot, scene) ? 'text' : 'sentence';
  if (category === 'policy') return 'paragraph';
  if (category === 'company' && everydayWords.has(surface)) return 'sentence';
  return 'text';
}

/** "a CHIPS Act grant, Commerce said": a body of its country speaks of a rule in the same sentence. */
function statedBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'policy') return null;
  const country = scene.lexicon.countryOf(alias.entity);
  const body = scene
    .admittedWithin(scene.document.sentenceAt(spot.start))
    .find((mention) => scene.isOfState(mention) && scene.lexicon.countryOf(mention.entity) === country);
  return body ? { rule: 'country-in-sentence', detail: scene.text.slice(body.start, body.end) } : null;
}

/** How many bodies, officials and rules of a country make a text one about its politics. */
const POLITICS = 3;

/**
 * In a text about a country's politics, a department that acts ("told
 * reporters that Commerce would") and a leader whom all know by one name.
 */
function topicOf(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  const surface = scene.text.slice(spot.start, spot.end);
  let topic: Admitted | null = null;
  if (category === 'official' && alias.cued) topic = scene.stateOf(null, POLITICS);
  else if (
    category === 'agency' &&
    /^\p{Lu}\p{Ll}+$/u.test(surface) &&
    isMidSentence(spot, scene) &&
    (acts(spot, scene) || (isNounPhrase(spot, scene) && scene.setting.language?.startsWith('en') === true))
  )
    topic = scene.stateOf(scene.lexicon.countryOf(alias.entity), POLITICS);
  return topic && { rule: 'topic-in-text', detail: scene.text.slice(topic.start, topic.end) };
}

/** Letters and numbers, or capitals only: H200, TPU. */
function isCode(spot: Spot, { text }: Scene): boolean {
  const surface = text.slice(spot.start, spot.end);
  return /\d/.test(surface) || /^\p{Lu}{2,}s?$/u.test(surface);
}

/** "and Apple published a note": amid a sentence, a capital that does what firms do is one, unless the text has the word, too. */
function actsAmongWords(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const surface = scene.text.slice(spot.start, spot.end);
  if (scene.category(alias) !== 'company' || !/^\p{Lu}\p{Ll}{3,}$/u.test(surface) || isWordHere(spot, alias, scene)) return null;
  return isMidSentence(spot, scene) && acts(spot, scene) ? { rule: 'acts', detail: scene.text.slice(spot.start, spot.end + 12) } : null;
}

/** 致信苹果，要求其不采购长江存储的产品: another firm in the sentence, and nothing in the paragraph of another field of life. */
function firmInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company' || !/^[\u3400-\u9fff]{2,3}$/.test(scene.text.slice(spot.start, spot.end))) return null;
  const { document, lexicon } = scene;
  const firm = scene
    .admittedWithin(document.sentenceAt(spot.start))
    .find((mention) => mention.full && mention.entity !== alias.entity && lexicon.categoryOf(mention.entity) === 'company');
  if (firm === undefined) return null;
  const speaksOfElse = scene
    .wordsWithin(document.paragraphAt(spot.start))
    .some((other) => other.words.some((word) => word.kind === 'cue' && ((lexicon.header.against >>> word.value) & 1) === 1));
  return speaksOfElse ? null : { rule: 'firm-in-sentence', detail: scene.text.slice(firm.start, firm.end) };
}

/** A letter and a digit or two name roads, phones and vacuum cleaners: only a chip's maker or its like beside it shows that one is meant. */
function isShortCode(spot: Spot, alias: Alias, { text }: Scene): boolean {
  return !alias.cued && /^[A-Z]\d{1,2}$/.test(text.slice(spot.start, spot.end));
}

/** "Commerce will approve", "Treasury expects": what acts is a body, and its kin may stand further off. */
function acts(spot: Spot, scene: Scene): boolean {
  return /^\s+(?:will|would|has|had|is|was|does|did|may|might|can|could|says?|said|plans?|planned|wants?|wanted|expects?|expected|declined|issued|approved|announced|told|agreed|officials|keeps|kept|holds|held|runs|sets|sees|takes|took|makes|made|gives|gave|signs|signed|warns|warned|insists|insisted|argues|argued|refused|refuses|decides|decided|denied|ordered|added|sent|let|lets|handles|oversees|knows|believes|fears|published|launched|launches|released|releases|unveiled|unveils|reported|posted|sued|sells|sold|bought|builds|built|owns|makes)\b/.test(
    scene.text.slice(spot.end, spot.end + 16),
  );
}

/** "not to Commerce.", "told State that": in the middle of a sentence, with nothing after it that it could describe. */
function isNounPhrase(spot: Spot, scene: Scene): boolean {
  return (
    isMidSentence(spot, scene) &&
    /^(?:[.,;:)?!]|['’]s\b| (?:and|or|to|for|on|in|at|by|with|from|as|if|when|that|which|who|but|over|about|after|before|under)\b)/.test(
      scene.text.slice(spot.end, spot.end + 8),
    )
  );
}

/** Behind a word in small letters a capital is a name's. */
function isMidSentence(spot: Spot, { text }: Scene): boolean {
  return /\p{Ll},? $/u.test(text.slice(Math.max(0, spot.start - 3), spot.start));
}

/** A text that writes "oracle" and "meta" in small letters uses the words as words, too. */
function isWordHere(spot: Spot, alias: Alias, scene: Scene): boolean {
  const category = scene.category(alias);
  const surface = scene.text.slice(spot.start, spot.end);
  if ((category !== 'company' && category !== 'chip') || !/^\p{Lu}\p{Ll}+$/u.test(surface)) return false;
  return scene.firstOf(`(?<![\\p{L}\\p{N}.@/-])${surface.toLowerCase()}(?![\\p{L}\\p{N}@/-]|\\.\\p{L})`) !== null;
}

/** Whether the text holds several other chips and makers, so that a word like Blackwell is at home in it. */
function isTopic(scene: Scene, alias: Alias): boolean {
  let count = 0;
  for (const entity of scene.entities) {
    const category = scene.lexicon.categoryOf(entity);
    if (entity !== alias.entity && (category === 'chip' || category === 'company') && ++count >= 3) return true;
  }
  return false;
}

/** "Commerce, State, Energy and Defense": bare names of departments in a row are departments. */
function departmentsListed(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'agency' || !/^\p{Lu}\p{Ll}+$/u.test(scene.text.slice(spot.start, spot.end))) return null;
  const country = scene.lexicon.countryOf(alias.entity);
  const row = [spot];
  for (const step of [-1, 1] as const) {
    for (let at = spot; ; ) {
      const next = neighbourInList(at, step, scene, andOrComma);
      if (next === null || !next.aliases.some((one) => scene.category(one) === 'agency' && scene.lexicon.countryOf(one.entity) === country))
        break;
      row.push(next);
      at = next;
    }
  }
  const others = row.filter((other) => other !== spot);
  const admitted = others.some(({ start, end }) => scene.admittedWithin({ start, end }).length > 0);
  return row.length >= 3 || admitted
    ? { rule: 'listed-beside', detail: others.map(({ start, end }) => scene.text.slice(start, end)).join(', ') }
    : null;
}

/** What stands between the names in a list, in languages of Latin letters. */
const andOrComma = '(?:, (?:then |and |or )?| and | or | und | et | y )(?:the |das |le |la |el )?';

/** The next spot in a list, forwards or backwards, or null where something else than a joint stands between. */
function neighbourInList(spot: Spot, step: -1 | 1, scene: Scene, joint: string): Spot | null {
  const gap =
    step > 0
      ? new RegExp(`^${joint}`).exec(scene.text.slice(spot.end, spot.end + 16))
      : new RegExp(`${joint}$`).exec(scene.text.slice(Math.max(0, spot.start - 16), spot.start));
  if (gap === null) return null;
  return step > 0 ? scene.spotAfter(spot.end + gap[0].length) : scene.spotBefore(spot.start - gap[0].length);
}

/** Short names that are common words (State, House, Energy), abbreviations and people: cues alone do not prove them. */
function standsAlone(spot: Spot, alias: Alias, scene: Scene): boolean {
  const surface = scene.text.slice(spot.start, spot.end);
  const category = scene.category(alias);
  if (category === 'official' || category === 'executive') return !alias.cued;
  // ADB is a bank, a debugger and a headlight; words that suit any organisation do not say which.
  if ((category === 'organisation' || category === 'policy') && /^\p{Lu}{2,5}$/u.test(surface)) return !alias.cued;
  if (category === 'organisation' && /^\p{Lu}\p{Ll}+$/u.test(surface)) return !alias.cued;
  if (isShortCode(spot, alias, scene)) return true;
  return category === 'agency' && !alias.cued && /^[A-Z]\p{Ll}+$/u.test(surface);
}

/** "the Bureau of Industry and Security (BIS)": the entity's name ends where the bracket opens. */
function introducedBy(spot: Spot, alias: Alias, scene: Scene): string | null {
  const opening = /\s*[(（]["'“]?$/.exec(scene.text.slice(Math.max(0, spot.start - 4), spot.start));
  if (!opening) return null;
  const before = scene.admittedBefore(spot.start);
  return before !== null && before.entity === alias.entity && before.end === spot.start - opening[0].length
    ? scene.text.slice(before.start, spot.end)
    : null;
}

/** A kindred mention right beside: Nvidia Blackwell, 国务院总理李强. */
function kinBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || !scene.lexicon.areKin(alias.entity, other.entity)) continue;
    const between = other.end <= spot.start ? scene.text.slice(other.end, spot.start) : scene.text.slice(spot.end, other.start);
    if (between.length <= 12 && !/[.。;；\n]/.test(between))
      return { rule: 'kin-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** A kindred mention in a person's sentence tells which of two central bankers of one name is meant, before any title does. */
export function kinInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  const kin = scene.kinWithin(scene.document.sentenceAt(spot.start), alias.entity);
  return kin ? { rule: 'kin-in-sentence', detail: scene.text.slice(kin.start, kin.end) } : null;
}

/** Companies name each other in lists: 英特尔和超威, "Nvidia, Intel and Micron". */
function listedBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company') return null;
  for (const other of [scene.admittedBefore(spot.start), scene.admittedAfter(spot.end)]) {
    if (other === null || scene.lexicon.categoryOf(other.entity) !== 'company') continue;
    const between = other.end <= spot.start ? scene.text.slice(other.end, spot.start) : scene.text.slice(spot.end, other.start);
    if (
      /^(?:\s*[,、，]\s*(?:and |or )?|\s+(?:and|or|und|et|y)\s+(?:die\s+|der\s+|das\s+|the\s+)?|\s*(?:和|与|與|及|以及|或|과|와|や|と)\s*)$/u.test(
        between,
      )
    )
      return { rule: 'listed-beside', detail: scene.text.slice(other.start, other.end) };
  }
  return null;
}

/** 華碩、廣達 among other makers: short names of companies in a row prove each other where the text is about their trade. */
function companiesListed(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company' || !isTopic(scene, alias)) return null;
  for (const other of [neighbourInList(spot, -1, scene, '、'), neighbourInList(spot, 1, scene, '、')])
    if (other?.aliases.some((one) => one.entity !== alias.entity && scene.category(one) === 'company'))
      return { rule: 'listed-beside', detail: scene.text.slice(other.start, other.end) };
  return null;
}

/** A title right before or after a person's name: Secretary Bessent, 러트닉 장관, (R-Texas). */
export function titleBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const category = scene.category(alias);
  if (category !== 'official' && category !== 'executive') return null;
  const before = scene.spotBefore(spot.start);
  if (before?.words.some((word) => word.kind === 'title-before'))
    return { rule: 'title-beside', detail: scene.text.slice(before.start, spot.end) };
  const after = isAddressedPlainly(spot, scene) ? null : scene.spotAfter(spot.end);
  if (after?.words.some((word) => word.kind === 'title-after'))
    return { rule: 'title-beside', detail: scene.text.slice(spot.start, after.end) };
  const party = /^,?\s*[(（]?[RD]-[A-Z][\p{L}.]+/u.exec(scene.text.slice(spot.end, spot.end + 24));
  return party && category === 'official' ? { rule: 'title-beside', detail: party[0].trim() } : null;
}

/** A word of the name's fields in a range, unless the range speaks of something else. */
function cueWithin(spot: Spot, alias: Alias, scene: Scene, range: Range): string | null {
  const { against } = scene.lexicon.header;
  let found: string | null = null;
  const distinct = new Set<string>();
  let opposed = 0;
  const self = scene.text.slice(spot.start, spot.end).toLowerCase();
  for (const other of scene.wordsWithin(range)) {
    // A word proves itself no more the second time it stands there.
    if (other === spot || scene.text.slice(other.start, other.end).toLowerCase() === self || scene.isUndecidedName(other)) continue;
    for (const word of other.words) {
      if (word.kind !== 'cue') continue;
      if ((alias.fields >>> word.value) & 1) {
        const surface = scene.text.slice(other.start, other.end);
        found ??= surface;
        distinct.add(surface.toLowerCase());
      } else if ((against >>> word.value) & 1) opposed++;
    }
  }
  return found === null || isOutweighed(distinct.size, opposed, alias, scene) ? null : found;
}

/** Whether words of another field of life speak louder; universities and clubs have senates and departments, so bodies must be clear of them. */
function isOutweighed(found: number, opposed: number, alias: Alias, scene: Scene): boolean {
  return scene.category(alias) === 'agency' ? opposed >= found : opposed > found;
}

/** Several words of the name's fields in the text, more than of other fields. */
function cueAnywhere(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { first, distinct, opposed } = scene.tally(alias.fields);
  const cue = first.find((other) => other !== spot);
  if (cue === undefined || distinct.size < TEXT_CUES || isOutweighed(distinct.size, opposed, alias, scene)) return null;
  return scene.text.slice(cue.start, cue.end);
}
