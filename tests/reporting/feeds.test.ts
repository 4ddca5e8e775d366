import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pollFeeds } from '../../src/reporting/feeds.ts';
import { memoryStore } from '../../src/reporting/memoryStore.ts';
import { Reporting } from '../../src/reporting/reporting.ts';
import { defaultFeeds } from '../../src/reporting/sources/defaultFeeds.ts';
import { readFeed } from '../../src/reporting/sources/feed.ts';
import { fetchText, MOST_BYTES } from '../../src/reporting/sources/fetching.ts';
import { plainText } from '../../src/reporting/sources/foreign.ts';
import { readOpml, writeOpml } from '../../src/reporting/sources/opml.ts';
import { dueFeeds, type FeedState, newFeed, pollFeed } from '../../src/reporting/sources/polling.ts';
import { startServer, type TestServer } from './server.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const middle = () => 0.5;
const item = (fields: string) => `<item>${fields}</item>`;
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Paper</title><language>en-gb</language>${items.join('')}</channel></rss>`;
const good = item('<title>T</title><link>https://a.example/1</link><pubDate>Wed, 14 Jan 2026 08:00:00 GMT</pubDate>');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.asked.length = 0;
});
const serve = (status: number, headers: Record<string, string>, body: string | Buffer) =>
  server.on('/feed', (_, response) => response.writeHead(status, headers).end(body));
const poll = (state = newFeed(`${server.address}/feed`)) => pollFeed(state, fetch, NOW, middle);

describe('reading a feed', () => {
  const read = (text: string) => readFeed(text, 'https://a.example/feed.xml', NOW).reports;

  it.each([
    ['RSS', rss(good)],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><title>T</title><link rel="alternate" href="/1"/><id>urn:1</id><updated>2026-01-14T08:00:00Z</updated></entry></feed>',
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example"><title>Paper</title></channel><item rdf:about="https://a.example/1"><title>T</title><link>https://a.example/1</link><dc:date>2026-01-14T17:00:00+09:00</dc:date></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Paper',
        items: [{ id: '1', url: 'https://a.example/1', title: 'T', date_published: '2026-01-14T08:00:00Z' }],
      }),
    ],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject([{ url: 'https://a.example/1', title: 'T', outlet: 'Paper', published: '2026-01-14' }]);
  });

  it('keeps texts, not markup', () => {
    const [report] = read(
      rss(
        item(
          '<title>&lt;b&gt;A&lt;/b&gt; &amp;amp; B&lt;script&gt;alert(1)&lt;/script&gt;</title><link>https://a.example/1</link><description><![CDATA[<p onclick="x()">One<br>two</p><img src=x onerror=y>]]></description>',
        ),
      ),
    );
    expect(report).toMatchObject({ title: 'A & B', summary: 'One two' });
  });

  it('leaves out links that open no page, and items without a title', () => {
    expect(
      read(
        rss(
          item('<title>A</title><link>javascript:alert(1)</link>'),
          item('<title>B</title><link>data:text/html,x</link>'),
          item('<link>https://a.example/2</link>'),
          good,
        ),
      ),
    ).toHaveLength(1);
  });

  it.each(['Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT', 'yesterday'])('does not believe the date %s', (date) => {
    expect(read(rss(item(`<title>A</title><link>https://a.example/1</link><pubDate>${date}</pubDate>`)))[0]?.published).toBeNull();
  });

  it('takes items with one guid and different pages for two, and one page twice for one', () => {
    const twin = (link: string) => item(`<title>A</title><guid isPermaLink="false">g</guid><link>${link}</link>`);
    expect(read(rss(twin('https://a.example/1'), twin('https://a.example/2'), twin('https://a.example/2')))).toHaveLength(2);
  });

  it('does not expand entities that a feed declares', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&${n ? `a${n - 1}` : 'a'};`.repeat(10)}">`).join('')}]>`;
    const [report] = read(bomb + rss(item('<title>A &a19;</title><link>https://a.example/1</link>')));
    expect(report?.title.length).toBeLessThan(20);
  });

  it.each([
    ['comments that do not end', '<!--'],
    ['tags that do not end', '<a '],
    ['scripts that do not end', '<script'],
    ['entities', '&amp;amp;'],
  ])('is not kept busy by %s', (_, piece) => {
    const title = `<![CDATA[Ferry ${piece.repeat(MOST_BYTES / 4 / piece.length)}]]>`;
    expect(read(rss(item(`<title>${title}</title><link>https://a.example/1</link>`)))[0]?.title).toMatch(/^Ferry/);
  });

  it('takes no harm from what is nested without end', () => {
    const deep = '<x>'.repeat(200_000);
    expect(() => read(deep)).toThrow(expect.objectContaining({ fault: 'broken' }));
    expect(() => read('[{"a":'.repeat(200_000))).toThrow(expect.objectContaining({ fault: 'broken' }));
  });

  it.each(['', 'plain', '<html><body>Not found</body></html>', '{"a":1}'])('what is no feed is broken: %s', (text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ fault: 'broken' }));
  });

  it('cuts texts that are too long, between characters', () => {
    const [report] = read(rss(item(`<title>${'😀'.repeat(400)}</title><link>https://a.example/1</link>`)));
    expect(report?.title).toMatch(/^(?:😀)+…$/u);
  });
});

describe('polling a feed', () => {
  it('sends nothing but the address, and then what the server gave to know its answer by', async () => {
    const headers: (string | undefined)[] = [];
    server.on('/feed', (request, response) => {
      headers.push(request.headers['if-none-match'], request.headers['if-modified-since'], request.headers.referer, request.headers.cookie);
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"v1"', 'last-modified': 'Wed, 14 Jan 2026 08:00:00 GMT' }).end(rss(good));
    });
    const first = await poll();
    expect(first.reports).toHaveLength(1);
    expect(first.state).toMatchObject({ title: 'Paper', etag: '"v1"', goodAt: NOW, nextAt: NOW + 30 * MINUTE, failures: 0, fault: null });
    const second = await poll(first.state);
    expect(second.reports).toEqual([]);
    expect(second.state).toMatchObject({ etag: '"v1"', fault: null });
    expect(headers).toEqual([undefined, undefined, undefined, undefined, '"v1"', 'Wed, 14 Jan 2026 08:00:00 GMT', undefined, undefined]);
  });

  it.each([
    [404, {}, 'gone', 24 * 60],
    [410, {}, 'gone', 24 * 60],
    [403, {}, 'refused', 30],
    [500, {}, 'broken', 30],
    [429, { 'retry-after': '7200' }, 'busy', 120],
    [503, { 'retry-after': '10' }, 'busy', 30],
  ])('answers %i with patience', async (status, headers, fault, minutes) => {
    serve(status, headers, '');
    expect((await poll()).state).toMatchObject({ fault, failures: 1, goodAt: null, nextAt: NOW + minutes * MINUTE });
  });

  it('asks ever more seldom where it fails, at least once a day, and often again when it answers', async () => {
    serve(500, {}, '');
    let state = newFeed(`${server.address}/feed`);
    const waits: number[] = [];
    for (let time = 0; time < 9; time++) {
      ({ state } = await poll(state));
      waits.push((state.nextAt - NOW) / MINUTE);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    serve(200, {}, rss(good));
    expect((await poll(state)).state).toMatchObject({ failures: 0, fault: null });
  });

  it('does not ask all at once', async () => {
    serve(200, {}, rss(good));
    const early = await pollFeed(newFeed(`${server.address}/feed`), fetch, NOW, () => 0);
    const late = await pollFeed(newFeed(`${server.address}/feed`), fetch, NOW, () => 1);
    expect([early.state.nextAt - NOW, late.state.nextAt - NOW]).toEqual([24 * MINUTE, 36 * MINUTE]);
    expect(dueFeeds([early.state, late.state], NOW + 30 * MINUTE)).toEqual([early.state]);
  });

  it('follows a feed that has moved', async () => {
    server.on('/feed', (_, response) => response.writeHead(301, { location: '/moved' }).end());
    server.on('/moved', (_, response) => response.writeHead(308, { location: '/there' }).end());
    server.on('/there', (_, response) => response.writeHead(200).end(rss(item('<title>T</title><link>one</link>'))));
    expect((await poll()).reports[0]?.url).toBe(`${server.address}/one`);
  });

  it('keeps what was known when an answer breaks off', async () => {
    server.on('/feed', (_, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write(rss(good).slice(0, 60));
      setTimeout(() => response.destroy(), 20);
    });
    const { state, reports } = await poll({ ...newFeed(`${server.address}/feed`), etag: '"v1"', goodAt: 1 });
    expect({ reports, state }).toMatchObject({ reports: [], state: { etag: '"v1"', goodAt: 1, fault: 'offline', failures: 1 } });
  });

  it('is offline where nobody answers', async () => {
    expect((await poll(newFeed('http://127.0.0.1:9/feed'))).state.fault).toBe('offline');
  });
});

describe('a round of polling', () => {
  const round = (kept: FeedState[]) => ({
    fetch,
    now: () => NOW,
    random: middle,
    allowed: (address: string) => !address.includes('refused'),
    keep: async (state: FeedState) => void kept.push(state),
  });

  it('asks the feeds that are due and granted, and keeps what is new', async () => {
    serve(200, {}, rss(good));
    const reporting = new Reporting(() => [], memoryStore());
    const kept: FeedState[] = [];
    const due = newFeed(`${server.address}/feed`);
    const states = [due, { ...due, nextAt: NOW + 1 }, newFeed(`${server.address}/refused`)];
    expect(await pollFeeds(states, reporting, round(kept))).toBe(1);
    expect(server.asked).toEqual(['GET /feed']);
    expect(kept).toMatchObject([{ address: due.address, goodAt: NOW }]);
    expect(await pollFeeds([due], reporting, round(kept))).toBe(0);
  });

  it.each([
    ['gone', 410, ''],
    ['refused', 403, ''],
    ['busy', 429, ''],
    ['no feed any more', 200, '<html></html>'],
    ['too large', 200, Buffer.alloc(MOST_BYTES + 1)],
    ['empty', 200, rss()],
  ])('loses nothing that was stored where a feed is %s', async (_, status, body) => {
    serve(200, {}, rss(good));
    const reporting = new Reporting(() => [], memoryStore());
    const kept: FeedState[] = [];
    await pollFeeds([newFeed(`${server.address}/feed`)], reporting, round(kept));
    serve(status, {}, body);
    await pollFeeds([{ ...(kept[0] as FeedState), nextAt: 0 }], reporting, round(kept));
    expect((await reporting.stories()).flat()).toHaveLength(1);
    expect(kept[1]?.title).toBe('Paper');
  });

  it('keeps the reports before the state, so that a worker that ends between loses nothing', async () => {
    serve(200, { etag: '"v1"' }, rss(good));
    const store = memoryStore();
    const dying = { ...round([]), keep: () => Promise.reject(new Error('ended')) };
    await expect(pollFeeds([newFeed(`${server.address}/feed`)], new Reporting(() => [], store), dying)).rejects.toThrow('ended');
    const next = new Reporting(() => [], store);
    expect(await pollFeeds([newFeed(`${server.address}/feed`)], next, round([]))).toBe(0);
    expect((await next.stories()).flat()).toHaveLength(1);
  });
});

describe('fetching', () => {
  const text = async (signal = AbortSignal.timeout(5000)) => (await fetchText(fetch, `${server.address}/feed`, signal)).text;

  it.each([
    ['gbk', 'text/xml; charset=gbk', '', 'd6d0b9fa'],
    ['gbk', 'text/xml', '<?xml version="1.0" encoding="GBK"?>', 'd6d0b9fa'],
    ['utf-8 though declared otherwise', 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="GBK"?>', 'e4b8ade59bbd'],
    ['gbk though utf-8 is said', 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="GBK"?>', 'd6d0b9fa'],
    ['shift_jis', 'text/xml; charset=Shift_JIS', '', '928d8d91'],
    ['euc-kr', 'text/xml; charset=EUC-KR', '', 'f1e9cfd0'],
  ])('reads %s', async (name, type, head, hex) => {
    serve(200, { 'content-type': type }, Buffer.concat([Buffer.from(head), Buffer.from(hex, 'hex')]));
    expect((await text())?.replace(head, '')).toBe(name === 'shift_jis' ? '注国' : '中国'.replace('国', name === 'euc-kr' ? '國' : '国'));
  });

  it('breaks off what is too large, packed or not', async () => {
    serve(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(50 * 2 ** 20)));
    await expect(text()).rejects.toMatchObject({ fault: 'too-large' });
    serve(200, {}, Buffer.alloc(50 * 2 ** 20));
    await expect(text()).rejects.toMatchObject({ fault: 'too-large' });
    serve(200, {}, Buffer.alloc(MOST_BYTES + 1));
    await expect(text()).rejects.toMatchObject({ fault: 'too-large' });
  });

  it('waits only so long', async () => {
    server.on('/feed', () => {});
    await expect(text(AbortSignal.timeout(50))).rejects.toMatchObject({ fault: 'slow' });
    server.on('/feed', (_, response) => response.writeHead(200).write('<rss'));
    await expect(text(AbortSignal.timeout(50))).rejects.toMatchObject({ fault: 'slow' });
  });
});

describe('lists of feeds', () => {
  it('are read as they were written', () => {
    const feeds = defaultFeeds.map(({ address, title }) => ({ address, title }));
    expect(readOpml(writeOpml(feeds, 'Newsgloss'))).toEqual(feeds);
  });

  it('may have folders, doubles and what is no feed', () => {
    const text =
      '<opml version="2.0"><body><outline text="News"><outline text="A &amp; B" xmlUrl="https://a.example/f"/><outline text="A2" xmlUrl="https://a.example/f"/></outline><outline text="J" xmlUrl="javascript:x"/></body></opml>';
    expect(readOpml(text)).toEqual([{ address: 'https://a.example/f', title: 'A & B' }]);
  });

  it('that are none are broken', () => {
    expect(() => readOpml('<html></html>')).toThrow(expect.objectContaining({ fault: 'broken' }));
  });
});

describe('plainText', () => {
  it.each([
    ['a < b and c > d', 'a < b and c > d'],
    ['&#20013;&#x56fd; &nbsp;&hellip;', '中国 …'],
    ['<style>p{}</style>x<!-- y -->', 'x'],
    ['a\u0000b\u2028c', 'a b c'],
  ])('%s', (html, plain) => {
    expect(plainText(html)).toBe(plain);
  });
});
