import { expect, test } from 'vitest';
import { excerptAround } from '../../src/shared/excerpt.ts';

function around(text: string, name: string): string {
  const start = text.indexOf(name);
  const { before, name: own, after } = excerptAround(text, start, start + name.length);
  return `${before}[${own}]${after}`;
}

test('a short paragraph stands as it is, without its neighbours', () => {
  expect(around('First.\nBIS grants the licence.\nLast.', 'BIS')).toBe('[BIS] grants the licence.');
});

test('a long one is cut between words', () => {
  const text = `${'On December 8, 2025, it was announced that '.repeat(2)}NVIDIA could ship chips to approved customers in China, and more of them.`;
  expect(around(text, 'NVIDIA')).toBe('…On December 8, 2025, it was announced that [NVIDIA] could ship chips to approved customers in…');
});

test('Chinese is cut anywhere', () => {
  const text = `${'一二三四五六七八九十'.repeat(6)}英伟达${'一二三四五六七八九十'.repeat(6)}`;
  expect(around(text, '英伟达')).toMatch(/^….{44}\[英伟达\].{44}…$/);
});
