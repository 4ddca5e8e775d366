import { expect, test } from 'vitest';
import {
  categoryCoverage,
  entitiesWithoutStatements,
  languageCoverage,
  monthCoverage,
  officesWithoutSource,
  oldestNews,
  statementAges,
} from '../../src/pack/coverage.ts';
import type { Entity } from '../../src/pack/schema.ts';
import type { PackSource } from '../../src/pack/source.ts';

const text = { en: 'A', 'zh-Hans': '甲' };
const statement = (date: string) => ({ date, certainty: 'confirmed' as const, text, reports: ['page'] });

function entity(id: string, more: Partial<Entity> = {}): Entity {
  return {
    id,
    category: 'agency',
    kind: 'office',
    names: { en: id },
    aliases: {},
    earlierParts: [],
    figures: [],
    roles: [],
    statements: [],
    relations: [],
    ...more,
  };
}

function place<Value>(value: Value, file = 'story/file.yaml') {
  return { value, file, line: 1 };
}

const source: PackSource = {
  header: { id: 'story', title: text, version: '1', asOf: '2026-03-31' },
  entities: [
    place(
      entity('office', {
        background: { text: { ...text, ja: 'あ' }, reports: ['page'] },
        statements: [statement('2026-03-01'), statement('2025-03')],
      }),
    ),
    place(entity('chip', { category: 'chip', names: { en: 'Chip', ja: 'チップ' } })),
    place(entity('person', { category: 'official', roles: [{ office: 'head' }, { office: 'deputy', reports: ['page'] }] })),
    place(entity('far', { statements: [statement('2020')] }), 'directory/file.yaml'),
  ],
  events: [place({ id: 'event', date: '2026-01-15', title: text, certainty: 'confirmed', entities: ['chip'], reports: ['page'] })],
  claims: [],
  reports: [
    place({
      id: 'page',
      url: 'https://example.com',
      title: 'Page',
      outlet: 'Example',
      language: 'en',
      kind: 'news',
      published: '2025-11-03',
      about: ['chip', 'person', 'far'],
    }),
  ],
  outlets: [],
  kinds: {},
  offices: {},
  places: {},
};

test('categories count entities of the story, not of the directory', () => {
  expect(categoryCoverage(source).filter(({ entities }) => entities > 0)).toEqual([
    { category: 'chip', entities: 1, background: 0, part: 0, withStatements: 0, statements: 0 },
    { category: 'agency', entities: 1, background: 1, part: 0, withStatements: 1, statements: 2 },
    { category: 'official', entities: 1, background: 0, part: 0, withStatements: 0, statements: 0 },
  ]);
});

test('languages count the texts that are there', () => {
  const [english, , , , japanese] = languageCoverage(source);
  expect(english).toEqual({ language: 'en', names: 3, backgrounds: 1, statements: 2, eventTitles: 1, eventDetails: 0, reports: 1 });
  expect(japanese).toEqual({ language: 'ja', names: 1, backgrounds: 1, statements: 0, eventTitles: 0, eventDetails: 0, reports: 0 });
});

test('months run from the first event to the pack’s day, empty ones too', () => {
  expect(monthCoverage(source)).toEqual([
    { month: '2026-01', events: 1, statements: 0, reports: 0 },
    { month: '2026-02', events: 0, statements: 0, reports: 0 },
    { month: '2026-03', events: 0, statements: 1, reports: 0 },
  ]);
});

test('statements are told by age on the pack’s day', () => {
  expect(statementAges(source, [1, 6])).toEqual([1, 0, 1]);
});

test('entities come by their newest statement, event or report, the oldest first', () => {
  expect(oldestNews(source)).toEqual([
    { id: 'person', date: '2025-11-03' },
    { id: 'chip', date: '2026-01-15' },
    { id: 'office', date: '2026-03-01' },
  ]);
});

test('gaps are named', () => {
  expect(officesWithoutSource(source)).toEqual(['person: head']);
  expect(entitiesWithoutStatements(source)).toEqual(['chip', 'person']);
});
