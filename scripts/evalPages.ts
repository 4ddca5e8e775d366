/**
 * npm run eval:pages: how well articles are told from other pages, and read,
 * on the labelled pages of a folder (default ../shared/pages), in Chromium.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findBrowser } from './browsers.mjs';

interface Label {
  file: string;
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

const folder = resolve(process.argv[2] ?? '../shared/pages');
if (!existsSync(join(folder, 'pages.jsonl'))) {
  console.error(`no labelled pages in ${folder}: skipped`);
  process.exit(0);
}
const labels = readFileSync(join(folder, 'pages.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Label);
const only = process.argv.slice(3);
const bundles = await build({
  configFile: false,
  logLevel: 'error',
  build: { write: false, minify: false, target: 'es2022', lib: { entry: 'src/article/article.ts', formats: ['iife'], name: 'article' } },
});
const [bundle] = [bundles].flat();
const code = bundle && 'output' in bundle ? bundle.output[0].code : '';

const browser = await puppeteer.launch({ executablePath: findBrowser('chrome'), headless: true, args: ['--no-sandbox', '--disable-gpu'] });

/** A page that shows one saved file, with its scripts off and nothing fetched. */
async function open(label: Label): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  let served = false;
  page.on('request', (request) => {
    // No content: a page that refreshes itself stays where it is.
    if (served) void request.respond({ status: 204 });
    else
      void request.respond({
        status: 200,
        headers: { 'content-type': `text/html; charset=${label.encoding}` },
        body: readFileSync(join(folder, label.file)),
      });
    served = true;
  });
  await page.goto(`http://127.0.0.1:9/${label.file}`, { waitUntil: 'domcontentloaded' });
  return page;
}

const fold = (text: string | null | undefined) =>
  (text ?? '').normalize('NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();
const tally = {
  verdict: 0,
  dates: 0,
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
const times: number[] = [];
for (const label of labels) {
  if (only.length > 0 && !only.some((word) => label.file.includes(word))) continue;
  const page = await open(label);
  const read = (await page.evaluate(
    `${code}; (() => { const start = performance.now(); const a = article.readArticle(document, '2026-11-24'); const took = performance.now() - start; return { isArticle: a.isArticle, reason: a.reason, title: a.title, language: a.language, published: a.published, text: a.text, took }; })()`,
  )) as Read;
  await page.close();
  times.push(read.took);
  const faults: string[] = [];
  if (read.isArticle === label.is_news_article) tally.verdict++;
  else faults.push(`VERDICT ${read.isArticle} (${read.reason})`);
  if (label.is_news_article && read.isArticle) {
    if (label.published !== null) {
      tally.dated++;
      const off = read.published ? Math.abs(Date.parse(read.published) - Date.parse(label.published)) / 86_400_000 : 99;
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
  }
  if (faults.length > 0) console.log(`${label.file}\n  ${faults.join('\n  ')}`);
}
await browser.close();
const share = (part: number, whole: number) => `${part}/${whole} = ${(part / (whole || 1)).toFixed(3)}`;
times.sort((a, b) => a - b);
console.log(
  `verdict ${share(tally.verdict, times.length)}; dates ${share(tally.dates, tally.dated)}; titles ${share(tally.titles, tally.titled)}; languages ${share(tally.languages, tally.spoken)}`,
);
console.log(
  `body: has ${share(tally.contains, tally.wanted)} wanted parts, first and last paragraphs ${share(tally.ends, tally.ended)}, ${tally.leaks}/${tally.unwanted} unwanted; reading took median ${times[times.length >> 1]?.toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms`,
);
