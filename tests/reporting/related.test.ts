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
  }, 30_000);

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
    30_000,
  );
});
