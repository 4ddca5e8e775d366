import { expect, test } from 'vitest';
import { readerLanguage } from '../../src/shared/readerLanguage.ts';

test('the chosen language counts before the browser’s', () => {
  expect(readerLanguage('ja', ['en-US'])).toBe('ja');
});

test.each([
  [['ko-KR', 'en'], 'ko'],
  [['de-AT', 'zh-HK', 'en'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh', 'en'], 'zh-Hans'],
  [['fr', 'en-GB'], 'en'],
  [['pt-BR'], 'en'],
  [[], 'en'],
] as const)('without a choice, the first of the browser’s languages that we speak: %j', (preferred, language) => {
  expect(readerLanguage(null, preferred)).toBe(language);
});
