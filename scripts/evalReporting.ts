/**
 * npm run eval:reporting: how well related reports are ranked and stories are
 * grouped, on the judged sets in tests/reporting/judgements, beside two
 * baselines: the newest first, and BM25 by MiniSearch.
 */
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { readPacks } from '../src/pack/source.ts';
import { memoryStore } from '../src/reporting/memoryStore.ts';
import { Article, Report } from '../src/reporting/report.ts';
import { Reporting } from '../src/reporting/reporting.ts';
import { ndcg, pairScores } from './measures.ts';
import { packSpotter } from './packSpotter.ts';

/** Places that are scored. */
const DEPTH = 5;

const folder = new URL('../tests/reporting/judgements/', import.meta.url);

/** An article with the grade of each judged report, 0 to 16 as in TREC background linking; what is not judged is 0. */
const Judged = v.object({
  article: v.object({ ...Article.entries, id: v.string() }),
  grades: v.record(v.string(), v.picklist([0, 2, 4, 8, 16])),
});
type Judged = v.InferOutput<typeof Judged>;
const Labelled = v.object({ ...Report.entries, story: v.string() });
const StoryRow = v.object({ story: v.string(), reports: v.array(v.string()) });

interface Collection {
  name: string;
  reports: Report[];
  judged: Judged[];
  /** Story of each labelled report, by address. */
  stories: Map<string, string>;
}

/** Ranked addresses for an article. */
type Ranker = (article: Judged['article']) => string[] | Promise<string[]>;

const spot = packSpotter();
const show = process.argv.includes('--show');
for (const collection of [ownBeat(), otherBeats()]) await evaluate(collection);

/** The pack's own reports, judged by their ids. */
function ownBeat(): Collection {
  const source = readPacks()
    .reports.map((report) => report.value)
    .filter((report) => report.gist !== undefined);
  const reports = source.map(({ url, title, gist, outlet, published, language }) =>
    v.parse(Report, { url, title, summary: gist, outlet, published, language }),
  );
  const addressOf = new Map(source.map(({ id, url }) => [id, url]));
  const known = (id: string) => addressOf.get(id) ?? id;
  const judged = rows('beat.jsonl', Judged).map(({ article, grades }) => ({
    article,
    grades: Object.fromEntries(Object.entries(grades).map(([id, grade]) => [known(id), grade])),
  }));
  const stories = new Map(
    rows('beat-stories.jsonl', StoryRow).flatMap(({ story, reports }) => reports.map((id) => [known(id), story] as const)),
  );
  return { name: 'This beat', reports, judged, stories };
}

/** Invented reports of other beats, in eight languages. */
function otherBeats(): Collection {
  const reports = rows('other-reports.jsonl', Labelled);
  return {
    name: 'Other beats',
    reports,
    judged: rows('other.jsonl', Judged),
    stories: new Map(reports.map(({ url, story }) => [url, story])),
  };
}

async function evaluate({ name, reports, judged, stories }: Collection): Promise<void> {
  const reporting = new Reporting(spot, memoryStore());
  await reporting.add(reports, 'eval', 0);
  const rankers: [string, Ranker][] = [
    ['Newsgloss', async (article) => (await reporting.related(article, DEPTH)).map(({ report }) => report.url)],
    ['BM25 (MiniSearch)', bm25(reports)],
    ['Newest first', newestFirst(reports)],
  ];
  console.log(`\n${name}: ${reports.length} reports, ${judged.length} judged articles`);
  for (const [ranker, rank] of rankers) {
    const scores: number[] = [];
    for (const { article, grades } of judged) {
      const gains = (await rank(article)).map((url) => grades[url] ?? 0);
      scores.push(ndcg(gains, Object.values(grades), DEPTH));
      if (show && ranker === 'Newsgloss') console.log(`    ${scores.at(-1)?.toFixed(2)} ${article.id} ${article.title}`);
    }
    console.log(`  ${ranker.padEnd(18)} nDCG@5 ${mean(scores).toFixed(3)}`);
  }
  const groups = await Promise.all((await reporting.stories()).map((ids) => reporting.read(ids)));
  const found = groups.map((group) => group.map(({ url }) => url).filter((url) => stories.has(url)));
  const { precision, recall, pairs } = pairScores(found, stories);
  console.log(
    `  stories (${pairs} pairs among ${stories.size} labelled reports): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
}

/** BM25 over title and summary, asked with the article's title and the beginning of its text. */
function bm25(reports: readonly Report[]): Ranker {
  const search = new MiniSearch({ fields: ['title', 'summary'], idField: 'url' });
  search.addAll([...new Map(reports.map((report) => [report.url, report])).values()]);
  return ({ title, text }) => search.search(`${title} ${text?.slice(0, 600)}`).map(({ id }) => String(id));
}

function newestFirst(reports: readonly Report[]): Ranker {
  const order = reports.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? 1 : -1)).map(({ url }) => url);
  return () => order;
}

function rows<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema>[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(schema, JSON.parse(line)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
