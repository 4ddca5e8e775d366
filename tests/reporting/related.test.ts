import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Run {
  code: number;
  out: string;
  err: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'related-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Promise<Run> {
  const node = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), 'scripts/related.ts', ...args];
  return new Promise((resolve) =>
    execFile(process.execPath, node, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err })),
  );
}

function file(name: string, lines: readonly (object | string)[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

const row = { url: 'https://a.example/1', title: 'China bars the H200 at customs', outlet: 'A', published: '2026-01-14', language: 'en' };
const article = {
  id: 'x',
  url: 'https://z.example/9',
  title: 'Beijing stops H200 imports',
  text: 'Customs told agents that the H200 may not enter China.',
  published: '2026-01-15',
  language: 'en',
};

describe('npm run related', () => {
  it('prints a line an article and the stories', async () => {
    const { code, out } = await run('--reports', file('r.jsonl', [row, '']), file('a.jsonl', [article]));
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([
      { id: 'x', related: [{ url: row.url, story: row.url, reason: expect.stringMatching(/h200/i) }] },
      { stories: [[row.url]] },
    ]);
  }, 120_000);

  it('takes rows as they come: doubled, undated, in no known language, the article itself and its copies', async () => {
    const title = 'Acme to pay $5 million over chips for Tolbay';
    const rows = [
      { url: 'https://own.example/acme', title: `${title} - Own`, outlet: 'Own', published: '2026-02-03', language: 'en' },
      { url: 'https://copy.example/77', title, outlet: 'Copy', published: '2026-02-04', language: 'en' },
      {
        url: 'https://b.example/1',
        title: 'Acme fined over exports of chips to Tolbay',
        outlet: 'B',
        published: '2026-02-03',
        language: 'en',
      },
      { url: 'http://www.b.example/1?utm_source=x', title: 'Acme fined over exports of chips to Tolbay', published: '2026-02-03' },
      {
        url: 'https://c.example/1',
        title: 'Acme zahlt fünf Millionen wegen Chips für Tolbay',
        outlet: 'C',
        published: null,
        language: 'xx-unknown',
      },
      { url: 'https://d.example/1', title: 'Acme and the Tolbay chips: how it began', outlet: 'D', published: '2026-02', language: '' },
      { url: 'https://e.example/1', title: 'Choir wins prize', outlet: 'E', published: '2026-02-03T09:00:00+09:00', language: 'en_GB' },
    ];
    const asked = {
      id: 7,
      url: 'https://own.example/acme?ref=home',
      title,
      text: 'Acme pays for chips that went to Tolbay.',
      published: '2026-02-03',
    };
    const { code, out, err } = await run('--reports', file('r.jsonl', rows), file('a.jsonl', [asked, { id: 'blank', url: '', title: '' }]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second, { stories }] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.id).toBe(7);
    expect(first.related.map(({ url }: { url: string }) => url).toSorted()).toEqual([rows[2]?.url, rows[4]?.url, rows[5]?.url]);
    expect(second).toEqual({ id: 'blank', related: [] });
    expect(stories.flat().toSorted()).toEqual(rows.map(({ url }) => url).toSorted());
    expect(stories.find((story: string[]) => story.includes(rows[2]?.url ?? ''))).toContain(rows[3]?.url);
    expect(stories).toContainEqual([rows[6]?.url]);
  }, 120_000);

  it.each([
    ['no file', () => ['--reports', join(folder, 'none.jsonl'), file('a.jsonl', [article])], /none\.jsonl: cannot be read \(ENOENT\)/],
    ['not JSON', () => ['--reports', file('r.jsonl', [row, '{']), file('a.jsonl', [article])], /r\.jsonl:2: not JSON/],
    [
      'a bad address',
      () => ['--reports', file('r.jsonl', [{ ...row, url: 'javascript:1' }]), file('a.jsonl', [article])],
      /r\.jsonl:1: url: not an http/,
    ],
    [
      'a bad day',
      () => ['--reports', file('r.jsonl', [{ ...row, published: '2026-02-30' }]), file('a.jsonl', [article])],
      /r\.jsonl:1: published: not a date/,
    ],
    ['no id', () => ['--reports', file('r.jsonl', [row]), file('a.jsonl', [{ ...article, id: undefined }])], /a\.jsonl:1: id/],
    ['no arguments', () => [], /^usage: /],
  ])(
    'ends with 2 and one line for %s',
    async (_, args, message) => {
      const { code, out, err } = await run(...args());
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
      expect(err).toMatch(message);
    },
    120_000,
  );
});
