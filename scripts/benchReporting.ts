/**
 * npm run bench:reporting [-- COUNT ...]: how fast reports are taken in and
 * found again, and what the index weighs, at growing numbers of reports. They
 * are made of the pack's own titles and gists, varied, over two years, and kept
 * in memory, so that the figures are of our code and not of a database.
 */
import { readPacks } from '../src/pack/source.ts';
import { memoryStore } from '../src/reporting/memoryStore.ts';
import type { Article, Report } from '../src/reporting/report.ts';
import { Reporting } from '../src/reporting/reporting.ts';
import { packSpotter } from './packSpotter.ts';

const BATCH = 200;
const DAY = 86_400_000;
const FIRST = Date.parse('2025-01-01');
const DAYS = 730;
/** Articles that are asked for at each size. */
const ASKED = 50;

const spot = packSpotter();
const source = readPacks()
  .reports.map((report) => report.value)
  .filter((report) => report.gist !== undefined);
const sizes = process.argv.slice(2).map(Number);

console.log('| Reports | Taken in a second | Related list, median | 95th of 100 | Worker start | Index |');
console.log('|---|---|---|---|---|---|');
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) await measure(size);

async function measure(size: number): Promise<void> {
  const random = seeded(size);
  const store = memoryStore();
  let kept: Parameters<typeof store.saveIndex>[0] | undefined;
  const keeping = {
    ...store,
    loadIndex: async () => structuredClone(kept),
    saveIndex: async (snapshot: NonNullable<typeof kept>) => {
      kept = snapshot;
    },
  };
  const reporting = new Reporting(spot, keeping);
  let taken = 0;
  for (let at = 0; at < size; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - at) }, (_, index) => made(at + index, size, random));
    const start = performance.now();
    await reporting.add(batch, 'bench', at);
    taken += performance.now() - start;
  }
  await reporting.save();
  const times: number[] = [];
  for (let asked = 0; asked < ASKED; asked++) {
    const article = articleOf(asked, random);
    const start = performance.now();
    await reporting.related(article, 10);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const before = weight();
  const start = performance.now();
  const next = new Reporting(spot, keeping);
  await next.add([], 'bench', size);
  const started = performance.now() - start;
  const bytes = weight() - before;
  // Both lives of the worker must stay reachable until the second is weighed.
  await Promise.all([reporting.read([1]), next.read([1])]);
  const cells = [
    size.toLocaleString('en'),
    Math.round((size / taken) * 1000).toLocaleString('en'),
    `${times[ASKED >> 1]?.toFixed(1)} ms`,
    `${times[Math.floor(ASKED * 0.95)]?.toFixed(1)} ms`,
    `${started.toFixed(0)} ms`,
    `${(bytes / 2 ** 20).toFixed(1)} MiB`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

/** Bytes in use after a collection of what is not (`node --expose-gc`). */
function weight(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** A report of two of the pack's, in the order of time. */
function made(number: number, of: number, random: () => number): Report {
  const one = picked(random);
  const other = picked(random);
  const words = [...one.title.split(' ').slice(0, 8), ...other.title.split(' ').slice(-4)].join(' ');
  return {
    url: `https://site${number % 300}.example/${number}`,
    title: `${words} ${Math.floor(random() * 5000)}`,
    summary: other.gist ?? '',
    outlet: `Site ${number % 300}`,
    published: new Date(FIRST + Math.floor((number / of) * DAYS) * DAY).toISOString().slice(0, 10),
    language: one.language,
  };
}

/** An article of about 600 words, as long as news is in the median. */
function articleOf(number: number, random: () => number): Article {
  const parts = Array.from({ length: 30 }, () => picked(random));
  return {
    url: `https://read.example/${number}`,
    title: parts[0]?.title ?? '',
    text: parts.map(({ title, gist }) => `${title}. ${gist ?? ''}`).join('\n'),
    published: '2026-06-01',
    language: 'en',
  };
}

function picked(random: () => number): (typeof source)[number] {
  return source[Math.floor(random() * source.length)] as (typeof source)[number];
}

/** The same numbers between 0 and 1 every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
