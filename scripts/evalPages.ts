/**
 * npm run eval:pages -- [FOLDER] [WORD…] [--without-addresses]: how well articles are
 * told from other pages, and read, on the labelled pages of a folder (default
 * ../shared/pages), in Chromium. Words pick files. Pages are shown at their own
 * addresses where the labels have them, else, or if asked, where the address tells nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from './browsers.mjs';

interface Label {
  file: string;
  url?: string | null;
  is_news_article: boolean;
  lang: string | null;
  title: string | null;
  title_variants?: string[];
  published: string | null;
  encoding: string;
  body_must_contain?: string[];
  body_must_not_contain?: string[];
  body_first?: string | null;
  body_last?: string | null;
  /** The whole body, where a page's label has it. */
  body_text?: string | null;
}

interface Read {
  isArticle: boolean;
  reason: string;
  title: string | null;
  language?: string | null;
  published?: string | null;
  text?: string;
  took: number;
}

/** The day on which the pages are read. */
const today = '2026-11-24';

const isWithoutAddresses = process.argv.includes('--without-addresses');
const [given, ...only] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const folder = resolve(given ?? '../shared/pages');
if (!existsSync(join(folder, 'pages.jsonl'))) {
  console.error(`no labelled pages in ${folder}: skipped`);
  process.exit(0);
}
const labels = readFileSync(join(folder, 'pages.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Label)
  .filter((label) => only.length === 0 || only.some((word) => label.file.includes(word)));
const bundles = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, target: 'es2022', lib: { entry: 'src/article/article.ts', formats: ['iife'], name: 'article' } },
});
const [bundle] = [bundles].flat();
const code = bundle && 'output' in bundle ? bundle.output[0].code : '';

const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), headless: true, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
await page.setJavaScriptEnabled(false);
await page.setRequestInterception(true);
let unserved: Label | null = null;
page.on('request', (request) => {
  // No content: a page that refreshes itself stays where it is.
  if (unserved === null || !request.isNavigationRequest() || request.frame() !== page.mainFrame()) {
    void request.respond({ status: 204 });
    return;
  }
  void request.respond({
    status: 200,
    headers: { 'content-type': `text/html; charset=${unserved.encoding}` },
    body: readFileSync(join(folder, unserved.file)),
  });
  unserved = null;
});

/** Shows one saved file, with its scripts off and nothing fetched. */
async function show(label: Label): Promise<Page> {
  await page.goto('about:blank');
  unserved = label;
  const address = isWithoutAddresses || !label.url ? `https://127.0.0.1:9/${label.file}` : label.url.replace(/^http:/, 'https:');
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return page;
}

const fold = (text: string | null | undefined) =>
  (text ?? '').normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();

/** Words of a text with how often each occurs; of scripts without spaces, every letter. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const [word] of fold(text).matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu))
    words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

/** How many words two texts share, and how many each has. */
function overlap(found: string, wanted: string): { shared: number; found: number; wanted: number } {
  const [ours, theirs] = [wordsOf(found), wordsOf(wanted)];
  const count = (words: Map<string, number>) => [...words.values()].reduce((sum, times) => sum + times, 0);
  const shared = [...ours].reduce((sum, [word, times]) => sum + Math.min(times, theirs.get(word) ?? 0), 0);
  return { shared, found: count(ours), wanted: count(theirs) };
}

const tally = {
  articles: 0,
  taken: 0,
  others: 0,
  left: 0,
  dates: 0,
  exactDates: 0,
  dated: 0,
  titles: 0,
  titled: 0,
  languages: 0,
  spoken: 0,
  contains: 0,
  wanted: 0,
  leaks: 0,
  unwanted: 0,
  ends: 0,
  ended: 0,
};
const bodies: { precision: number; recall: number; f1: number }[] = [];
const times: Record<'articles' | 'others', number[]> = { articles: [], others: [] };
for (const label of labels) {
  const shown = await show(label);
  const read = (await shown.evaluate(
    `${code}; (() => { const start = performance.now(); const a = article.readArticle(document, '${today}'); const took = performance.now() - start; return { isArticle: a.isArticle, reason: a.reason, title: a.title, language: a.language, published: a.published, text: a.text, took }; })()`,
  )) as Read;
  times[read.isArticle ? 'articles' : 'others'].push(read.took);
  const faults: string[] = [];
  if (label.is_news_article) tally.articles++;
  else tally.others++;
  if (read.isArticle !== label.is_news_article) faults.push(`VERDICT ${read.isArticle} (${read.reason})`);
  else if (read.isArticle) tally.taken++;
  else tally.left++;
  if (label.is_news_article && read.isArticle) {
    if (label.published !== null) {
      tally.dated++;
      const off = read.published ? Math.abs(Date.parse(read.published) - Date.parse(label.published)) / 86_400_000 : 99;
      if (off === 0) tally.exactDates++;
      if (off <= 1) tally.dates++;
      else faults.push(`date ${read.published} not ${label.published}`);
    }
    if (label.title !== null) {
      tally.titled++;
      const wanted = [label.title, ...(label.title_variants ?? [])].map(fold);
      if (wanted.some((title) => title === fold(read.title) || title.startsWith(fold(read.title)) || fold(read.title).startsWith(title)))
        tally.titles++;
      else faults.push(`title "${read.title}" not "${label.title}"`);
    }
    if (label.lang !== null) {
      tally.spoken++;
      const same =
        (read.language ?? '').split('-')[0] === label.lang.split('-')[0] && (!label.lang.startsWith('zh-') || read.language === label.lang);
      if (same) tally.languages++;
      else faults.push(`language ${read.language} not ${label.lang}`);
    }
    const text = fold(read.text);
    for (const part of label.body_must_contain ?? []) {
      tally.wanted++;
      if (text.includes(fold(part))) tally.contains++;
      else faults.push(`lacks "${part}"`);
    }
    for (const part of label.body_must_not_contain ?? []) {
      tally.unwanted++;
      if (text.includes(fold(part))) {
        tally.leaks++;
        faults.push(`has "${part}"`);
      }
    }
    for (const part of [label.body_first, label.body_last]) {
      if (!part) continue;
      tally.ended++;
      if (text.includes(fold(part).slice(0, 60))) tally.ends++;
      else faults.push(`lacks end "${part.slice(0, 60)}"`);
    }
    if (label.body_text) {
      const { shared, found, wanted } = overlap(read.text ?? '', label.body_text);
      const [precision, recall] = [shared / (found || 1), shared / (wanted || 1)];
      const f1 = (2 * shared) / (found + wanted || 1);
      bodies.push({ precision, recall, f1 });
      if (f1 < 0.8) faults.push(`body precision ${precision.toFixed(2)} recall ${recall.toFixed(2)}`);
    }
  }
  if (faults.length > 0) console.log(`${label.file}\n  ${faults.join('\n  ')}`);
}
await browser.close();
const share = (part: number, whole: number) => `${part}/${whole} = ${(part / (whole || 1)).toFixed(3)}`;
const mean = (values: number[]) => (values.reduce((sum, value) => sum + value, 0) / (values.length || 1)).toFixed(3);
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(
  `verdict ${share(tally.taken + tally.left, labels.length)}: articles taken ${share(tally.taken, tally.articles)}, others left alone ${share(tally.left, tally.others)}`,
);
console.log(
  `dates within a day ${share(tally.dates, tally.dated)}, on the day ${share(tally.exactDates, tally.dated)}; titles ${share(tally.titles, tally.titled)}; languages ${share(tally.languages, tally.spoken)}`,
);
console.log(
  `body: has ${share(tally.contains, tally.wanted)} wanted parts, first and last paragraphs ${share(tally.ends, tally.ended)}, ${tally.leaks}/${tally.unwanted} unwanted`,
);
if (bodies.length > 0)
  console.log(
    `body words over ${bodies.length} pages, means: precision ${mean(bodies.map((body) => body.precision))}, recall ${mean(bodies.map((body) => body.recall))}, F1 ${mean(bodies.map((body) => body.f1))}; median F1 ${median(bodies.map((body) => body.f1)).toFixed(3)}`,
  );
console.log(
  `reading took, median and most: articles ${median(times.articles).toFixed(1)} and ${Math.max(0, ...times.articles).toFixed(1)} ms, other pages ${median(times.others).toFixed(1)} and ${Math.max(0, ...times.others).toFixed(1)} ms`,
);
