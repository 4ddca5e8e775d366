import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPacks } from '../../src/pack/check.ts';
import { compilePack } from '../../src/pack/compile.ts';
import { DataError } from '../../src/pack/read.ts';
import { type Labels, textIn } from '../../src/pack/schema.ts';
import { dataRoot, readPacks } from '../../src/pack/source.ts';
import type { CardLanguage } from '../../src/shared/model.ts';
import { dossierIn } from './dossierIn.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsgloss-pack-'));
  cpSync(join(dataRoot, 'lexicon'), join(root, 'lexicon'), { recursive: true });
  const header = 'id: ID\ntitle: { en: Test, zh-Hans: 测试 }\nversion: "1"\nasOf: 2026-03-01\n';
  write('ai-chip-export-controls/pack.yaml', header.replace('ID', 'ai-chip-export-controls'));
  write('directory/pack.yaml', header.replace('ID', 'directory'));
  write('outlets.yaml', '[]\n');
  write(
    'ai-chip-export-controls/reports/2026.yaml',
    report('rule', 'https://example.com/rule') + report('deal', 'https://example.com/deal'),
  );
  write('ai-chip-export-controls/entities/agency/office.yaml', entity('office', 'Office of Trials'));
  write('ai-chip-export-controls/entities/chip/chip.yaml', entity('chip', 'Testchip').replace('agency', 'chip'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a fault in the data', () => {
  test('of form is told with file, line and field, all faults at once', () => {
    write('ai-chip-export-controls/entities/agency/office.yaml', `${entity('office', 'Office of Trials')}parnet: doj\n`);
    write('ai-chip-export-controls/entities/chip/chip.yaml', entity('chip', 'Testchip').replace('agency', 'snack'));
    expect(faultsOfForm()).toEqual([
      expect.stringMatching(/^ai-chip-export-controls\/entities\/agency\/office\.yaml:\d+: parnet: /),
      expect.stringMatching(/^ai-chip-export-controls\/entities\/chip\/chip\.yaml:2: category: /),
    ]);
  });

  test('of YAML is told with its line', () => {
    write('ai-chip-export-controls/entities/agency/office.yaml', 'id: office\nnames: { en: Office\n');
    expect(faultsOfForm()[0]).toMatch(/^ai-chip-export-controls\/entities\/agency\/office\.yaml:\d+: /);
  });

  test.each([
    ['a statement without a source', 'statements: [{ date: 2026-01, certainty: confirmed, text: { en: A, zh-Hans: B }, reports: [] }]\n'],
    [
      'a day that does not exist',
      'statements: [{ date: 2026-02-30, certainty: confirmed, text: { en: A, zh-Hans: B }, reports: [rule] }]\n',
    ],
    ['a text without Chinese', 'background: { text: { en: A }, reports: [rule] }\n'],
    ['a text over its length', `background: { text: { en: ${'A'.repeat(321)}, zh-Hans: B }, reports: [rule] }\n`],
    ['a relation without a source', 'relations: [{ kind: licenses, to: chip, reports: [] }]\n'],
    ['a site that cannot be opened', 'website: javascript:alert(1)\n'],
  ])('%s stops the build', (_, lines) => {
    write('ai-chip-export-controls/entities/agency/office.yaml', entity('office', 'Office of Trials') + lines);
    expect(() => readPacks(root)).toThrow(DataError);
  });

  test.each([
    ['an event without a date', 'date: 2026-01-01, ', ''],
    ['an event without a source', 'reports: [deal]', 'reports: []'],
    ['an event that nobody takes part in', 'entities: [chip]', 'entities: []'],
  ])('%s stops the build', (_, from, to) => {
    write('ai-chip-export-controls/events/2026.yaml', event('sale', '2026-01-01').replace(from, to));
    expect(() => readPacks(root)).toThrow(DataError);
  });

  test('in the form of a report’s address stops the build', () => {
    write('directory/reports/more.yaml', report('page', 'example.com/page'));
    expect(faultsOfForm()).toEqual([expect.stringContaining('url: not an http(s) address')]);
  });

  test.each([
    ['a source that is not there', 'background: { text: { en: A, zh-Hans: B }, reports: [nowhere] }\n', 'unknown report "nowhere"'],
    ['a relation to nobody', 'relations: [{ kind: licenses, to: nobody, reports: [rule] }]\n', 'unknown entity "nobody"'],
    ['a name that begins with an article', 'aliases: { en: [the Office] }\n', 'begins with an article'],
    ['a parent that is not there', 'parent: nobody\n', 'unknown parent "nobody"'],
    ['an office that the lexicon lacks', 'roles: [{ office: snack }]\n', 'unknown office "snack"'],
    ['a background in two languages', 'background: { text: { en: A, zh-Hans: B }, reports: [rule] }\n', 'background.text.ja: missing'],
    ['a name of another', 'aliases: { en: [Testchip] }\n', 'is also a strong name of "office"'],
    [
      'earlier parts out of order',
      'earlierParts: [{ until: 2026-02-01, text: { en: A, zh-Hans: B }, reports: [rule] }, { until: 2026-01-01, text: { en: A, zh-Hans: B }, reports: [rule] }]\npart: { text: { en: A, zh-Hans: B }, reports: [rule] }\n',
      'begins before 2026-02-01',
    ],
    [
      'an earlier part without one of today',
      'earlierParts: [{ until: 2026-02-01, text: { en: A, zh-Hans: B }, reports: [rule] }]\n',
      'no part of today',
    ],
    ['an office that ends before it begins', 'roles: [{ office: director, from: 2026-02, to: 2025-01 }]\n', 'before it begins'],
  ])('%s is found by the check', (_, lines, message) => {
    write('ai-chip-export-controls/entities/agency/office.yaml', entity('office', 'Office of Trials') + lines);
    expect(checks().join('\n')).toContain(message);
  });

  test.each([
    ['an entity that is not there', 'entities: [chip]', 'entities: [nobody]', 'unknown entity "nobody"'],
    ['a report that is not there', 'reports: [deal]', 'reports: [nowhere]', 'unknown report "nowhere"'],
    ['a title that a language lacks', ', ko: sale', '', 'title.ko: missing'],
  ])('an event with %s is found by the check', (_, from, to, message) => {
    write('ai-chip-export-controls/events/2026.yaml', event('sale', '2026-01-01').replace(from, to));
    expect(checks().join('\n')).toContain(message);
  });

  test('in the address of a report that another has, under whatever title, is found by the check', () => {
    write('directory/reports/more.yaml', report('copy', 'https://www.example.com/rule/').replace('A page', 'Another title'));
    expect(checks().join('\n')).toContain('also used by');
  });

  test('of a report that is tied to no entity is found by the check, unless a text rests on it', () => {
    write('directory/reports/more.yaml', report('loose', 'https://example.com/loose').replace('[office]', '[]'));
    expect(checks()).toEqual([expect.stringContaining('about: tied to no entity')]);
    write('ai-chip-export-controls/events/2026.yaml', event('sale', '2026-01-01').replace('[deal]', '[loose]'));
    expect(checks()).toEqual([]);
  });

  test('of two who hold one office at once is found by the check', () => {
    const holder = (id: string, from: string, to: string) =>
      entity(id, id).replace('agency', 'official') +
      `roles: [{ office: director, org: office, from: ${from}, to: ${to}, reports: [rule] }]\n`;
    write('ai-chip-export-controls/entities/official/first.yaml', holder('first', '2024-01-01', '2025-06-30'));
    write('ai-chip-export-controls/entities/official/second.yaml', holder('second', '2025-06-30', '2026-01-01'));
    expect(checks()).toEqual([]);
    write('ai-chip-export-controls/entities/official/second.yaml', holder('second', '2025-06-01', '2026-01-01'));
    expect(checks()).toEqual([expect.stringContaining('director of office is also held by "first"')]);
  });

  test('of an id that is taken is found by the check', () => {
    write('ai-chip-export-controls/entities/chip/again.yaml', entity('chip', 'Otherchip'));
    expect(checks().join('\n')).toContain('id: "chip" is taken by');
  });
});

test('a relation is told to both sides, and events come in order', () => {
  write(
    'ai-chip-export-controls/entities/agency/office.yaml',
    `${entity('office', 'Office of Trials')}relations: [{ kind: licenses, to: chip, from: 2026-01-15, reports: [rule] }]\n`,
  );
  write('ai-chip-export-controls/events/2026.yaml', event('later', '2026-02-01') + event('earlier', '2026-01-01'));
  const dossier = dossierIn('en', compilePack(readPacks(root), root));
  const relation = { kind: 'licenses', from: '2026-01-15', reports: ['rule'] };
  expect(dossier.entity('office')?.relations).toEqual([{ ...relation, inverse: false, to: 'chip' }]);
  expect(dossier.entity('chip')?.relations).toEqual([{ ...relation, inverse: true, to: 'office' }]);
  expect(dossier.entity('chip')?.events).toEqual(['earlier', 'later']);
  expect(dossier.report('rule')?.url).toBe('https://example.com/rule');
  expect(dossier.entity('nobody')).toBeUndefined();
});

test('a page that only serves as a source is no report of its own', () => {
  const gist = ', gist: It says so.';
  write('directory/reports/sites.yaml', report('home', 'https://office.example/').replace(gist, ''));
  const dossier = dossierIn('en', compilePack(readPacks(root), root));
  expect(dossier.report('home')?.url).toBe('https://office.example/');
  expect(dossier.reports().map(({ id }) => id)).not.toContain('home');
  expect(dossier.reports().map(({ id }) => id)).toContain('rule');
});

test('a text is told in the language asked for, else in the nearest that it has', () => {
  write(
    'ai-chip-export-controls/events/2026.yaml',
    '- { id: trial, date: 2026-01-01, title: { en: A trial, zh-Hans: 一次试验 }, certainty: confirmed, entities: [chip], reports: [deal] }\n',
  );
  const files = compilePack(readPacks(root), root);
  const titleIn = (language: CardLanguage) => textIn(dossierIn(language, files).event('trial')?.title as Labels, language);
  expect(titleIn('en')).toEqual({ text: 'A trial', language: 'en' });
  expect(titleIn('zh-Hans')).toEqual({ text: '一次试验', language: 'zh-Hans' });
  expect(titleIn('zh-Hant')).toEqual({ text: '一次试验', language: 'zh-Hans' });
  expect(titleIn('ko')).toEqual({ text: 'A trial', language: 'en' });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function entity(id: string, name: string): string {
  return `id: ${id}\ncategory: agency\nkind: office\nwebsite: https://example.com\nnames: { en: ${name}, zh-Hans: ${name}, zh-Hant: ${name}, ko: ${name}, ja: ${name} }\n`;
}

function event(id: string, date: string): string {
  return `- { id: ${id}, date: ${date}, title: { en: ${id}, zh-Hans: ${id}, zh-Hant: ${id}, ko: ${id}, ja: ${id} }, certainty: confirmed, entities: [chip], reports: [deal] }\n`;
}

function report(id: string, url: string): string {
  return `- { id: ${id}, url: "${url}", title: A page, outlet: Example, language: en, kind: news, gist: It says so., about: [office] }\n`;
}

function faultsOfForm(): string[] {
  try {
    readPacks(root);
    return [];
  } catch (error) {
    return (error as DataError).message.split('\n');
  }
}

function checks(): string[] {
  return checkPacks(readPacks(root)).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}
