import { describe, expect, test } from 'vitest';
import { isAfter, isHeldOn } from '../../src/background/time.ts';

test.each([
  ['2026-02-05', '2026-02-04', true],
  ['2026-02-04', '2026-02-04', false],
  ['2026-02', '2026-02-04', false],
  ['2026-03', '2026-02-04', true],
  ['2026', '2026-02-04', false],
  ['2027', '2026-02-04', true],
  ['2025', '2026-02-04', false],
])('%s is surely after %s: %s', (date, day, wanted) => {
  expect(isAfter(date, day)).toBe(wanted);
});

describe('an office is held', () => {
  test('from its first day until the day before its last: that day is the next holder’s', () => {
    const term = { from: '2025-02-18', to: '2026-03-01' };
    expect(isHeldOn(term, '2025-02-17')).toBe(false);
    expect(isHeldOn(term, '2025-02-18')).toBe(true);
    expect(isHeldOn(term, '2026-02-28')).toBe(true);
    expect(isHeldOn(term, '2026-03-01')).toBe(false);
  });

  test('throughout a month or year that is not known more exactly, at its beginning', () => {
    expect(isHeldOn({ from: '2025-02' }, '2025-02-01')).toBe(true);
    expect(isHeldOn({ from: '2025' }, '2024-12-31')).toBe(false);
  });

  test('without an end, still', () => {
    expect(isHeldOn({ from: '2013' }, '2026-02-05')).toBe(true);
  });

  test('for about a year after it was last seen, where only that is known', () => {
    expect(isHeldOn({ seen: '2026-01-29' }, '2026-01-28')).toBe(false);
    expect(isHeldOn({ seen: '2026-01-29' }, '2026-06-01')).toBe(true);
    expect(isHeldOn({ seen: '2026-01-29' }, '2027-06-01')).toBe(false);
  });

  test('never, where nothing is known of when', () => {
    expect(isHeldOn({}, '2026-02-05')).toBe(false);
  });
});
