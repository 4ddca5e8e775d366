import { describe, expect, it } from 'vitest';
import { plain, resembles } from '../../src/article/title.ts';

describe('plain', () => {
  it.each([
    ['Commission puts off\n its decision', 'Commission puts off its decision'],
    ['Is it in the next <i>Harbour</i>?', 'Is it in the next Harbour?'],
    ['Is it in the next &lt;i&gt;Harbour&lt;/i&gt;?', 'Is it in the next Harbour?'],
    ['First line<br>second line', 'First line second line'],
    ['Tom &amp; Ann&#8217;s harbour &ndash; a visit', 'Tom & Ann’s harbour – a visit'],
    ['Income &lt; costs', 'Income < costs'],
  ])('reads %s', (text, title) => {
    expect(plain(text)).toBe(title);
  });
});

describe('resembles', () => {
  it('takes two titles for one where half of the words of the shorter are in the other', () => {
    expect(resembles('Commission puts off its decision', 'Commission puts off decision again - Fixture Times')).toBe(true);
    expect(resembles('Commission puts off its decision', 'Harbour clock stands still')).toBe(false);
    expect(resembles('委员会推迟决定', '委员会再度推迟决定_样例日报')).toBe(true);
  });
});
