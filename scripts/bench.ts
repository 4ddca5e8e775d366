/**
 * npm run bench [-- SIZE ...]: how long matching takes beside a bare loop over
 * the same text, in Node and in Chromium, with packs of 1,000, 10,000 and
 * 100,000 made-up names and with the pack itself. Texts are those of the saved pages, else the project's own.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { lexiconSource } from '../src/pack/lexiconSource.ts';
import { dataRoot, readPacks } from '../src/pack/source.ts';
import type { Measured, measure } from './benchMatching.ts';
import { lookForBrowser } from './browsers.mjs';

const pages = '../shared/pages';
const STARTS = 9;
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000, 100_000];
const texts = readTexts();
const units = texts.reduce((sum, text) => sum + text.length, 0);
const source = lexiconSource(
  dataRoot,
  readPacks().entities.map(({ value }) => value),
);
const counts = given.length > 0 ? sizes : [...sizes, null];
console.log(
  `${texts.length} texts, ${(units / 1e6).toFixed(2)} million UTF-16 code units; times are multiples of a bare loop over them.\n`,
);
console.log(
  '| | names | bare loop, ns a unit | spotting | whole decision | RegExp | aho-corasick | mark.js | automaton | lexicon | opened in |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|');
// Both run one bundle, as the extension does.
const bundle = await bundled('scripts/benchMatching.ts');
const matcher = await bundled('src/match/match.ts');
const inNode = (await import(`data:text/javascript,${encodeURIComponent(bundle.module)}`)) as { measure: typeof measure };
for (const count of counts) print('Node', count, inNode.measure(texts, count, source));
const chromium = lookForBrowser('chrome');
if (chromium !== undefined) {
  const { measured, ready } = await inChromium(chromium);
  for (const [at, one] of measured.entries()) print('Chromium', counts[at] ?? null, one);
  console.log(`\nA new page of Chromium has the matcher, with its tables of letters, after ${ready.toFixed(1)} ms.`);
}

function print(
  where: string,
  count: number | null,
  { names, floor, spot, decide, regExp, ahoCorasick, markJs, automaton, bytes, open }: Measured,
): void {
  const mebibytes = (size: number) => `${(size / 2 ** 20).toFixed(1)} MiB`;
  const ratio = (time: number | null) => (time === null ? '–' : `${(time / floor).toFixed(1)} ×`);
  const cells = [
    where,
    `${names.toLocaleString('en')}${count === null ? ' (the pack)' : ''}`,
    ((floor / units) * 1e6).toFixed(2),
    ratio(spot),
    ratio(decide),
    ratio(regExp),
    ratio(ahoCorasick),
    ratio(markJs),
    mebibytes(automaton),
    mebibytes(bytes),
    `${open.toFixed(2)} ms`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** Texts of pages without their markup: what a matcher reads, if not where an article begins. */
function readTexts(): string[] {
  const folder = existsSync(pages) ? pages : 'tests/fixtures/site';
  if (folder !== pages) console.log(`no saved pages in ${pages}: the project's own fixtures are read instead`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .map((html) =>
      html
        .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
        .replace(/<[^>]*>/g, ' ')
        .replace(/[ \t]+/g, ' '),
    );
}

/** A file with all that it imports, as a module and as a script that leaves it under the name `bench`. */
async function bundled(entry: string): Promise<{ module: string; script: string }> {
  const bundles = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['es', 'iife'], name: 'bench' },
    },
  });
  const [module = '', script = ''] = [bundles].flat().map((bundle) => ('output' in bundle ? bundle.output[0].code : ''));
  return { module, script };
}

async function inChromium(executablePath: string): Promise<{ measured: Measured[]; ready: number }> {
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'], protocolTimeout: 0 });
  try {
    const ready = await start(browser);
    const page = await browser.newPage();
    await page.addScriptTag({ content: bundle.script });
    const measured: Measured[] = [];
    for (const count of counts)
      measured.push(
        await page.evaluate(
          (...args) => (globalThis as unknown as { bench: { measure: typeof measure } }).bench.measure(...args),
          texts,
          count,
          source,
        ),
      );
    return { measured, ready };
  } finally {
    await browser.close();
  }
}

/** Milliseconds that a page, as new as a worker that starts, takes to evaluate the matcher; the best of several. */
async function start(browser: Browser): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < STARTS; attempt++) {
    const page = await browser.newPage();
    times.push(
      await page.evaluate((script) => {
        const began = performance.now();
        new Function(script)();
        return performance.now() - began;
      }, matcher.script),
    );
    await page.close();
  }
  return Math.min(...times);
}
