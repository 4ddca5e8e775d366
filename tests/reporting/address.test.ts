import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../src/reporting/address.ts';

describe('canonicalAddress', () => {
  it.each([
    ['http://www.example.com/news/a.html?utm_source=x&id=7#top', 'https://example.com/news/a.html?id=7'],
    ['https://m.example.com/news/a/', 'https://example.com/news/a'],
    ['https://example.com/amp/news/a', 'https://example.com/news/a'],
    ['https://example.com/news/a/amp/', 'https://example.com/news/a'],
    ['https://www.google.com/amp/s/example.com/news/a', 'https://example.com/news/a'],
    ['https://example-com.cdn.ampproject.org/c/s/example.com/news/a?amp=1', 'https://example.com/news/a'],
    ['https://EXAMPLE.com:443/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/%E4%B8%AD%E6%96%87?fbclid=9', 'https://example.com/%E4%B8%AD%E6%96%87'],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  it('keeps pages apart that their keys keep apart', () => {
    expect(canonicalAddress('https://example.com/view?aid=1')).not.toBe(canonicalAddress('https://example.com/view?aid=2'));
  });

  it('leaves what is no address as it is', () => {
    expect(canonicalAddress('no address')).toBe('no address');
  });

  it('does not change its own answers', () => {
    for (const address of ['https://www.m.example.com/amp/a//b/?z=%20&a=%C3%A9', 'http://example.com', 'https://example.com/a%2Fb?x=1%26y'])
      expect(canonicalAddress(canonicalAddress(address))).toBe(canonicalAddress(address));
  });
});
