import { expect, test } from 'vitest';
import { scaleTimeline } from '../../src/card/timelineScale.ts';

const entry = (date: string, since = false) => ({ date, since });

test('entries stand in the order of time, with the article between what came before and since', () => {
  const scale = scaleTimeline([entry('2026-06-01', true), entry('2025-12-08'), entry('2026-01-15')], '2026-02-05', 100, 8);
  const [first, second, third] = scale?.dots.map((dot) => dot.x) ?? [];
  expect(first).toBe(4);
  expect(third).toBe(96);
  expect(second).toBeGreaterThan(4);
  expect(scale?.article).toBeGreaterThan(second ?? 0);
  expect(scale?.article).toBeLessThan(96);
});

test('entries of nearly the same time are stacked', () => {
  const days = ['2026-01-14', '2026-01-15', '2026-01-15', '2026-08-01'].map((date) => entry(date));
  expect(scaleTimeline(days, null, 100, 8)?.dots.map((dot) => dot.level)).toEqual([0, 1, 2, 0]);
});

test('what lies years before the article is counted, not drawn', () => {
  const scale = scaleTimeline(
    ['1991', '2025-12-08', '2026-01-15', '2026-02'].map((date) => entry(date)),
    '2026-02-05',
    100,
    8,
  );
  expect(scale).toMatchObject({ earlier: 1, from: '2025-12-08' });
});

test('a picture of fewer than three entries is none', () => {
  expect(scaleTimeline([entry('2026-01-15'), entry('2026-02-15')], '2026-02-05', 100, 8)).toBeNull();
  expect(scaleTimeline([], null, 100, 8)).toBeNull();
});

test('a long stretch in which nothing happened is cut, and the rest drawn to scale', () => {
  const scale = scaleTimeline(
    ['2023-11-13', '2025-11-24', '2025-12-08', '2026-01-15', '2026-08-18'].map((date) => entry(date)),
    '2026-02-05',
    400,
    8,
  );
  const [first = 0, second = 0, , , last] = scale?.dots.map((dot) => dot.x) ?? [];
  expect(scale?.cuts).toHaveLength(1);
  expect(scale?.cuts[0]).toBeGreaterThan(first);
  expect(scale?.cuts[0]).toBeLessThan(second);
  expect(second - first).toBeLessThan(60);
  expect([first, last]).toEqual([4, 396]);
});

test('a line without a long stretch is not cut', () => {
  const days = ['2025-12-08', '2026-01-15', '2026-03-01', '2026-04-10', '2026-06-01'].map((date) => entry(date));
  expect(scaleTimeline(days, '2026-02-05', 100, 8)?.cuts).toEqual([]);
});
