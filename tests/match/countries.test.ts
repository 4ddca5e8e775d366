import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedLexicon } from '../../scripts/shippedLexicon.ts';

const lexicon = shippedLexicon();

/** Countries that are one city, or whose capital stands for the Union. */
const withoutSeat = new Set(['HK', 'MO', 'SG', 'LU', 'BE']);

test('of every country with a body, texts can say the name, the adjective and the seat', () => {
  const file = readFileSync('src/pack/data/lexicon/countries.yaml', 'utf8');
  const named = new Map((parse(file) as { id: string; words: string[]; seats?: string[] }[]).map((country) => [country.id, country]));
  const withBody = new Set<string>();
  for (let entity = 0; entity < lexicon.entityCount; entity++)
    if (lexicon.categoryOf(entity) === 'agency' && lexicon.countryOf(entity) >= 0)
      withBody.add(lexicon.header.countries[lexicon.countryOf(entity)] as string);
  const unnamed = [...withBody].filter((id) => {
    const country = named.get(id);
    const hasAdjective = country?.words.some((word) => /^\p{Lu}\p{Ll}/u.test(word)) ?? false;
    return !hasAdjective || (!withoutSeat.has(id) && country?.seats === undefined);
  });
  expect(withBody.size).toBeGreaterThan(60);
  expect(unnamed).toEqual([]);
});
