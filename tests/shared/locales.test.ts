import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Messages = Record<string, { message: string }>;
const folder = 'public/_locales';
const read = (locale: string) => JSON.parse(readFileSync(join(folder, locale, 'messages.json'), 'utf8')) as Messages;
const english = read('en');
const places = (text: string) => (text.match(/\$\d/g) ?? []).toSorted();

test('the interface speaks five languages', () => {
  expect(readdirSync(folder).toSorted()).toEqual(['en', 'ja', 'ko', 'zh_CN', 'zh_TW']);
});

describe.each(['ja', 'ko', 'zh_CN', 'zh_TW'])('in %s', (locale) => {
  const messages = read(locale);

  test('no message is missing, and none is left over', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test('every message has the places of the English one', () => {
    for (const [key, { message }] of Object.entries(messages)) expect(places(message), key).toEqual(places(english[key]?.message ?? ''));
  });
});

test('every message is used', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('cardStrings.ts'))
    .map((file) => readFileSync(join('src', file), 'utf8'));
  const code = [...sources, readFileSync('manifest.json', 'utf8')].join('\n');
  const unused = Object.keys(english).filter((key) => !new RegExp(`(?<![A-Za-z])${key}(?![A-Za-z])`).test(code));
  expect(unused).toEqual([]);
});
