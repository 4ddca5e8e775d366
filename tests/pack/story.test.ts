import { describe, expect, test } from 'vitest';
import { readPacks } from '../../src/pack/source.ts';

const { entities, reports } = readPacks();
const byId = new Map(entities.map(({ value }) => [value.id, value]));
const reportIds = new Set(reports.map(({ value }) => value.id));

/** What the articles that the project began with speak of. */
const cast = [
  ...['nvidia', 'h200', 'amd', 'intel', 'vera-rubin', 'alibaba', 'bytedance', 'apple', 'micron'],
  ...['jensen-huang', 'trump', 'chris-mcguire', 'guo-jiakun', 'cfr'],
  ...['white-house', 'commerce-dept', 'state-dept', 'defense-dept', 'energy-dept', 'bis', 'mfa-china', 'mofcom'],
  ...['bis-h200-rule', 'h200-25-percent-deal', 'case-by-case-review'],
];

describe('the cast of the story', () => {
  test.each(cast)('%s has a card with a background and a part, in English and Chinese, each with a source', (id) => {
    const entity = byId.get(id);
    for (const told of [entity?.background, entity?.part]) {
      expect(told?.text.en).toMatch(/\w{3}/);
      expect(told?.text['zh-Hans']).toMatch(/\p{Script=Han}{2}/u);
      expect(told?.reports.length).toBeGreaterThan(0);
      for (const report of told?.reports ?? []) expect(reportIds).toContain(report);
    }
  });
});

test('at least sixty of the story’s entities are told of in full', () => {
  const told = entities.filter(({ value }) => value.background && value.part && value.statements.length > 0);
  expect(told.length).toBeGreaterThanOrEqual(60);
});
