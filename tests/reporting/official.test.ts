import { describe, expect, it } from 'vitest';
import { isOfficial, stateOf } from '../../src/reporting/official.ts';

describe('stateOf', () => {
  it.each([
    ['https://www.bis.gov/press', 'US'],
    ['https://banks.senate.gov/', 'US'],
    ['https://english.mofcom.gov.cn/a', 'CN'],
    ['https://www.meti.go.jp/x', 'JP'],
    ['https://www.gov.uk/x', 'GB'],
    ['https://www.economie.gouv.fr/x', 'FR'],
    ['https://ec.europa.eu/x', null],
    ['https://www.who.int/x', null],
    ['https://gov.example.com/x', null],
  ])('%s is of %s', (address, state) => {
    expect(stateOf(address)).toBe(state);
  });
});

describe('isOfficial', () => {
  it.each([
    ['https://www.federalregister.gov/d/1', '', true],
    ['https://mirror.example/1', 'Federal Register', true],
    ['https://www.reuters.com/1', 'Reuters', false],
    ['https://notgov.example/1', 'Government Executive', false],
  ])('%s of %s: %s', (url, outlet, official) => {
    expect(isOfficial({ url, outlet })).toBe(official);
  });
});
