/** From the page's nodes to mentions: however a paragraph is cut into inline elements, the same is found in it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../scripts/browsers.mjs';
import { shippedLexicon } from '../../scripts/shippedLexicon.ts';
import type { readBlocks } from '../../src/article/blocks.ts';
import { match } from '../../src/match/match.ts';
import { useBrowser } from './reader.ts';

/** How one piece of a paragraph stands in the page. */
interface Piece {
  length: number;
  tags: string[];
  between: string;
}

const lexicon = shippedLexicon();
const paragraphs = readFileSync('tests/match/stories.md', 'utf8')
  .replace(/\[([^\]]+)\]\([a-z0-9-]+\)/g, '$1')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.trim());
const whole = mentionsIn(paragraphs);

const tags = fc.array(fc.constantFrom('a', 'b', 'em', 'i', 'span', 'strong', 'mark', 'cite', 'time', 'sup'), { maxLength: 3 });
const between = fc.constantFrom('', '', '<!-- advertisement -->', '<wbr>', '<span></span>');
const pieces = fc.array(fc.record({ length: fc.integer({ min: 1, max: 30 }), tags, between }, { noNullPrototype: true }), {
  minLength: 1,
  maxLength: 12,
});

describe.each(browserNames)('a paragraph in %s', (name) => {
  const { visit } = useBrowser(name);

  test('tells the same mentions however it is cut into inline elements', async () => {
    const tab = await visit('kinds/section.html');
    await tab.page.evaluate(await readerOfBlocks());
    await fc.assert(
      fc.asyncProperty(pieces, async (cuts) => {
        const read = await tab.page.evaluate(readCut, paragraphs, cuts);
        expect(read).toEqual(paragraphs);
        expect(mentionsIn(read)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });
});

function mentionsIn(texts: readonly string[]) {
  return match({ text: texts.join('\n'), language: null, published: null }, lexicon);
}

/** Lays the paragraphs out in these pieces, again and again, and reads them as an article is read. Runs in the page. */
function readCut(texts: string[], cuts: Piece[]): string[] {
  const article = document.createElement('article');
  let next = 0;
  for (const text of texts) {
    const paragraph = document.createElement('p');
    for (let at = 0; at < text.length; ) {
      const { length, tags, between } = cuts[next++ % cuts.length] as Piece;
      let place: Element = paragraph;
      for (const tag of tags) {
        const element = document.createElement(tag);
        place.append(element);
        place = element;
      }
      place.append(text.slice(at, at + length));
      paragraph.append(document.createRange().createContextualFragment(between));
      at += length;
    }
    article.append(paragraph);
  }
  const { blocks } = globalThis as unknown as { blocks: { readBlocks: typeof readBlocks } };
  return blocks.readBlocks(article).map(({ text }) => text);
}

/** The script that leaves `readBlocks` on a page. */
async function readerOfBlocks(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2022', lib: { entry: 'src/article/blocks.ts', formats: ['iife'], name: 'blocks' } },
  });
  const [bundle] = [built].flat();
  const code = bundle !== undefined && 'output' in bundle ? bundle.output[0].code : '';
  return `${code}; globalThis.blocks = blocks; undefined`;
}
