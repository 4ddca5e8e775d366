import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { archive } from '../../src/reporting/sources/archive.ts';
import { Asker } from '../../src/reporting/sources/ask.ts';
import { federalRegister } from '../../src/reporting/sources/federalRegister.ts';
import { gdelt } from '../../src/reporting/sources/gdelt.ts';
import { googleNews } from '../../src/reporting/sources/googleNews.ts';
import { packReports, readArticle, readAt } from '../../src/reporting/sources/own.ts';
import { type Source, SourceError, type Wanted } from '../../src/reporting/sources/source.ts';
import { wikipedia } from '../../src/reporting/sources/wikipedia.ts';
import { startServer, type TestServer } from './server.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const now = () => NOW;
const wanted: Wanted = { entity: null, names: ['H200', 'Nvidia H200'], language: 'en', article: null };
const search = (source: Source, what: Partial<Wanted> = {}) => source.search({ ...wanted, ...what }, AbortSignal.timeout(2000));

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
});

const json = (path: string, value: unknown) =>
  server.on(path, (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value)));

describe('the Federal Register', () => {
  beforeEach(() => json('/api/v1/public-inspection-documents.json', { count: 0, results: [] }));
  const document = {
    title: 'Revision to License Review Policy for Advanced Computing Commodities',
    abstract: 'BIS amends its license review policy.',
    html_url: 'https://www.federalregister.gov/documents/2026/01/15/2026-00789/revision-to-license-review-policy',
    publication_date: '2026-01-15',
    document_number: '2026-00789',
    type: 'Rule',
    agency_names: ['Commerce Department', 'Industry and Security Bureau'],
  };

  it('is asked for an agency by the name it has there', async () => {
    json('/api/v1/documents.json', { count: 1, total_pages: 1, results: [document] });
    const reports = await search(federalRegister(fetch, now, server.address), {
      entity: 'bis',
      names: ['Bureau of Industry and Security'],
    });
    expect(reports).toEqual([
      {
        url: document.html_url,
        title: document.title,
        summary: document.abstract,
        outlet: 'Federal Register: Rule',
        published: '2026-01-15',
        language: 'en',
      },
    ]);
    expect(server.asked).toHaveLength(2);
    for (const line of server.asked) expect(line).toContain('conditions[agencies][]=industry-and-security-bureau');
  });

  it('tells of documents that are filed for inspection, under the day of their filing', async () => {
    json('/api/v1/documents.json', { count: 1, results: [document] });
    const filed = {
      title: 'Clarification of License Requirements',
      html_url: 'https://www.federalregister.gov/public-inspection/2026-20011/clarification-of-license-requirements',
      filed_at: '2026-11-23T16:15:00.000-05:00',
      publication_date: '2026-12-01',
      type: 'Rule',
    };
    json('/api/v1/public-inspection-documents.json', { count: 1, results: [filed] });
    const reports = await search(federalRegister(fetch, now, server.address), { entity: 'bis' });
    expect(reports.map(({ title, outlet, published }) => ({ title, outlet, published }))).toEqual([
      { title: filed.title, outlet: 'Federal Register: Rule: public inspection', published: '2026-11-23' },
      { title: document.title, outlet: 'Federal Register: Rule', published: '2026-01-15' },
    ]);
  });

  it('that answers only one of its questions is said to fail', async () => {
    json('/api/v1/documents.json', { count: 1, results: [document] });
    server.on('/api/v1/public-inspection-documents.json', (_, response) => response.writeHead(500).end());
    await expect(search(federalRegister(fetch, now, server.address))).rejects.toMatchObject({ fault: 'broken' });
  });

  it('is asked for anything else as a term, and may know nothing', async () => {
    json('/api/v1/documents.json', { count: 0, description: 'no documents' });
    expect(await search(federalRegister(fetch, now, server.address))).toEqual([]);
    for (const line of server.asked) expect(line).toContain('conditions[term]="H200" | "Nvidia H200"');
  });
});

describe('Wikipedia', () => {
  const host = () => server.address;

  it('gives the summary of the page that its search puts first', async () => {
    json('/w/api.php', {
      batchcomplete: '',
      query: { searchinfo: { totalhits: 9 }, search: [{ ns: 0, title: 'Hopper (microarchitecture)', pageid: 1 }] },
    });
    json('/api/rest_v1/page/summary/Hopper_(microarchitecture)', {
      type: 'standard',
      title: 'Hopper (microarchitecture)',
      lang: 'en',
      timestamp: '2026-10-01T00:00:00Z',
      extract: 'Hopper is a GPU microarchitecture.',
      extract_html: '<p>Hopper</p>',
      content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/Hopper_(microarchitecture)' } },
    });
    expect(await search(wikipedia(fetch, now, host))).toMatchObject([
      { title: 'Hopper (microarchitecture)', summary: 'Hopper is a GPU microarchitecture.', published: null },
    ]);
  });

  it('asks the Chinese edition for the script of the reader', async () => {
    const asked: (string | undefined)[] = [];
    json('/w/api.php', { query: { search: [{ title: 'X' }] } });
    server.on('/api/rest_v1/page/summary/X', (request, response) => {
      asked.push(request.headers['accept-language']);
      response.writeHead(404).end();
    });
    for (const language of ['zh-Hant', 'zh-Hans'])
      await expect(search(wikipedia(fetch, now, host), { language })).rejects.toMatchObject({ fault: 'gone' });
    expect(asked).toEqual(['zh-tw', 'zh-cn']);
  });

  it('gives nothing for pages that only list others', async () => {
    json('/w/api.php', { query: { search: [{ title: 'H200' }] } });
    json('/api/rest_v1/page/summary/H200', {
      type: 'disambiguation',
      title: 'H200',
      content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/H200' } },
    });
    expect(await search(wikipedia(fetch, now, host))).toEqual([]);
    json('/w/api.php', { query: { search: [] } });
    expect(await search(wikipedia(fetch, now, host))).toEqual([]);
  });
});

describe('GDELT', () => {
  const source = () => gdelt(fetch, now, server.address);

  it('gives articles with the day on which they were seen', async () => {
    json('/api/v2/doc/doc', {
      articles: [
        {
          url: 'https://a.example/1',
          url_mobile: '',
          title: 'China blocks H200 &amp; others',
          seendate: '20260114T093000Z',
          socialimage: '',
          domain: 'a.example',
          language: 'English',
          sourcecountry: 'United States',
        },
      ],
    });
    expect(await search(source())).toEqual([
      {
        url: 'https://a.example/1',
        title: 'China blocks H200 & others',
        summary: '',
        outlet: 'a.example',
        published: '2026-01-14',
        language: 'en',
      },
    ]);
    expect(server.asked[0]).toContain('query=("H200" OR "Nvidia H200")');
  });

  it.each([
    ['Please limit requests to one every 5 seconds or contact ...', 'busy'],
    ['The specified phrase is too short.', 'broken'],
    ['{"articles": [{"url": 1}]}', 'broken'],
  ])('tells of a fault with status 200: %s', async (text, fault) => {
    server.on('/api/v2/doc/doc', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(text));
    await expect(search(source())).rejects.toMatchObject({ fault });
  });

  it('gives nothing for an empty answer', async () => {
    json('/api/v2/doc/doc', {});
    expect(await search(source())).toEqual([]);
  });
});

describe('Google News', () => {
  it('gives titles without the outlet, and the outlet', async () => {
    server.on('/rss/search', (_, response) =>
      response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' }).end(
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><generator>NFE/5.0</generator><title>"H200" - Google News</title><language>en-US</language>
        <item><title>China blocks H200 - Reuters</title><link>https://news.google.com/rss/articles/CBMi?oc=5</link><guid isPermaLink="false">CBMi</guid><pubDate>Wed, 14 Jan 2026 08:00:00 GMT</pubDate><description>&lt;a href="https://news.google.com/x"&gt;China blocks H200&lt;/a&gt;</description><source url="https://www.reuters.com">Reuters</source></item></channel></rss>`,
      ),
    );
    expect(await search(googleNews(fetch, now, server.address), { language: 'zh-Hant' })).toEqual([
      {
        url: 'https://news.google.com/rss/articles/CBMi?oc=5',
        title: 'China blocks H200',
        summary: '',
        outlet: 'Reuters',
        published: '2026-01-14',
        language: 'zh-Hant',
      },
    ]);
    expect(server.asked[0]).toContain('hl=zh-TW&gl=TW&ceid=TW:zh-Hant');
  });
});

describe('an archive', () => {
  const settings = {
    address: '',
    index: 'news',
    header: { name: 'Authorization', value: 'ApiKey k' },
    fields: { url: 'link', title: 'headline', summary: null, outlet: 'meta.paper', published: 'meta.date', language: null },
  };

  it('is asked in its own fields, with its header', async () => {
    let query: unknown;
    server.on('/news/_search', (request, response, body) => {
      query = { header: request.headers.authorization, ...JSON.parse(body) };
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          took: 3,
          timed_out: false,
          hits: {
            total: { value: 1, relation: 'eq' },
            hits: [
              {
                _index: 'news',
                _id: '1',
                _score: 1,
                _source: { link: 'https://a.example/1', headline: ['H200 stopped'], meta: { paper: 'A', date: 1768348800000 } },
              },
            ],
          },
        }),
      );
    });
    const reports = await search(archive({ ...settings, address: `${server.address}/` }, fetch, now));
    expect(reports).toEqual([
      { url: 'https://a.example/1', title: 'H200 stopped', summary: '', outlet: 'A', published: '2026-01-14', language: null },
    ]);
    expect(query).toMatchObject({ header: 'ApiKey k', query: { bool: { minimum_should_match: 1 } } });
  });

  it('that answers otherwise is broken', async () => {
    json('/news/_search', { error: { type: 'index_not_found_exception' }, status: 404 });
    await expect(search(archive({ ...settings, address: server.address }, fetch, now))).rejects.toMatchObject({ fault: 'broken' });
  });
});

describe('the own machine', () => {
  it('gives the reports of the pack, and asks nobody', async () => {
    const report = { url: 'https://a.example/1', title: 'T', summary: '', outlet: 'A', published: null, language: 'en' };
    const source = packReports((entity) => (entity === 'h200' ? [report] : []));
    expect(await search(source, { entity: 'h200' })).toEqual([report]);
    expect(await search(source)).toEqual([]);
  });

  it('remembers what was read', () => {
    expect(
      readArticle({ url: 'https://a.example/1', title: 'T', text: 'x'.repeat(999), published: null, language: 'en' }, 'A')?.summary,
    ).toHaveLength(300);
    expect(readArticle({ url: null, title: 'T', text: '', published: null, language: null }, 'A')).toBeNull();
    expect(readAt({ sources: { reading: 5 } } as never)).toBe(5);
    expect(readAt({ sources: { feed: 5 } } as never)).toBeNull();
  });
});

describe('asking', () => {
  const report = { url: 'https://a.example/1', title: 'T', summary: '', outlet: 'A', published: null, language: 'en' };
  const playing = (answers: (() => Promise<(typeof report)[]>)[], fresh = 1000): Source => ({
    id: 'gdelt',
    sends: 'names',
    origins: [],
    patience: 50,
    fresh,
    link: () => 'https://a.example/search',
    search: async (_, signal) => {
      const answer = answers.shift();
      if (!answer) throw new Error('asked once too often');
      return await Promise.race([
        answer(),
        new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new SourceError('slow', 'no answer')))),
      ]);
    },
  });

  it('uses an answer again while it is fresh, and asks once for two', async () => {
    let time = 0;
    const asker = new Asker(playing([async () => [report], async () => []]), () => time);
    const [one, two] = await Promise.all([asker.ask(wanted), asker.ask(wanted)]);
    expect(one).toEqual({ reports: [report], fault: null, goodAt: 0, link: 'https://a.example/search' });
    expect(two).toEqual(one);
    time = 999;
    expect(await asker.ask(wanted)).toEqual(one);
    time = 1000;
    expect(await asker.ask(wanted)).toMatchObject({ reports: [], goodAt: 1000 });
  });

  it('gives the last good answer with what went wrong', async () => {
    let time = 0;
    const asker = new Asker(
      playing([async () => [report], () => Promise.reject(new SourceError('busy', '429', 5000)), () => new Promise(() => {})], 0),
      () => time,
    );
    await asker.ask(wanted);
    time = 10;
    expect(await asker.ask(wanted)).toMatchObject({ reports: [report], fault: 'busy', goodAt: 0 });
    time = 5000;
    expect(await asker.ask(wanted)).toMatchObject({ fault: 'busy' });
    time = 5010;
    expect(await asker.ask(wanted)).toMatchObject({ reports: [report], fault: 'slow', goodAt: 0 });
  });

  it('never rejects', async () => {
    expect(await new Asker(playing([]), now).ask(wanted)).toMatchObject({ reports: [], fault: 'broken', goodAt: null });
  });
});
