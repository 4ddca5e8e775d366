/** What holds for every text, tried on texts made at random from names, words and what breaks naive matchers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLexicon } from '../../src/match/lexicon/lexicon.ts';
import { plainAlias, writeLexicon } from '../../src/match/lexicon/writeLexicon.ts';
import { match } from '../../src/match/match.ts';
import { buildAutomaton, openAutomaton } from '../../src/match/spotting/automaton.ts';
import { classAt, foldedUnit, foldText, HANGUL, KATAKANA, OTHER, SKIP, SPACE, WORD } from '../../src/match/spotting/fold.ts';
import { startsKoreanWord } from '../../src/match/spotting/korean.ts';
import { endsWord, scan } from '../../src/match/spotting/scan.ts';
import { BLOCK } from '../../src/match/spotting/sieve.ts';
import { lexiconSource } from '../../src/pack/lexiconSource.ts';
import { dataRoot, readPacks } from '../../src/pack/source.ts';
import type { Mention } from '../../src/shared/model.ts';

const source = lexiconSource(
  dataRoot,
  readPacks().entities.map(({ value }) => value),
);
const lexicon = openLexicon(writeLexicon(source).buffer);
const stories = readFileSync('tests/match/stories.md', 'utf8').replace(/\[([^\]]+)\]\([a-z0-9-]+\)/g, '$1');
const words = [...new Set(stories.split(/(?<=[\s。，、])/))];

/** Glue, marks and half characters that stand between the words of no sane text. */
const oddities = [' ', '  ', '\n', '\u00a0', '\u00ad', '\u200b', '\u200f', '\u202e', '\u0301', '\ud83d', '\udc00', '\u02bc', '’s', 's', '-', '(', ')', 'AI', '芯片', '은', 'ー', '.', '']; // biome-ignore format: a list to be read at a glance
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...source.aliases.map(({ text }) => text)),
      fc.constantFrom(...oddities),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

function mentionsIn(text: string, of = lexicon): Mention[] {
  return match({ text, language: null, published: null }, of);
}

test('mentions lie in the text, in order, apart, and begin and end with what a reader sees', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let end = 0;
      for (const mention of mentionsIn(text)) {
        const surface = text.slice(mention.start, mention.end);
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(surface).toHaveLength(mention.end - mention.start);
        expect(foldText(surface)).not.toBe('');
        expect(surface).toBe(surface.trim());
        end = mention.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 300 },
  );
}, 60_000);

test('spotting finds what a search at every place finds', () => {
  const letters = fc.constantFrom(...'abcs1é中华芯片은서가アー', ' ', '.', '-');
  const name = fc.string({ unit: letters, minLength: 1, maxLength: 10 });
  const stem = fc.string({ unit: fc.constantFrom(...'abcs'), minLength: 2, maxLength: 8 }).map((text) => `${text}*`);
  const patterns = fc
    .array(fc.oneof(name, name, stem), { minLength: 1, maxLength: 12 })
    // The lexicon gives the automaton no stem that is a whole name as well.
    .map((list) => [
      ...new Map(
        list
          .map(foldText)
          .filter((text) => text !== '' && text !== '*')
          .map((text) => [text.replace('*', ''), text]),
      ).values(),
    ]);
  fc.assert(
    fc.property(
      patterns
        .filter((list) => list.length > 0)
        .chain((list) =>
          fc.record({
            list: fc.constant(list),
            parts: fc.array(fc.oneof(fc.constantFrom(...list), letters, fc.constantFrom(...oddities)), { maxLength: 40 }),
          }),
        ),
      ({ list, parts }) => {
        const text = parts.map((part) => part.replace('*', '')).join('');
        expect(scan(openAutomaton(buildAutomaton(list)), text)).toEqual(searchEverywhere(list, text));
      },
    ),
    { numRuns: 2000 },
  );
}, 60_000);

test('where a text is cut into the blocks that are read at a time changes nothing', () => {
  const found = scan(lexicon.automaton, stories);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 * BLOCK }), (length) => {
      const moved = scan(lexicon.automaton, `${'.'.repeat(length - 1)}\n${stories}`);
      expect(moved.map((value, at) => (at % 3 === 2 ? value : value - length))).toEqual(found);
    }),
    { numRuns: 40, examples: [[BLOCK], [BLOCK - 1], [BLOCK - 9]] },
  );
}, 60_000);

test('an entity that a text does not name changes nothing about the others', () => {
  const before = mentionsIn(stories);
  const name = fc
    .tuple(fc.constantFrom('Qzz', 'Xqv', '鎽龘', '뷁뚫'), fc.string({ unit: fc.constantFrom(...'aeiou'), minLength: 2, maxLength: 6 }))
    .map((parts) => parts.join(''));
  const entity = fc.record({
    name,
    category: fc.constantFrom('agency', 'company', 'chip', 'official'),
    country: fc.constantFrom('US', 'CN', 'JP'),
    strength: fc.constantFrom('strong', 'weak', 'generic'),
  } as const);
  fc.assert(
    fc.property(fc.array(entity, { minLength: 1, maxLength: 5 }), (added) => {
      const larger = writeLexicon({
        ...source,
        entities: [
          ...added.map(({ name, category, country }, at) => ({
            id: `added-${at}`,
            name,
            category,
            country,
            fields: ['chips'],
            kin: ['nvidia'],
          })),
          ...source.entities,
        ],
        aliases: [
          ...added.map(({ name, strength }, at) => ({ ...plainAlias, text: name, entity: `added-${at}`, strength }) as const),
          ...source.aliases,
        ],
      });
      expect(mentionsIn(stories, openLexicon(larger.buffer))).toEqual(before);
    }),
    { numRuns: 4 },
  );
}, 60_000);

/** A reading that took more than linear time would not end within a day. */
describe('ten million units of anything are read in time', () => {
  const TEN_MILLION = 10_000_000;
  test.each([
    ['one letter', 'a'],
    ['one sign', '中'],
    ['one syllable', '이'],
    ['one digit', '7'],
    ['blanks', ' '],
    ['line feeds', '\n'],
    ['half characters', '\ud83d'],
    ['marks above a letter', `Z${'\u0301\u0323\u0334'.repeat(30)}`],
    ['marks of direction', '\u200f\u202e'],
    ['open brackets', '('],
    ['a name without a space', 'Nvidia'],
  ])(
    '%s',
    (_, unit) => {
      expect(mentionsIn(unit.repeat(TEN_MILLION / unit.length))).toEqual([]);
    },
    60_000,
  );
});

/** Names in numbers that no page holds, each of a kind whose deciding looks at the rest of the text. */
describe('two hundred thousand units of names are decided in time', () => {
  const UNITS = 200_000;
  test.each([
    ['strong names', 'The Commerce Department (BIS) told Huang, Nvidia and 商务部 that H200 chips. '],
    ['short names of bodies', 'State, Energy and Defense, '],
    ['bodies of many countries', '商务部、'],
    ['Korean bodies with particles', '외교부는 '],
    ['everyday words that are companies', 'Apple and oracle, '],
    ['names that thousands bear', 'Mike Johnson, '],
    ['namesakes', 'Uwe Merz met Merz. '],
    ['surnames behind full names', 'Jensen Huang. Huang '],
    ['surnames of one sign', '黄仁勋说。黄说，'],
    ['abbreviations spelled out', 'the Bureau of Indian Standards (BIS), BIS '],
    ['paragraphs', 'Treasury\n'],
    ['capitals', 'TREASURY: '],
    ['bodies under datelines', 'AUSTIN - Nvidia. The House met and Commerce said so. '],
    ['bodies without a dateline', 'Nvidia fell. The House met and Commerce said so. '],
    ['roads', 'Auf der A100 ist Nvidia im Stau. '],
  ])(
    '%s',
    (_, unit) => {
      const text = unit.repeat(UNITS / unit.length);
      const mentions = mentionsIn(text);
      expect(mentions.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    },
    60_000,
  );

  test('each of them is a mention', () => {
    const text = 'The Commerce Department (BIS) told Huang, Nvidia and 商务部 that H200 chips. '.repeat(6_000);
    expect(mentionsIn(text).length).toBeGreaterThan(6_000);
  }, 60_000);
});

/** The patterns of a text, found by trying every pattern at every place. */
function searchEverywhere(patterns: readonly string[], text: string): number[] {
  const spots: number[] = [];
  for (let start = 0; start < text.length; start++) {
    const kind = classAt(text, start);
    const isInside = (kind === WORD || kind === KATAKANA) && classAt(text, start - 1) === kind;
    if (kind === OTHER || isInside || (kind === HANGUL && !startsKoreanWord(text, start))) continue;
    let end = 0;
    let found = -1;
    patterns.forEach((pattern, index) => {
      const stem = pattern.endsWith('*');
      const stop = endOf(stem ? pattern.slice(0, -1) : pattern, text, start);
      if (stop > end && (stem || endsWord(text, stop))) [end, found] = [stop, index];
    });
    if (found < 0) continue;
    spots.push(start, end, found);
    if (kind === WORD) while (classAt(text, end) === WORD) end++;
    start = end - 1;
  }
  return spots;
}

/** Where a pattern ends that begins at `start`, or 0. */
function endOf(pattern: string, text: string, start: number): number {
  let index = start;
  let before = -1;
  for (const unit of pattern.split('').map((one) => one.charCodeAt(0))) {
    let next = foldedUnit(text.charCodeAt(index));
    while (index > start && index < text.length && (next === SKIP || (next === SPACE && before === SPACE)))
      next = foldedUnit(text.charCodeAt(++index));
    if (index >= text.length || next !== unit) return 0;
    before = unit;
    index++;
  }
  return index;
}
