import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

// Each run compiles the pack, which a busy machine takes long for.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgloss-annotate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  status: number;
  lines: string[];
  complaint: string;
}

function annotate(args: string[], input = ''): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--import', 'tsx', 'scripts/annotate.ts', ...args], (error, stdout, stderr) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, lines: stdout.split('\n').filter(Boolean), complaint: stderr });
    });
    child.stdin?.end(input);
  });
}

describe('annotate', () => {
  test('prints the mentions of a text with offsets in UTF-16 code units', async () => {
    const text = '𝟘 Nvidia’s H200';
    const { lines, status } = await annotate([file('story.txt', text)]);
    expect(status).toBe(0);
    const [{ id, mentions }] = lines.map((line) => JSON.parse(line)) as [{ id: string; mentions: { start: number; end: number }[] }];
    expect(id).toBe('story.txt');
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['Nvidia', 'H200']);
    expect(mentions[1]).toEqual({ start: 12, end: 16, surface: 'H200', entity: 'h200', name: 'H200', category: 'chip' });
  });

  test('reads rows from standard input and tells what admitted each mention', async () => {
    const rows = [
      { id: 1, text: '国务院总理主持会议。', language: 'zh-CN' },
      { id: 'b', text: 'Nothing.' },
    ];
    const { lines } = await annotate(['--explain', '-'], rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      id: 1,
      mentions: [{ entity: 'state-council-china', evidence: [{ rule: expect.any(String), detail: expect.any(String) }] }],
    });
    expect(JSON.parse(lines[1] as string)).toEqual({ id: 'b', mentions: [] });
  });

  test.each([
    ['no file', () => [], 'no FILE given'],
    ['a file that is not there', () => [join(folder, 'nowhere.txt')], 'nowhere.txt: no such file'],
    ['a folder', () => [folder], 'is a directory'],
    ['another kind of file', () => [file('story.md', 'x')], 'story.md: neither .txt nor .jsonl'],
    ['a row that is not JSON', () => [file('a.jsonl', '{"id":1,"text":"x"}\n{oops\n')], 'a.jsonl:2: not JSON'],
    ['a row without text', () => [file('b.jsonl', '{"id":1}\n')], 'b.jsonl:1: text: missing'],
    ['a row with a wrong day', () => [file('c.jsonl', '{"id":1,"text":"x","published":"2026-02-30"}')], 'c.jsonl:1: published: '],
    ['a wrong day', () => ['--published', 'today', file('d.txt', 'x')], '--published takes a day'],
    ['an unknown flag', () => ['--colour', file('e.txt', 'x')], '--colour'],
  ])('answers %s with one line and status 2', async (_, args, message) => {
    const { status, lines, complaint } = await annotate(args());
    expect(status).toBe(2);
    expect(lines).toEqual([]);
    expect(complaint.trim().split('\n')).toHaveLength(1);
    expect(complaint).toContain(message);
  });
});
