import { expect, test } from 'vitest';
import { byStory } from '../../src/card/stories.ts';
import type { RelatedReport } from '../../src/shared/model.ts';

const report = (title: string, told: Partial<RelatedReport> = {}): RelatedReport => ({
  title,
  outlet: 'Paper',
  published: '2026-01-14',
  language: 'en',
  url: `https://paper.example/${title}`,
  since: false,
  story: null,
  official: false,
  country: null,
  owner: null,
  read: null,
  ...told,
});

test('reports of one story stand together, where its first one stood', () => {
  const reports = [report('a', { story: 1 }), report('b', { story: 2 }), report('c', { story: 1 }), report('d'), report('e')];
  const titles = byStory(reports).stories.map((story) => story.map(({ title }) => title));
  expect(titles).toEqual([['a', 'c'], ['b'], ['d'], ['e']]);
});

test('official documents have a line of their own, even where others tell the same', () => {
  const { official, stories } = byStory([report('rule', { official: true, story: 1 }), report('news of it', { story: 1 })]);
  expect(official.map(({ title }) => title)).toEqual(['rule']);
  expect(stories.map((story) => story.length)).toEqual([1]);
});
