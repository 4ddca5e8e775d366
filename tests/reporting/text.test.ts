import { describe, expect, it } from 'vitest';
import { conceptsOf } from '../../src/reporting/concepts.ts';
import { numberKeys } from '../../src/reporting/numbers.ts';
import { bareTitle } from '../../src/reporting/profile.ts';
import { soundsOf } from '../../src/reporting/sounds.ts';
import { runsOf, stem, termsOf } from '../../src/reporting/words.ts';

const terms = (text: string) => runsOf(text).flatMap(termsOf);

describe('terms', () => {
  it('stems words of one root alike', () => {
    expect(new Set(['approve', 'approves', 'approved', 'approving', 'approval'].map(stem)).size).toBe(1);
    expect(stem('banned')).toBe(stem('bans'));
    expect(stem('companies')).toBe(stem('company'));
  });

  it('leaves common words out', () => {
    expect(terms('The report says that it will')).toEqual([]);
  });

  it('writes both Chinese scripts and Japanese in one', () => {
    expect(terms('輸出經濟')).toEqual(terms('输出经济'));
    expect(terms('経済')).toEqual(terms('经济'));
  });

  it('takes particles off Korean words', () => {
    expect(terms('엔비디아가')).toEqual(terms('엔비디아는'));
  });

  it('keeps katakana words whole and reads over hiragana', () => {
    expect(terms('エヌビディアの半導体')).toEqual(['エヌビディア', '半导', '导体']);
  });
});

describe('numberKeys', () => {
  it.each([
    ['400,000 chips', '40万枚'],
    ['400,000 chips', '40만 개'],
    ['400 000 puces', '400.000 Chips'],
    ['25 per cent', '25%'],
    ['25 Prozent', '25％'],
    ['$5.5 billion', '55亿美元'],
    ['2 million', '200万'],
    ['Jan. 15', '1月15日'],
    ['15 janvier', '1월 15일'],
  ])('%s is %s', (one, other) => {
    expect(numberKeys(one)).not.toEqual([]);
    expect(numberKeys(one)).toEqual(numberKeys(other));
  });

  it('leaves years and small numbers out', () => {
    expect(numberKeys('In 2026, 3 firms')).toEqual([]);
  });
});

describe('conceptsOf', () => {
  const concepts = (text: string) => conceptsOf(runsOf(text));

  it.each(['Earthquake in Japan', '日本で地震', '日本地震', '일본 지진', 'Erdbeben in Japan', 'Séisme au Japon', 'Terremoto en Japón'])(
    '%s',
    (text) => {
      expect(new Set(concepts(text))).toEqual(new Set(['earthquake', '@JP']));
    },
  );

  it('takes two letters for a country only in capitals', () => {
    expect(concepts('US and EU')).toEqual(['@US', '@EU']);
    expect(concepts('tell us un mot')).toEqual([]);
  });
});

describe('soundsOf', () => {
  const sounds = (text: string) => runsOf(text).flatMap(soundsOf);

  it.each([
    ['Valencia', 'バレンシア'],
    ['Valencia', '발렌시아'],
    ['Melbourne', 'メルボルン'],
    ['Göteborg', '예테보리'],
  ])('%s sounds like %s', (latin, other) => {
    // Göteborg is written by its Swedish sound in Korean, which no rule for Latin letters gives.
    if (latin === 'Göteborg') expect(sounds(latin)).not.toEqual(sounds(other));
    else expect(sounds(latin).some((key) => sounds(other).includes(key))).toBe(true);
  });
});

describe('bareTitle', () => {
  it.each([
    ['Exclusive: Chips go to China - Reuters', 'Reuters', 'Chips go to China'],
    ['快訊／黃仁勳來了！首戰抵達上海', 'Yahoo', '黃仁勳來了！首戰抵達上海'],
    ['Nvidia H200 – a chip', 'BBC', 'Nvidia H200 – a chip'],
    ['EXCLUSIVE', 'X', 'EXCLUSIVE'],
  ])('%s', (title, outlet, bare) => {
    expect(bareTitle(title, outlet)).toBe(bare);
  });
});
