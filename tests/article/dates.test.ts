import { describe, expect, it } from 'vitest';
import { dayInAddress, dayInText, dayOfStamp, dayWithoutYear, isLocalDay } from '../../src/article/dates.ts';

const context = { today: '2026-11-28' };

describe('dayInText', () => {
  it.each([
    ['2026年2月4日 09:15', '2026-02-04'],
    ['2026 年 02 月 04 日', '2026-02-04'],
    ['입력 2026년 1월 8일 오전 10:02', '2026-01-08'],
    ['입력 2026.01.08. 10:02', '2026-01-08'],
    ['2026-02-0409:15:00', '2026-02-04'],
    ['令和8年1月8日', '2026-01-08'],
    ['令和元年5月1日', '2019-05-01'],
    ['Published Jan. 8, 2026, 3:04 p.m. ET', '2026-01-08'],
    ['8 January 2026', '2026-01-08'],
    ['Donnerstag, 8. Jänner 2026, 12.04 Uhr', '2026-01-08'],
    ['Publié le 8 janv. 2026 à 12h04', '2026-01-08'],
    ['8 de enero de 2026', '2026-01-08'],
    ['8 gennaio 2026', '2026-01-08'],
    ['8 de janeiro de 2026', '2026-01-08'],
    ['8 января 2026, 12:04', '2026-01-08'],
    ['8 Ocak 2026 Perşembe', '2026-01-08'],
    ['8 stycznia 2026', '2026-01-08'],
    ['2026. január 8., csütörtök', '2026-01-08'],
    ['Kamis, 8 Agustus 2024', '2024-08-08'],
    ['الأربعاء 4 فبراير 2026 - 09:15', '2026-02-04'],
    ['٤ فبراير، ٢٠٢٦', '2026-02-04'],
    ['4 شباط/فبراير 2026', '2026-02-04'],
    ['4 شباط / فبراير 2026 09:22 مساءً', '2026-02-04'],
    ['4 آب/اغسطس 2024', '2024-08-04'],
    ['4 كانون الثاني/يناير 2026', '2026-01-04'],
    ['15 بهمن 1404 - 12:09', '2026-02-04'],
    ['2 تير 1399', '2020-06-22'],
    ['Published 01.28.26, 22:47', '2026-01-28'],
    ['چهارشنبه ۱۵ بهمن ۱۴۰۴ - ۰۹:۱۵', '2026-02-04'],
    ['۱ فروردین ۱۴۰۴', '2025-03-21'],
    ['۳۰ اسفند ۱۴۰۳', '2025-03-20'],
  ])('reads %s', (text, day) => {
    expect(dayInText(text, context)).toBe(day);
  });

  it.each([
    'vor 3 Stunden',
    '3 hours ago',
    'il y a 2 jours',
    'hace 5 horas',
    '3小时前',
    '1시간 전',
    '© 2026 Example Press',
    '31 February 2026',
    '8 January 2027',
  ])('does not guess at %s', (text) => {
    expect(dayInText(text, context)).toBeNull();
  });

  it('reads figures by the language of the page, and not at all where countries differ', () => {
    expect(dayInText('03/04/2026', { ...context, language: 'en-US' })).toBe('2026-03-04');
    expect(dayInText('03/04/2026', { ...context, language: 'en-GB' })).toBe('2026-04-03');
    expect(dayInText('03/04/2026', { ...context, language: 'fr' })).toBe('2026-04-03');
    expect(dayInText('03/04/2026', { ...context, language: 'en' })).toBeNull();
    expect(dayInText('11/28/2025', { ...context, language: 'en' })).toBe('2025-11-28');
    expect(dayInText('08.01.26 | 15:08 Uhr', { ...context, language: 'de' })).toBe('2026-01-08');
    expect(dayInText('26.01.08 15:08', { ...context, language: 'ko' })).toBe('2026-01-08');
    expect(dayInText('26/01/08 15:08', { ...context, language: 'ja' })).toBe('2026-01-08');
    expect(dayInText('By a Reporter | 10/17/25', { ...context, language: 'en' })).toBe('2025-10-17');
    expect(dayInText('08.01.26', { ...context, language: 'en' })).toBeNull();
    expect(dayInText('۱۴۰۴/۱۱/۱۵ ۰۹:۱۵', { ...context, language: 'fa' })).toBe('2026-02-04');
    expect(dayInText('1404/11/15', { ...context, language: 'en' })).toBeNull();
    expect(dayInText('9/11/01', { ...context, language: 'en' })).toBeNull();
  });
});

describe('dayOfStamp', () => {
  it.each([
    ['2026-02-04T08:00:00+08:00', '2026-02-04'],
    ['20260204T080000Z', '2026-02-04'],
    ['2026-02-04 08:00', '2026-02-04'],
    ['1770163200', '2026-02-04'],
    ['1770163200000', '2026-02-04'],
    ['Wed, 04 Feb 2026 08:00:00 GMT', '2026-02-04'],
    ['Wed Feb 04 08:00:00 EST 2026', '2026-02-04'],
  ])('reads %s', (stamp, day) => {
    expect(dayOfStamp(stamp, context)).toBe(day);
  });

  it('leaves figures that programs write either way', () => {
    expect(dayOfStamp('11/01/2025 12:43:42', { ...context, language: 'de' })).toBeNull();
  });
});

describe('isLocalDay', () => {
  it.each([
    ['2026-02-03', '2026-02-04T03:05:46Z', 'an evening in America'],
    ['2026-02-03', 'Wed Feb 04 2026 03:05:46 GMT+0000 (Coordinated Universal Time)', 'the same, printed'],
    ['2026-02-05', '2026-02-04T16:34:54.488Z', 'a morning in Australia'],
  ])('%s is the day of %s: %s', (day, stamp) => {
    expect(isLocalDay(day, stamp)).toBe(true);
  });

  it.each([
    ['2026-02-03', '2026-02-04T12:00:00Z'],
    ['2026-02-05', '2026-02-04T06:00:00Z'],
    ['2026-02-02', '2026-02-04T03:00:00Z'],
    ['2026-02-03', '2026-02-04T03:05:46+09:00'],
    ['2026-02-03', '2026-02-04'],
  ])('%s is not the day of %s', (day, stamp) => {
    expect(isLocalDay(day, stamp)).toBe(false);
  });
});

describe('dayInAddress', () => {
  it.each([
    ['https://news.example/2026/02/04/talks', '2026-02-04'],
    ['https://news.example/world/2026-02-04/talks', '2026-02-04'],
    ['https://news.example/n/2026/feb/04/talks/', '2026-02-04'],
    ['https://news.example/2026-02/04/c_112233.htm', '2026-02-04'],
    ['https://news.example/20260204/talks', '2026-02-04'],
    ['https://news.example/2026/middle_east/2/4/talks/index.html', '2026-02-04'],
  ])('of %s', (address, day) => {
    expect(dayInAddress(address, context)).toBe(day);
  });

  it('takes neither numbers nor queries for one', () => {
    expect(dayInAddress('https://news.example/story/20269944', context)).toBeNull();
    expect(dayInAddress('https://news.example/story?d=2026/02/04/', context)).toBeNull();
  });
});

describe('dayWithoutYear', () => {
  it('is in the latest year that is not ahead', () => {
    expect(dayWithoutYear('新华社北京2月4日电', '2026-11-28', context)).toBe('2026-02-04');
    expect(dayWithoutYear('12월 4일', '2026-11-28', context)).toBe('2025-12-04');
    expect(dayWithoutYear('发布时间：10-08 12:00', '2026-11-28', context)).toBe('2026-10-08');
    expect(dayWithoutYear('发布时间：10-0812:00', '2026-11-28', context)).toBe('2026-10-08');
    expect(dayWithoutYear('10-08', '2026-11-28', context)).toBeNull();
  });
});
