import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/blocks.ts';
import { kindOf } from '../../src/article/kinds.ts';

const block = (text: string): Block => ({
  text,
  runs: [],
  element: { closest: () => null, getRootNode: () => null } as unknown as Element,
  linked: 0,
  aside: null,
});
const sentence = 'The commission put off its decision on Wednesday, people familiar with the talks said.';

/** The kind of a page of some lines and paragraphs, with elements that selectors find in it. */
function kindWith({
  lines = [],
  elements = [],
  title = 'Commission puts off its decision',
  outlet = null,
  paragraphs = 6,
}: Partial<{
  lines: string[];
  elements: string[];
  title: string;
  outlet: string | null;
  paragraphs: number;
}>): string | null {
  const found = (selector: string) => elements.filter((element) => selector.split(', ').includes(element));
  const tree = { querySelector: (selector: string) => found(selector)[0] ?? null, querySelectorAll: found } as unknown as ParentNode;
  const blocks = [...lines, ...Array.from({ length: paragraphs }, () => sentence)].map(block);
  const body = { container: {} as Element, blocks, paragraphs, length: 100, pageLength: 100, linkedHeadings: 0 };
  return kindOf({ trees: [tree], blocks, body, title, outlet, tab: title, context: { today: '2026-11-24', language: 'en' } });
}

describe('kindOf', () => {
  it('shows none of an article', () => {
    expect(kindWith({})).toBeNull();
  });

  it('tells calendars, lists of documents and threads: about as many dated lines as paragraphs', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `Meeting of ${index + 1} March 2026`);
    expect(kindWith({ lines })).toBe('a list of dates');
    expect(kindWith({ lines, paragraphs: 20 })).toBeNull();
  });

  it('tells manuals by their listings', () => {
    expect(kindWith({ elements: ['pre', 'pre', 'pre', 'pre'] })).toBe('listings of code');
    expect(kindWith({ elements: ['pre'] })).toBeNull();
  });

  it.each([
    [['250 g flour', '2 tbsp sugar', '½ tsp salt', '1 1/2 cups milk']],
    [['200 g Mehl', '2 EL Öl', '1 Prise Salz', '0,5 l Milch']],
    [['2 cuillères de miel', '20 cl de crème', '3 c. à soupe', '125 g de beurre', '1 kg de pommes']],
    [['250克面粉', '60克糖', '120毫升牛奶', '3克盐']],
    [['醤油 大さじ2', '砂糖 小さじ1', '酒 大さじ1', '塩 小さじ1/2']],
  ])('tells a recipe by its amounts: %j', (lines) => {
    expect(kindWith({ lines })).toBe('a list of ingredients');
  });

  it('takes figures of other things for none', () => {
    expect(
      kindWith({
        lines: [
          '3 great questions',
          '20 Uhr',
          '5 people were hurt',
          '2 clubs in talks',
          '10 grams were found, the police said, in a bag that a passer-by had brought to them late at night',
        ],
      }),
    ).toBeNull();
  });

  it.each([
    'Folge 70: Star charts',
    'The talks · Episode 12',
    'Founders | #210 – How to stay small',
    '117: On maps',
    'ABC082 – 82 reasons',
  ])('tells the episode of a podcast by its number and a recording: %s', (title) => {
    expect(kindWith({ title, elements: ['audio'] })).toBe('an episode of a podcast');
    expect(kindWith({ title })).toBeNull();
  });

  it('tells it by the name of the site, too, and lets articles be heard', () => {
    expect(kindWith({ outlet: 'The Harbour Podcast', elements: ['a[href$=".mp3" i]'] })).toBe('an episode of a podcast');
    expect(kindWith({ title: 'The keeper of the clock – Podcasts by the harbour', elements: ['[class*="podcast-player" i]'] })).toBe(
      'an episode of a podcast',
    );
    expect(kindWith({ elements: ['[class*="podcast-player" i]'] })).toBeNull();
    expect(kindWith({ elements: ['audio'], outlet: 'Fixture Times' })).toBeNull();
    expect(kindWith({ elements: ['audio'], title: 'A350 put off again: airline waits for 20 more' })).toBeNull();
  });
});
