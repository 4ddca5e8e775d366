/**
 * What a spot is not, however well its letters fit. Each veto answers with the
 * words that speak against a reading, or null; the first that answers ends it.
 */
import { isCapitalised, type Neighbour } from './document.ts';
import { classOf, HAN, HANGUL, KATAKANA, WORD } from './fold.ts';
import type { Alias } from './lexicon.ts';
import type { Scene, Spot } from './scene.ts';

/** One reading of one spot, as the vetoes and rules look at it. */
export interface Candidate {
  spot: Spot;
  alias: Alias;
}

type Veto = (candidate: Candidate, scene: Scene) => string | null;

/** The first veto that speaks against a reading, with its words; null where none does. */
export function vetoOf(candidate: Candidate, scene: Scene): { rule: string; detail: string } | null {
  for (const [rule, veto] of Object.entries(vetoes)) {
    const detail = veto(candidate, scene);
    if (detail !== null) return { rule, detail };
  }
  return null;
}

const vetoes: Record<string, Veto> = {
  address: ({ spot }, { text }) => {
    const head = text.slice(Math.max(0, spot.start - 40), spot.start).match(/\S*$/)?.[0] ?? '';
    const tail = text.slice(spot.end, spot.end + 40).match(/^\S*/)?.[0] ?? '';
    const token = head + text.slice(spot.start, spot.end) + tail;
    return /:\/\/|www\.|[\w-]@[\w-]/.test(token) ||
      /^\.(?:com|cn|org|gov|net|co|io|ai|eu|kr|jp|tw|de|fr|uk|info)\b/i.test(tail) ||
      /[/\w]\.?(?:com|org|gov|net)\/\S*$/i.test(head) ||
      /(?:^|[^\w])@$/.test(head) ||
      (/[\w]\/[\w.-]*$/.test(head) && /\.\w{2,4}\//.test(head))
      ? token
      : null;
  },

  /** A model or type number glued on makes another name: `H20-3e`, `DeepSeek-V3`, `B200A`. */
  'longer-name': ({ spot, alias }, { text, lexicon }) => {
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
    const after = text.slice(spot.end, spot.end + 40).trimStart();
    const before = text.slice(Math.max(0, spot.start - 40), spot.start).trimEnd();
    const follower = alias.notBefore.find((word) => after.startsWith(word));
    if (follower !== undefined) return `followed by "${follower}"`;
    const leader = alias.notAfter.find((word) => before.endsWith(word));
    return leader === undefined ? null : `after "${leader}"`;
  },

  /** "Commerce Secretary", "Secretary of the Treasury", 美国财政部长 name an office holder, not the body. */
  title: (candidate, scene) => titleOf(candidate, scene),

  /** The Oklahoma Department of Commerce, Department of Health in Utah. */
  'part-of-country': ({ spot, alias }, scene) => {
    if (scene.category(alias) !== 'agency' || alias.strength === 'strong') return null;
    const before = scene.spotBefore(withoutGenitive(scene.text, spot.start));
    if (before?.words.some((word) => word.kind === 'place')) return scene.text.slice(before.start, spot.end);
    const after = scene.text.slice(spot.end).match(/^\s+(?:of|in|for)\s+(?:the\s+)?(?:State of\s+)?/)?.[0];
    if (after === undefined) return null;
    const place = scene.spotAfter(spot.end + after.length);
    return place?.words.some((word) => word.kind === 'place') ? scene.text.slice(spot.start, place.end) : null;
  },

  /** A capitalised word beside it makes another name of it: Edward Hopper, Brandon Lutnick, Blackwell City. */
  namesake: ({ spot, alias }, scene) => namesakeOf(spot, alias, scene),

  /** Shanghai designer Lin Jian, dietitian Karen Sacks. */
  calling: ({ spot, alias }, scene) => {
    const category = scene.category(alias);
    if (category !== 'official' && category !== 'executive') return null;
    const around = [scene.spotBefore(spot.start), scene.spotAfter(spot.end), appositionAfter(spot, scene)];
    const calling = around.find((other) => other?.words.some((word) => word.kind === 'calling'));
    // "Bank of England Governor Andrew Bailey": the body says whose governor.
    const whose = calling && scene.spotBefore(calling.start);
    if (whose?.aliases.some((one) => scene.category(one) === 'agency')) return null;
    // German joins firm and post: ASML-Chef.
    if (calling && scene.text[calling.start - 1] === '-') return null;
    return calling ? scene.text.slice(calling.start, calling.end) : null;
  },

  /** A van named H200, apple growers: the sentence speaks of another field of life, and of none of the name's own. */
  'other-field': ({ spot, alias }, scene) => {
    const category = scene.category(alias);
    if (alias.strength !== 'weak' || (category !== 'chip' && category !== 'company')) return null;
    let against: string | null = null;
    for (const other of scene.wordsWithin(scene.document.sentenceAt(spot.start))) {
      if (other === spot) continue;
      for (const word of other.words) {
        if (word.kind !== 'cue') continue;
        if ((alias.fields >>> word.value) & 1) return null;
        if ((scene.lexicon.header.against >>> word.value) & 1) against = scene.text.slice(other.start, other.end);
      }
    }
    return against;
  },

  /** "in Blackwell," is a town. */
  'as-place': ({ spot, alias }, scene) => {
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

function titleOf({ spot, alias }: Candidate, scene: Scene): string | null {
  if (scene.category(alias) !== 'agency') return null;
  const { text, lexicon } = scene;
  const surface = text.slice(spot.start, spot.end);
  const last = classOf(text.charCodeAt(spot.end - 1));
  if (last === HAN) {
    // 商务部长, 財務省長官 hold the body's name; 商务部部长, 商务部长期 do not make a title of it.
    const next = text.slice(spot.end, spot.end + 2);
    return /^[长長]/.test(next) && /[部省院署局]$/.test(surface) && !/^[长長][期远遠久城江三沙春假达達]/.test(next)
      ? surface + next[0]
      : null;
  }
  if (last !== WORD) return null;
  const short = !surface.includes(' ') || /^(?:U\.?S\.? )?\S+$/.test(surface);
  if (short) {
    const after = scene.document.wordAfter(spot.end);
    if (after !== null && lexicon.departments.has(after.text)) return `${surface} ${after.text}`;
  }
  const before = scene.spotBefore(spot.start);
  return before?.words.some((word) => word.kind === 'title-of') ? text.slice(before.start, spot.end) : null;
}

function namesakeOf(spot: Spot, alias: Alias, scene: Scene): string | null {
  const { text, document } = scene;
  const first = classOf(text.charCodeAt(spot.start));
  const category = scene.category(alias);
  const isPart = alias.part !== 'whole';
  const isPerson = category === 'official' || category === 'executive';
  if (first === KATAKANA || first === HAN || first === HANGUL) {
    // アリス・フアン, 克里斯·黄: the other part of a transliterated name.
    const joined = /([\p{L}ー]+)[·・•‧]$/u.exec(text.slice(Math.max(0, spot.start - 20), spot.start));
    return isPerson && joined ? text.slice(spot.start - joined[0].length, spot.end) : null;
  }
  if (alias.strength === 'strong' && !isPart && !(isPerson && !text.slice(spot.start, spot.end).includes(' '))) return null;
  const surface = text.slice(spot.start, spot.end);
  // Full forms of several words are names by themselves; their neighbours are titles and verbs.
  if (surface.includes(' ') && !isPerson) return continuation(spot, scene);
  if (document.isHeadingAt(spot.start) || document.isShoutedAt(spot.start)) return null;
  const before = document.wordBefore(spot.start);
  if (before !== null && isNamePart(before, scene) && !isPossessive(before.text)) return `${before.text} ${surface}`;
  const joined = / (?:and|&) (?=\p{Lu}\p{Ll})/uy;
  joined.lastIndex = spot.end;
  if (category === 'agency' && joined.test(text) && scene.spotAfter(joined.lastIndex) === null)
    return `${surface} ${text.slice(spot.end, joined.lastIndex + 12)}`;
  const after = document.wordAfter(spot.end);
  const followers = isPerson || category === 'agency' || (category === 'chip' && !/\d/.test(surface));
  if (followers && after !== null && isNamePart(after, scene)) return `${surface} ${after.text}`;
  return null;
}

/** "Department of Energy Engineering", "Department of Commerce and Accountancy": the name goes on. */
function continuation(spot: Spot, scene: Scene): string | null {
  if (scene.document.isHeadingAt(spot.start)) return null;
  const after =
    /^(?: and)? ((?:Engineering|Accountancy|Accounting|Studies|Science|Sciences|Management|Economics|Research|Design|Education|Strategic|Business|Law|Technology|Systems|Administration)\b)/.exec(
      scene.text.slice(spot.end, spot.end + 40),
    );
  return after ? scene.text.slice(spot.start, spot.end) + after[0] : null;
}

/** Whether a neighbouring word reads as part of a name: capitalised, and nothing that is known to stand beside names. */
function isNamePart(word: Neighbour, scene: Scene): boolean {
  if (!isCapitalised(word.text) || scene.lexicon.openers.has(word.text)) return false;
  // Words in capitals (CEO, AI, GPU, II) are no given names; "J." is an initial.
  // The network X ends many a sentence.
  if (/^\p{Lu}\.$/u.test(word.text)) return word.text !== 'X.';
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

/** Offset before a genitive ending that stands before `start`: "Oklahoma's Department". */
function withoutGenitive(text: string, start: number): number {
  const genitive = /['’]s?\s+$/.exec(text.slice(Math.max(0, start - 4), start));
  return genitive ? start - genitive[0].length : start;
}

/** "Lin Jian, the Shanghai designer" */
function appositionAfter(spot: Spot, scene: Scene): Spot | null {
  const comma = /^(?:,|(?=\sthe\s))\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+){0,2}?(?=\p{L})/u.exec(scene.text.slice(spot.end, spot.end + 60));
  return comma ? scene.spotAfter(spot.end + comma[0].length) : null;
}
