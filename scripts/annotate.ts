/**
 * npm run annotate: the mentions in texts, found by the matcher and the pack that the extension ships.
 *
 * usage: npm run --silent annotate -- [--language L] [--published YYYY-MM-DD] [--explain] FILE...
 * FILE is .txt (one text), .jsonl (rows {id, text, language?, published?}) or - (either, on standard input).
 * Prints a line a text: {id, mentions: [{start, end, surface, entity, name, category}]}; offsets are UTF-16
 * code units. --explain adds the evidence that admitted each mention.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { match } from '../src/match/match.ts';
import { canonicalLanguage } from '../src/shared/language.ts';
import { type ArticleText, Day } from '../src/shared/model.ts';
import { shippedLexicon } from './shippedLexicon.ts';
import { runCommand, UsageError } from './usage.ts';

interface NamedText extends ArticleText {
  id: string | number;
}

const Row = v.object({
  id: v.union([v.string(), v.number()], 'not a text or a number'),
  text: v.string('not a text'),
  language: v.nullish(v.pipe(v.string(), v.check(isLanguage, 'not a language tag'))),
  published: v.nullish(Day),
});

await runCommand(() => {
  const { files, explain, defaults } = readArguments();
  const texts = files.flatMap((file) => readTexts(file, defaults));
  const lexicon = shippedLexicon();
  for (const { id, ...article } of texts) {
    const mentions = match(article, lexicon).map(({ start, end, entity, name, category, evidence }) => ({
      start,
      end,
      surface: article.text.slice(start, end),
      entity,
      name,
      category,
      ...(explain && { evidence }),
    }));
    console.log(JSON.stringify({ id, mentions }));
  }
  return 0;
});

type Defaults = Pick<ArticleText, 'language' | 'published'>;

function readArguments(): { files: string[]; explain: boolean; defaults: Defaults } {
  const { values, positionals } = parse();
  if (positionals.length === 0) throw new UsageError('no FILE given (.txt, .jsonl, or - for standard input)');
  const published = values.published ?? null;
  if (published !== null && !v.is(Day, published)) throw new UsageError(`--published takes a day written YYYY-MM-DD, not "${published}"`);
  const language = values.language ?? null;
  if (language !== null && !isLanguage(language))
    throw new UsageError(`--language takes a language tag such as en or zh-Hans, not "${language}"`);
  return {
    files: positionals,
    explain: values.explain === true,
    defaults: { language: language === null ? null : canonicalLanguage(language), published },
  };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { language: { type: 'string' }, published: { type: 'string' }, explain: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(tag);
}

/** The texts of a file; a fault is told with the file and the row. */
function readTexts(file: string, defaults: Defaults): NamedText[] {
  const content = readFile(file);
  const isRows = file.endsWith('.jsonl') || (file === '-' && /^\s*\{"/.test(content));
  if (isRows)
    return content.split('\n').flatMap((row, index) => (row.trim() === '' ? [] : [readRow(row, `${file}:${index + 1}`, defaults)]));
  if (file !== '-' && !file.endsWith('.txt')) throw new UsageError(`${file}: neither .txt nor .jsonl`);
  return [{ id: basename(file), text: content, ...defaults }];
}

function readFile(file: string): string {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${file}: not UTF-8`);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(`${file}: ${code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a directory' : 'cannot be read'}`);
  }
}

function readRow(row: string, at: string, defaults: Defaults): NamedText {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    throw new UsageError(`${at}: not JSON`);
  }
  const parsed = v.safeParse(Row, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const path = v.getDotPath(issue);
    throw new UsageError(`${at}: ${path ? `${path}: ` : ''}${issue.received === 'undefined' ? 'missing' : issue.message}`);
  }
  const { id, text, language, published } = parsed.output;
  return { id, text, language: language ? canonicalLanguage(language) : defaults.language, published: published ?? defaults.published };
}
