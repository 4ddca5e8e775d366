import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedLexicon } from '../../scripts/shippedLexicon.ts';
import { match } from '../../src/match/match.ts';

const lexicon = shippedLexicon();
const [, ...stories] = readFileSync('tests/match/stories.md', 'utf8').trim().split(/\n\n+/);

test.each(stories)('%s', (annotated) => {
  const text = annotated.replace(/\[([^\]]+)\]\([a-z0-9-]+\)/g, '$1');
  const mentions = match({ text, language: null, published: null }, lexicon);
  let found = '';
  let at = 0;
  for (const { start, end, entity } of mentions) {
    found += `${text.slice(at, start)}[${text.slice(start, end)}](${entity})`;
    at = end;
  }
  expect(found + text.slice(at)).toBe(annotated);
});
