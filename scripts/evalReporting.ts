/**
 * npm run eval:reporting: how well related reports are ranked and stories are
 * grouped, on the judged sets in tests/reporting/judgements, beside two
 * baselines: the newest first, and BM25 by MiniSearch.
 */
import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import * as v from 'valibot';
import { readPacks } from '../src/pack/source.ts';
import { Article, Report } from '../src/reporting/report.ts';
import { Reporting } from '../src/reporting/reporting.ts';
import { ndcg, pairScores } from './measures.ts';
import { packSpotter } from './packSpotter.ts';

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
type Ranker = (article: Judged['article']) => string[];

const spot = packSpotter();
const show = process.argv.includes('--show');
for (const collection of [ownBeat(), otherBeats()]) evaluate(collection);

/** The pack's own reports, judged by their ids. */
function ownBeat(): Collection {
  const source = readPacks().reports.map((report) => report.value);
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

function evaluate({ name, reports, judged, stories }: Collection): void {
  const reporting = new Reporting(spot);
  reporting.add(reports);
  const rankers: [string, Ranker][] = [
    ['Newsgloss', (article) => reporting.related(article, 10).map(({ report }) => report.url)],
    ['BM25 (MiniSearch)', bm25(reports)],
    ['Newest first', newestFirst(reports)],
  ];
  console.log(`\n${name}: ${reports.length} reports, ${judged.length} judged articles`);
  for (const [ranker, rank] of rankers) {
    const scores = judged.map(({ article, grades }) =>
      ndcg(
        rank(article).map((url) => grades[url] ?? 0),
        Object.values(grades),
        5,
      ),
    );
    console.log(`  ${ranker.padEnd(18)} nDCG@5 ${mean(scores).toFixed(3)}`);
    if (show && ranker === 'Newsgloss')
      judged.forEach(({ article, grades }, index) => {
        console.log(`    ${scores[index]?.toFixed(2)} ${article.id} ${article.title}`);
        for (const { report, reason } of reporting.related(article, 6))
          console.log(
            `        ${String(grades[report.url] ?? '-').padStart(2)} ${report.language} ${report.title.slice(0, 80)} | ${reason}`,
          );
      });
  }
  const found = reporting.stories().map((urls) => urls.filter((url) => stories.has(url)));
  const { precision, recall, pairs } = pairScores(found, stories);
  console.log(
    `  stories (pairs of ${stories.size} labelled reports): precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} of ${pairs}`,
  );
  if (show)
    for (const group of found.filter((urls) => urls.length > 1 || urls.length === 1))
      console.log(`    ${[...new Set(group.map((url) => stories.get(url)))].join(' + ')} (${group.length})`);
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
