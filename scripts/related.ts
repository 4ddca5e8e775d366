/**
 * npm run --silent related -- --reports REPORTS.jsonl ARTICLES.jsonl
 *
 * Prints one line an article, `{id, related: [{url, story, reason}]}` in
 * ranked order, and a last line `{stories: [[url, ...], ...]}`. A story goes by
 * the address of its first report. Exit 2 and one line on stderr for bad input.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { memoryStore } from '../src/reporting/memoryStore.ts';
import { Article, Report } from '../src/reporting/report.ts';
import { Reporting } from '../src/reporting/reporting.ts';
import { packSpotter } from './packSpotter.ts';

/** Related reports listed for one article at most. */
const MOST = 10;

const Row = v.object({ ...Article.entries, id: v.union([v.string(), v.number()]) });

class InputError extends Error {}

try {
  const { reports, articles } = filesFrom(process.argv.slice(2));
  const reportRows = rowsOf(reports, Report);
  const articleRows = rowsOf(articles, Row);
  const reporting = new Reporting(packSpotter(), memoryStore());
  await reporting.add(reportRows, 'file', 0);
  const groups = await Promise.all((await reporting.stories()).map((ids) => reporting.read(ids)));
  const nameOf = new Map(groups.map(([first]) => [first?.id, first?.url]));
  for (const article of articleRows) {
    const related = (await reporting.related(article, MOST)).map(({ report, story, reason }) => ({
      url: report.url,
      story: nameOf.get(story),
      reason,
    }));
    process.stdout.write(`${JSON.stringify({ id: article.id, related })}\n`);
  }
  process.stdout.write(`${JSON.stringify({ stories: groups.map((group) => group.flatMap(({ url, others }) => [url, ...others])) })}\n`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function filesFrom(args: readonly string[]): { reports: string; articles: string } {
  const at = args.indexOf('--reports');
  const reports = args[at + 1];
  const rest = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const [articles] = rest;
  if (at < 0 || reports === undefined || articles === undefined || rest.length !== 1)
    throw new InputError('usage: related --reports REPORTS.jsonl ARTICLES.jsonl');
  return { reports, articles };
}

/** The rows of a file of JSON lines; blank lines are passed over. */
function rowsOf<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema>[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, `${file}:${index + 1}`, schema)]));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new InputError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function rowOf<Schema extends v.GenericSchema>(line: string, place: string, schema: Schema): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${place}: not JSON`);
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new InputError(`${place}: ${field ? `${field}: ` : ''}${issue.message.replace(/\s+/g, ' ')}`);
}
