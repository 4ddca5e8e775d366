import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/blocks.ts';
import type { Body } from '../../src/article/body.ts';
import { callsItselfArticle, decide, decideByAddress, decideByMetadata, type Shape } from '../../src/article/isNews.ts';
import type { Metadata } from '../../src/article/metadata.ts';

/** What a page says of itself that says hardly anything. */
const plain: Metadata = {
  types: new Set(),
  article: null,
  isDescribed: false,
  openGraphType: null,
  address: 'https://site.example/a/long-run-of-words-in-a-row',
  title: 'Commission puts off its decision',
  language: 'en',
  published: null,
  stamp: null,
  isPublication: false,
  isOfAnyPage: false,
  updated: null,
  addressDay: null,
  outlet: null,
  generator: '',
  isPaper: false,
};
/** Says of itself that it is an article, as the most different pages do. */
const article: Metadata = { ...plain, openGraphType: 'article', published: '2026-02-04', isPublication: true };
const news: Metadata = { ...article, types: new Set(['NewsArticle']), article: { '@type': 'NewsArticle' }, isDescribed: true };

const shape: Shape = { day: '2026-02-04', isHeaded: true, hasByline: true, kind: null };
const body = (paragraphs: number, length: number): Body => ({
  container: {} as Element,
  blocks: [] as Block[],
  paragraphs,
  length,
  pageLength: length,
  linkedHeadings: 0,
});
const at = (path: string, metadata = article) => decideByMetadata({ ...metadata, address: `https://site.example${path}` }, '')?.isArticle;

describe('decideByAddress', () => {
  it.each([
    'https://news.example/',
    'https://news.example/business/page/2',
    'https://news.example/tag/accelerators',
    'https://news.example/search?q=accelerators',
    'https://en.wikipedia.org/wiki/Accelerator',
    'https://docs.site.example/install/on-a-server',
  ])('knows that %s is none, whatever is there', (address) => {
    expect(decideByAddress(address)?.isArticle).toBe(false);
  });

  it('leaves all else open', () => {
    expect(decideByAddress('https://news.example/business/commission-puts-off-its-decision')).toBeNull();
    expect(decideByAddress('file:///tmp/index.html')).toBeNull();
  });
});

describe('callsItselfArticle', () => {
  it('takes a page at its word', () => {
    expect(callsItselfArticle(news)).toBe(true);
    expect(callsItselfArticle(article)).toBe(true);
  });

  it('expects nothing of a page that says no day, or lists what others are', () => {
    expect(callsItselfArticle(plain)).toBe(false);
    expect(callsItselfArticle({ ...article, isPublication: false })).toBe(false);
    expect(callsItselfArticle({ ...plain, types: new Set(['NewsArticle']) })).toBe(false);
  });
});

describe('decideByMetadata', () => {
  it.each([
    '/podcasts/the-week-in-chips',
    '/events/board-meeting-of-the-commission',
    '/events/board-meeting-of-the-commission-20260204/',
    '/de/lexikon/halbleiter-was-ist-das',
    '/cooking/recipes/soup-of-the-day-with-beans',
    '/calendar/meeting-schedule-of-the-year',
    '/blog/how-we-scaled-our-queue-to-millions',
  ])('leaves %s alone, though it calls itself an article', (path) => {
    expect(at(path)).toBe(false);
  });

  it('leaves works of reference alone, in any language, unless they say that they are news', () => {
    for (const outlet of ['Academic Dictionaries', 'Lexikon der Technik', '某某百科', '표준국어대사전'])
      expect(decideByMetadata({ ...article, outlet }, '')?.isArticle).toBe(false);
    expect(decideByMetadata({ ...article, outlet: 'Fixture Times' }, '')).toBeNull();
    expect(decideByMetadata({ ...news, outlet: 'Lexikon der Technik' }, '')).toBeNull();
  });

  it('lets a page that says it is news have any of these addresses', () => {
    expect(at('/podcasts/the-week-in-chips', news)).toBeUndefined();
    expect(at('/blog/how-we-scaled-our-queue-to-millions', news)).toBeUndefined();
  });

  it("lets outlets' blogs and calendars be, whose addresses have a day", () => {
    expect(at('/blog/2026/02/04/commission-puts-off-its-decision')).toBeUndefined();
    expect(at('/events/2026/02/04/commission-puts-off-its-decision')).toBeUndefined();
  });

  it("leaves what is on hosts of anybody's alone, unless it says it is news", () => {
    const address = 'https://somebody.wordpress.com/my-week-in-four-words';
    expect(decideByMetadata({ ...article, address }, address)?.isArticle).toBe(false);
    expect(decideByMetadata({ ...news, address }, address)).toBeNull();
  });

  it.each([
    'https://www.agency.gov/press/a-new-rule-for-exports-is-out',
    'https://www.ministry.go.jp/houdou/20260204.html',
    'https://news.some.edu/2026/02/04/laboratory-opens',
  ])('leaves what institutions issue alone: %s', (address) => {
    expect(decideByMetadata({ ...article, address }, address)?.isArticle).toBe(false);
    expect(decideByMetadata({ ...news, address }, address)).toBeNull();
  });

  it('leaves concerts, games and what else a site has its own type for alone', () => {
    expect(decideByMetadata({ ...plain, types: new Set(['MusicEvent']) }, '')?.isArticle).toBe(false);
    expect(decideByMetadata({ ...plain, openGraphType: 'some-tickets:concert' }, '')?.isArticle).toBe(false);
    expect(decideByMetadata({ ...plain, openGraphType: 'some_newspaper:article' }, '')).toBeNull();
  });

  it('leaves papers and posts of networks alone', () => {
    expect(decideByMetadata({ ...article, isPaper: true }, '')?.isArticle).toBe(false);
    expect(decideByMetadata({ ...article, types: new Set(['ScholarlyArticle']) }, '')?.isArticle).toBe(false);
    expect(decideByMetadata({ ...article, types: new Set(['SocialMediaPosting']) }, '')?.isArticle).toBe(false);
  });
});

describe('decide', () => {
  it('takes a text with a headline, a day and a name above it', () => {
    expect(decide(plain, body(6, 2000), shape).isArticle).toBe(true);
  });

  it('leaves what its shape shows to be of another kind alone, but not what says it is news', () => {
    expect(decide(article, body(20, 9000), { ...shape, kind: 'listings of code' }).isArticle).toBe(false);
    expect(decide(news, body(20, 9000), { ...shape, kind: 'listings of code' }).isArticle).toBe(true);
  });

  it('asks a page that only calls itself an article and shows a day for the address of a single page or for a name', () => {
    const claimed = { ...plain, openGraphType: 'article' };
    const unnamed = { ...shape, hasByline: false };
    const at = (path: string) => ({ ...claimed, address: `https://site.example${path}` });
    expect(decide(at('/our-board'), body(6, 2000), unnamed).isArticle).toBe(false);
    expect(decide(at('/our-board'), body(6, 2000), shape).isArticle).toBe(true);
    expect(decide(at('/commission-puts-off-its-decision'), body(6, 2000), unnamed).isArticle).toBe(true);
  });

  it('takes the head of an article that is paid for, and no notice of a line', () => {
    expect(decide(article, body(1, 120), shape).isArticle).toBe(true);
    expect(decide(article, body(1, 120), { ...shape, hasByline: false }).isArticle).toBe(false);
  });

  it('asks a copy on this machine, whose address tells nothing, for a headline with a day or a name, and a short one for both', () => {
    const copy = { ...plain, address: 'file:///tmp/copy.html' };
    expect(decide(copy, body(6, 2000), { ...shape, hasByline: false }).isArticle).toBe(true);
    expect(decide(copy, body(6, 2000), { ...shape, day: null }).isArticle).toBe(true);
    expect(decide(copy, body(6, 2000), { ...shape, day: null, hasByline: false }).isArticle).toBe(false);
    expect(decide(copy, body(2, 400), shape).isArticle).toBe(true);
    expect(decide(copy, body(2, 400), { ...shape, hasByline: false }).isArticle).toBe(false);
  });
});
