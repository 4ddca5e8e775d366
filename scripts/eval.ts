/**
 * npm run eval: how well the matcher reads annotated texts.
 *
 * usage: npm run --silent eval -- [GOLD.jsonl] [--errors] [--baselines]
 * GOLD has rows {id, language, kind, published?, text, mentions, optional, not}; a names.tsv beside it maps the
 * names of its entities to ids. Prints precision, recall and F1 by category, language and kind, and the
 * look-alikes that were taken; --errors adds each error with its evidence, --baselines two simpler ways.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Lexicon } from '../src/match/lexicon/lexicon.ts';
import { match } from '../src/match/match.ts';
import { canonicalLanguage } from '../src/shared/language.ts';
import { type Found, longestAliases, taggedAliases } from './baselines.ts';
import { shippedLexicon } from './shippedLexicon.ts';
import { runCommand, UsageError } from './usage.ts';

const Span = v.object({ start: v.number(), end: v.number(), surface: v.string() });
const Row = v.object({
  id: v.union([v.string(), v.number()]),
  language: v.string(),
  kind: v.string(),
  published: v.nullish(v.string()),
  text: v.string(),
  mentions: v.array(v.object({ ...Span.entries, entity: v.string(), category: v.string() })),
  optional: v.optional(v.array(Span), []),
  not: v.optional(
    v.array(v.object({ start: v.nullish(v.number()), end: v.nullish(v.number()), surface: v.string(), why: v.string() })),
    [],
  ),
});
type Row = v.InferOutput<typeof Row>;

await runCommand(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { errors: { type: 'boolean' }, baselines: { type: 'boolean' } },
  });
  const path = positionals[0] ?? '../shared/gold/dev.jsonl';
  if (!existsSync(path)) {
    if (positionals.length > 0) throw new UsageError(`${path}: no such file`);
    console.log(`no annotated texts in ${dirname(path)}: skipped`);
    return 0;
  }
  const rows = readRows(path);
  const isSame = sameEntities(join(dirname(path), 'names.tsv'));
  const lexicon = shippedLexicon();
  report('Newsgloss', rows, (row) => decide(row, lexicon), isSame, values.errors === true);
  if (values.baselines) {
    report('Longest alias', rows, (row) => longestAliases(row.text, lexicon), isSame, false);
    report('compromise + alias', rows, (row) => taggedAliases(row.text, lexicon), isSame, false);
  }
  return 0;
});

function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = v.safeParse(Row, JSON.parse(line));
      if (!parsed.success) throw new UsageError(`${path}:${index + 1}: ${parsed.issues[0].message}`);
      return [parsed.output];
    });
}

function decide({ text, language, published }: Row, lexicon: Lexicon): Found[] {
  return match({ text, language: canonicalLanguage(language), published: published ?? null }, lexicon).map(({ evidence, ...mention }) => ({
    ...mention,
    evidence: evidence.map(({ rule, detail }) => `${rule}: ${detail}`).join('; '),
  }));
}

type IsSame = (gold: string, found: Found) => boolean;

/** Whether a gold name means what was found: the same name, or an id or name that the table gives for it. */
function sameEntities(path: string): IsSame {
  const table = new Map<string, Set<string>>();
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const [name, ...ids] = line.split('\t');
    if (name) table.set(name, new Set(ids.filter(Boolean).map(normal)));
  }
  return (gold, { entity, name }) =>
    [entity, name].some((one) => normal(one) === normal(gold) || table.get(gold)?.has(normal(one)) === true);
}

/** A name without case, articles and punctuation; "U.S." and "United States" are one. */
function normal(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^the\s+/, '')
    .replace(/\bu\.?s\.?\b|\bunited states\b/g, 'us')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** Scores one way of finding mentions and prints it. A mention is right where it overlaps one of the same entity; each counts once. */
function report(title: string, rows: readonly Row[], find: (row: Row) => Found[], isSame: IsSame, withErrors: boolean): void {
  const tallies = new Map<string, Tally>();
  const errors: string[] = [];
  let taken = 0;
  let lookalikes = 0;
  let exact = 0;
  const count = (row: Row, category: string, field: keyof Tally) => {
    for (const key of ['all', `category ${category}`, `language ${row.language}`, `kind ${row.kind}`]) {
      const tally = tallies.get(key) ?? { right: 0, wrong: 0, missed: 0 };
      tallies.set(key, tally);
      tally[field]++;
    }
  };
  for (const row of rows) {
    const found = find(row);
    const used = new Set<Found>();
    for (const gold of row.mentions) {
      const hit = found.find((one) => !used.has(one) && overlaps(one, gold) && isSame(gold.entity, one));
      if (hit) used.add(hit);
      if (hit?.start === gold.start && hit.end === gold.end) exact++;
      count(row, gold.category, hit ? 'right' : 'missed');
      if (!hit) errors.push(`missed ${row.id} ${around(row.text, gold)} ${gold.entity}`);
    }
    for (const one of found) {
      if (used.has(one) || row.optional.some((span) => overlaps(one, span))) continue;
      count(row, one.category, 'wrong');
      errors.push(`wrong  ${row.id} ${around(row.text, one)} ${one.entity} (${one.evidence ?? ''})`);
    }
    for (const { start, end } of row.not) {
      if (start == null || end == null) continue;
      lookalikes++;
      if (found.some((one) => !used.has(one) && overlaps(one, { start, end }))) taken++;
    }
  }
  console.log(`\n${title}: ${rows.length} texts, look-alikes taken ${taken} of ${lookalikes}, exact spans ${exact}`);
  for (const [key, { right, wrong, missed }] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const precision = right / (right + wrong || 1);
    const recall = right / (right + missed || 1);
    const f1 = (2 * precision * recall) / (precision + recall || 1);
    console.log(
      `  ${key.padEnd(24)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${right} right, ${wrong} wrong, ${missed} missed)`,
    );
  }
  if (withErrors) for (const error of errors) console.log(error);
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && a.end > b.start;
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  const clip = (part: string) => part.replace(/\s+/g, ' ');
  return `…${clip(text.slice(Math.max(0, start - 30), start))}[${text.slice(start, end)}]${clip(text.slice(end, end + 30))}…`;
}
