/**
 * What one run of the matching benchmark does, in Node or in a browser: the
 * same texts and the same names for the matcher and for what it is compared
 * with. Times are in milliseconds for all texts, the best of several passes.
 */
import { AhoCorasick } from '@monyone/aho-corasick';
import Mark from 'mark.js';
import { type Lexicon, openLexicon } from '../src/match/lexicon/lexicon.ts';
import { type LexiconSource, plainAlias, writeLexicon } from '../src/match/lexicon/writeLexicon.ts';
import { match } from '../src/match/match.ts';
import { scan } from '../src/match/spotting/scan.ts';
import { seeded } from './seeded.ts';

export interface Measured {
  names: number;
  /** A bare loop that reads every UTF-16 code unit. */
  floor: number;
  spot: number;
  decide: number;
  /** Null where it was not tried: with the pack's own names it takes minutes. */
  regExp: number | null;
  ahoCorasick: number;
  /** Null where there is no document to mark in, and where it takes minutes. One pass. */
  markJs: number | null;
  /** Bytes of the automaton and of the whole lexicon, and how long it takes to open. */
  automaton: number;
  bytes: number;
  open: number;
}

const PASSES = 25;

/** mark.js looks for one term after the other: with more than so many it takes minutes. */
const MOST_MARKED = 1_000;
/** It goes from each term to the next by a call in a call, which overflows the stack with a thousand of them. */
const MARKED_AT_A_TIME = 100;

/** Measures a pack, or so many made-up names beside its words that serve as evidence. */
export function measure(texts: readonly string[], count: number | null, source: LexiconSource): Measured {
  const names = count === null ? [...new Set(source.aliases.map(({ text }) => text))] : madeUpNames(count);
  const file = writeLexicon(count === null ? source : { ...source, ...packOf(names) });
  const lexicon = openLexicon(file.buffer);
  const pattern = new RegExp(
    [...names]
      .sort((a, b) => b.length - a.length)
      .map(quoted)
      .join('|'),
    'gu',
  );
  const automaton = new AhoCorasick(names);
  return {
    names: names.length,
    floor: best(texts, readUnits),
    spot: best(texts, (text) => scan(lexicon.automaton, text).length),
    decide: best(texts, (text) => decide(text, lexicon)),
    regExp: count === null ? null : best(texts, (text) => text.match(pattern)?.length ?? 0),
    ahoCorasick: best(texts, (text) => automaton.matchInText(text).length),
    markJs: typeof document === 'undefined' || names.length > MOST_MARKED ? null : mark(texts, names),
    automaton: bytesIn(lexicon.automaton),
    bytes: file.byteLength,
    open: best([''], () => openLexicon(file.buffer).entityCount),
  };
}

/** Kept, so that no engine leaves out work whose result nobody reads. */
let sink = 0;

function best(texts: readonly string[], work: (text: string) => number): number {
  // Browsers round their clock, so that only a pass over all texts can be timed; elsewhere each text is, which other work on the machine disturbs less.
  const timed = typeof document === 'undefined' ? texts.map((text) => [text]) : [texts];
  const least = timed.map(() => Number.POSITIVE_INFINITY);
  for (let pass = 0; pass < PASSES; pass++) {
    timed.forEach((group, at) => {
      const began = performance.now();
      for (const text of group) sink += work(text);
      least[at] = Math.min(least[at] as number, performance.now() - began);
    });
  }
  return least.reduce((sum, time) => sum + time, 0);
}

/** Marks all names in a document's texts, each a text node, and leaves out the time to make these. */
function mark(texts: readonly string[], names: string[]): number {
  let time = 0;
  for (const text of texts) {
    const place = document.createElement('div');
    place.textContent = text;
    const began = performance.now();
    const marker = new Mark(place);
    for (let from = 0; from < names.length; from += MARKED_AT_A_TIME)
      marker.mark(names.slice(from, from + MARKED_AT_A_TIME), { separateWordSearch: false });
    time += performance.now() - began;
  }
  return time;
}

/** Tells that the sum was read. */
export function checksum(): number {
  return sink;
}

function readUnits(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (sum + text.charCodeAt(index)) | 0;
  return sum;
}

/** Bytes of the arrays in an object and in what it holds. */
function bytesIn(held: object): number {
  if (ArrayBuffer.isView(held)) return held.byteLength;
  return Object.values(held).reduce((sum: number, part: unknown) => sum + (typeof part === 'object' && part ? bytesIn(part) : 0), 0);
}

function decide(text: string, lexicon: Lexicon): number {
  return match({ text, language: 'en', published: null }, lexicon).length;
}

function packOf(names: readonly string[]): Pick<LexiconSource, 'entities' | 'aliases'> {
  return {
    entities: names.map((name, index) => ({ id: `entity-${index}`, name, category: 'company', country: 'US', fields: ['chips'], kin: [] })),
    aliases: names.map((text, index) => ({
      text,
      entity: `entity-${index}`,
      strength: 'strong',
      ...plainAlias,
    })),
  };
}

const syllables = 'an ber cor dal en fer gan hol in jor kal lo mar ne or pel qui ran sen tor ul ver win xo yor zan'.split(' ');
const signs = '华中国东方信科技电子半导体芯片集团新能源生物海天通联智云微星光大为北京上海深圳台湾';

/** So many different names: two words of Latin syllables, or three to five Han signs, or both. */
export function madeUpNames(count: number): string[] {
  const random = seeded(7);
  const pick = (from: string | string[]) => from[Math.floor(random() * from.length)] as string;
  const word = () => {
    const text = pick(syllables) + pick(syllables) + (random() < 0.5 ? pick(syllables) : '');
    return (text[0] as string).toUpperCase() + text.slice(1);
  };
  const names = new Set<string>();
  while (names.size < count) {
    const kind = random();
    if (kind < 0.6) names.add(`${word()} ${word()}`);
    else if (kind < 0.9) names.add(Array.from({ length: 3 + Math.floor(random() * 3) }, () => pick(signs)).join(''));
    else names.add(word() + Array.from({ length: 2 }, () => pick(signs)).join(''));
  }
  return [...names];
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
