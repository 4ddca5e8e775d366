import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../src/reporting/memoryStore.ts';
import { Article, Report } from '../../src/reporting/report.ts';
import { Reporting } from '../../src/reporting/reporting.ts';

const noEntities = () => [];
const report = (fields: Partial<Report> & { url: string; title: string }) =>
  v.parse(Report, { outlet: new URL(fields.url).hostname, published: '2031-03-05', language: 'en', summary: '', ...fields });
const article = (fields: Partial<Article>) => v.parse(Article, { published: '2031-03-06', language: 'en', ...fields });

const others = readFileSync(new URL('judgements/other-reports.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { story: string; url: string });

async function holding(reports: readonly Report[]): Promise<Reporting> {
  const reporting = new Reporting(noEntities, memoryStore());
  await reporting.add(reports, 'test', 0);
  return reporting;
}

const withOthers = () => holding(others.map((row) => v.parse(Report, row)));

async function addresses(reporting: Reporting): Promise<string[][]> {
  const groups = await Promise.all((await reporting.stories()).map((ids) => reporting.read(ids)));
  return groups.map((group) => group.flatMap(({ url, others }) => [url, ...others]));
}

describe('stories', () => {
  it('groups reports across languages without knowing any entity', async () => {
    const storyOf = new Map(others.map(({ url, story }) => [url, story]));
    const ferry = (await addresses(await withOthers())).find((urls) => urls.some((url) => storyOf.get(url) === 'ferry'));
    expect(ferry?.map((url) => storyOf.get(url))).toEqual(['ferry', 'ferry', 'ferry', 'ferry', 'ferry']);
  });

  it('holds every address once', async () => {
    const urls = (await addresses(await withOthers())).flat();
    expect(urls.toSorted()).toEqual(others.map(({ url }) => url).toSorted());
  });

  it('takes two addresses of one page for one report, and names both', async () => {
    const reporting = await holding([
      report({ url: 'https://a.example/x', title: 'Harbour opens after storm' }),
      report({ url: 'https://www.a.example/x?utm_source=mail', title: 'Harbour opens after storm' }),
    ]);
    expect(await addresses(reporting)).toEqual([['https://a.example/x', 'https://www.a.example/x?utm_source=mail']]);
  });

  it('that are months apart are not tied by a report without a day', async () => {
    const told = (day: string | null, host: string) =>
      report({ url: `https://${host}.example/x`, title: 'Harwick ferry runs aground off Tolbay pier', published: day });
    const reporting = await withOthers();
    await reporting.add([told('2030-09-01', 'a'), told('2031-03-05', 'b'), told(null, 'c')], 'test', 1);
    const groups = (await addresses(reporting)).filter((urls) => urls.some((url) => /\/\/[abc]\.example/.test(url)));
    expect(groups.some((urls) => urls.includes('https://a.example/x') && urls.includes('https://b.example/x'))).toBe(false);
    expect(groups.some((urls) => urls.includes('https://c.example/x') && urls.length > 1)).toBe(true);
  });

  it('are not mixed when reports come by and by', async () => {
    const reports = others.map((row) => v.parse(Report, row));
    const byAndBy = await holding(reports.slice(0, 60));
    expect(await byAndBy.add(reports.slice(50), 'test', 1)).toBe(reports.length - 60);
    const storyOf = new Map(others.map(({ url, story }) => [url, story]));
    const mixed = (await addresses(byAndBy)).filter((urls) => new Set(urls.map((url) => storyOf.get(url))).size > 1);
    expect(mixed).toEqual([]);
  });
});

describe('related', () => {
  const quake = {
    title: 'Quake survivors in Noto wait for water',
    text: 'Rescue crews in Ishikawa prefecture searched houses after the magnitude 7.1 earthquake off the Noto peninsula. 6,400 people are in shelters.',
  };

  it('finds the story in other languages', async () => {
    const languages = (await (await withOthers()).related(article(quake), 6)).map(({ report }) => report.language);
    expect(new Set(languages).size).toBeGreaterThan(3);
  });

  it('leaves out the article itself, under any of its addresses', async () => {
    const related = await (await withOthers()).related(
      article({ ...quake, url: 'http://www.outlet02.example/2031-03-05/noto-quake-2?utm_medium=x' }),
      10,
    );
    expect(related.map(({ report }) => report.url)).not.toContain('https://outlet02.example/2031-03-05/noto-quake-2');
  });

  it('leaves out syndicated copies of the article and of what is listed', async () => {
    const title = 'Harbour town counts the cost of the storm';
    const other = 'Storm closes harbour town for a third day';
    const reporting = await holding([
      report({ url: 'https://a.example/1', title: `${title} - A` }),
      report({
        url: 'https://b.example/2',
        title: 'Storm bill',
        summary: 'Fishermen in the harbour town spent Thursday counting the boats that the storm had sunk.',
      }),
      report({ url: 'https://c.example/3', title: other }),
      report({ url: 'https://d.example/4', title: `${other} | D` }),
    ]);
    const related = await reporting.related(
      article({
        title,
        text: 'Fishermen in the harbour town spent Thursday counting the boats that the storm had sunk. More rain is due.',
      }),
      10,
    );
    expect(related.map(({ report }) => report.url)).toEqual(['https://c.example/3']);
  });

  it('puts official documents first and says so', async () => {
    const reporting = await holding([
      report({ url: 'https://a.example/1', title: 'New rule on harbour dues for large ships' }),
      report({
        url: 'https://www.federalregister.gov/documents/1',
        title: 'Harbour dues for ships: final rule',
        outlet: 'Federal Register',
      }),
    ]);
    const [first] = await reporting.related(
      article({ title: 'Rule on harbour dues for ships', text: 'The rule on harbour dues for large ships takes effect.' }),
      10,
    );
    expect(first?.official).toBe(true);
    expect(first?.reason).toMatch(/^official document; .*1 day before$/);
  });

  it('marks what came after the article', async () => {
    const related = await (await withOthers()).related(article(quake), 10);
    for (const { report, since } of related) expect(since).toBe((report.published ?? '') > '2031-03-06');
  });

  it('says nothing where nothing is near', async () => {
    expect(await (await withOthers()).related(article({ title: 'Xylophone', text: 'Glockenspiel zither' }), 10)).toEqual([]);
    expect(await (await holding([])).related(article(quake), 10)).toEqual([]);
    expect(await (await withOthers()).related(article({ title: '', text: '' }), 10)).toEqual([]);
  });
});
