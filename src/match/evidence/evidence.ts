/**
 * What admits a reading that does not speak for itself. The rules stand from
 * near to far; each kind of name says how far its evidence may lie.
 */
import type { Evidence } from '../../shared/model.ts';
import { countryBeside } from '../countries/countryBeside.ts';
import type { Alias } from '../lexicon/lexicon.ts';
import { isCommonName } from '../people/commonNames.ts';
import type { Range } from '../text/document.ts';
import type { Admitted, Scene } from '../text/scene.ts';
import type { Spot } from '../text/spots.ts';
import { companiesListed, departmentsListed, introducedBy, kinBeside, kinInSentence, listedBeside, titleBeside } from './beside.ts';
import { cueAnywhere, cueWithin, isTopic } from './cues.ts';
import { bearerKnown } from './knownBearers.ts';

/** Words of everyday, places and names of people before they are firms, in every text about selling. */
const everydayWords = new Set(
  '苹果 蘋果 小米 浪潮 联想 聯想 荣耀 榮耀 栄耀 字节 字節 三星 中兴 中興 曙光 飞腾 飛騰 快手 甲骨文 松下 阿里 海光 海康 海思 超微 超威 亚马逊 亞馬遜 新帝 康宁 康寧 大疆 滴滴 传音 傳音 群联 群聯 世芯 智邦 胜高 勝高 仁宝 仁寶 和硕 和碩 戴尔 戴爾 微星 技嘉 思科 索尼 日立 佳能 安世 慧与 慧與 领英 領英 威訊 威騰 德儀 联电 聯電 楽天 日月光 芯原'.split(
    ' ',
  ),
);

/** How far from a name its evidence may lie. */
const reaches = ['beside', 'sentence', 'paragraph', 'text'] as const;
type Reach = (typeof reaches)[number];

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
    departmentsListed(spot, alias, scene) ??
    siblingInSentence(spot, alias, scene);
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
  const acting = tradedAt(spot, alias, scene) ?? actsAmongWords(spot, alias, scene) ?? firmInSentence(spot, alias, scene);
  if (acting !== null) return acting;
  const stated = statedBeside(spot, alias, scene) ?? lawOfHome(spot, alias, scene);
  if (stated !== null) return stated;
  const topic = topicOf(spot, alias, scene);
  if (topic !== null) return topic;
  const home = homeBeside(spot, alias, scene);
  if (home !== null) return home;
  // Among several makers of chips, H200 is a chip.
  return scene.category(alias) === 'chip' && isCode(spot, scene) && isTopic(scene, alias)
    ? { rule: 'cue-by-company', detail: 'companies' }
    : null;
}

/** "Hopper parts, and an H200 node": another chip, or the chief, of a chip's maker in the sentence, whether or not the text names the maker. */
function siblingInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'chip' || isCode(spot, scene)) return null;
  const sibling = scene
    .admittedWithin(scene.document.sentenceAt(spot.start))
    .find(
      ({ entity }) =>
        entity !== alias.entity &&
        ['chip', 'executive'].includes(scene.lexicon.categoryOf(entity)) &&
        scene.lexicon.shareCompany(alias.entity, entity),
    );
  return sibling ? { rule: 'kin-in-sentence', detail: scene.text.slice(sibling.start, sibling.end) } : null;
}

/** "China's AMEC", 중국 AMEC: a company's own country right before its letters, in a text about several of its trade. */
function homeBeside(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company' || !isCode(spot, scene) || !isTopic(scene, alias)) return null;
  const beside = countryBeside(spot, scene);
  return beside !== null && beside.country === scene.lexicon.countryOf(alias.entity)
    ? { rule: 'country-beside', detail: beside.detail }
    : null;
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

/** 違反《貿易法》, 外為法違反: a law of the page's own country, where it is broken, rests on or stands in brackets. */
function lawOfHome(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const { text, lexicon, setting } = scene;
  if (scene.category(alias) !== 'policy' || !/[法법]$/.test(text.slice(spot.start, spot.end))) return null;
  const home = lexicon.homeOf(setting.language);
  if (home < 0 || lexicon.countryOf(alias.entity) !== home) return null;
  const law =
    broken.exec(text.slice(Math.max(0, spot.start - 4), spot.start)) ?? /^(?:違反| 위반)/.exec(text.slice(spot.end, spot.end + 3));
  return law && { rule: 'page-country', detail: setting.language ?? '' };
}

const broken = /(?:[违違]反|触犯|觸犯|依[据據照]?|根[据據]|按照|涉犯)[《「]?$/;

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

/** "Intel closed up 4 percent": what rises and falls by percents on an exchange. */
function tradedAt(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  const surface = scene.text.slice(spot.start, spot.end);
  if (scene.category(alias) !== 'company' || !/^\p{Lu}/u.test(surface)) return null;
  const move = traded.exec(scene.text.slice(spot.end, spot.end + 60));
  return move && { rule: 'acts', detail: surface + move[0] };
}

const traded =
  /^ (?:shares |stock )?(?:closed|ended|fell|rose|gained|lost|slipped|jumped|climbed|shed|dropped|sank|surged|tumbled|plunged|advanced)(?: (?:up|down|as much as|about|nearly|more than|by|another))* \d+(?:\.\d+)? ?(?:percent|per cent|%)/;

/** 致信苹果，要求其不采购长江存储的产品: another firm in the sentence, or several in the paragraph, and nothing in the paragraph of another field of life. */
function firmInSentence(spot: Spot, alias: Alias, scene: Scene): Evidence | null {
  if (scene.category(alias) !== 'company' || !/^[\u3400-\u9fff]{2,3}$/.test(scene.text.slice(spot.start, spot.end))) return null;
  const { document, lexicon } = scene;
  const paragraph = document.paragraphAt(spot.start);
  const firmsIn = (range: Range) =>
    scene
      .admittedWithin(range)
      .filter((mention) => mention.full && mention.entity !== alias.entity && lexicon.categoryOf(mention.entity) === 'company');
  const [firm] = firmsIn(document.sentenceAt(spot.start));
  const around = firm === undefined ? firmsIn(paragraph) : [];
  const found = firm ?? (new Set(around.map(({ entity }) => entity)).size >= FIRMS ? around[0] : undefined);
  if (found === undefined || scene.speaksOfElse(paragraph)) return null;
  return { rule: firm ? 'firm-in-sentence' : 'firms-in-paragraph', detail: scene.text.slice(found.start, found.end) };
}

/** So many firms in a paragraph make it one about them. */
const FIRMS = 3;

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
