/**
 * What `npm run bench:reporting` runs inside the extension:
 * the room's code on the browser's database and the extension's pack.
 */
import { openLexicon } from '../src/match/lexicon/lexicon.ts';
import { match } from '../src/match/match.ts';
import { openDossier, type ReportRecord } from '../src/pack/dossier.ts';
import { packFiles } from '../src/pack/files.ts';
import { openIdbStore } from '../src/reporting/idbStore.ts';
import type { Article, Report } from '../src/reporting/report.ts';
import { Reporting } from '../src/reporting/reporting.ts';
import { seeded } from './seeded.ts';

/** Reports that come at once, as many as a large feed has. */
const BATCH = 200;
const DAY = 86_400_000;
const FIRST = Date.parse('2025-01-01');
const DAYS = 730;
/** Entities whose cards are asked for, in turn. */
const ENTITIES = ['h200', 'nvidia', 'bis', 'commerce-dept', 'huawei'];

/** Takes reports in that are made of the pack's own; returns the milliseconds it took. */
export async function takeIn(size: number): Promise<number> {
  const [source, store, spot] = [await packReports(), await openIdbStore(), await spotter()];
  const reporting = new Reporting(spot, store);
  const random = seeded(size);
  let taken = 0;
  for (let at = 0; at < size; at += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - at) }, (_, index) => made(at + index, size, source, random));
    const start = performance.now();
    await reporting.add(batch, 'bench', Date.now());
    taken += performance.now() - start;
  }
  await reporting.save();
  store.close();
  return taken;
}

/** Milliseconds of a related list for each article, and of opening the store and restoring its index, `starts` times. */
export async function askFor(asked: readonly Article[], starts: number): Promise<{ lists: number[]; restored: number[] }> {
  const spot = await spotter();
  const lists: number[] = [];
  const restored: number[] = [];
  const ask = async (reporting: Reporting, at: number) => {
    const start = performance.now();
    await reporting.related(asked[at] as Article, 12, ENTITIES[at % ENTITIES.length]);
    return performance.now() - start;
  };
  // What comes first is slow for reasons of its own.
  const first = await openIdbStore();
  const warm = new Reporting(spot, first);
  for (let at = 0; at < ENTITIES.length; at++) await ask(warm, at);
  first.close();
  for (let time = 0; time < starts; time++) {
    const begin = performance.now();
    const store = await openIdbStore();
    const reporting = new Reporting(spot, store);
    await ask(reporting, 0);
    const whole = performance.now() - begin;
    restored.push(whole - (await ask(reporting, 0)));
    if (time === 0) for (const at of asked.keys()) lists.push(await ask(reporting, at));
    store.close();
  }
  return { lists, restored };
}

/** Articles of about 600 words, as long as news is in the median. */
export async function articles(count: number): Promise<Article[]> {
  const source = await packReports();
  const random = seeded(count);
  return Array.from({ length: count }, (_, number) => {
    const parts = Array.from({ length: 30 }, () => picked(source, random));
    return {
      url: `https://read.example/${number}`,
      title: parts[0]?.title ?? '',
      text: parts.map(({ title, gist }) => `${title}. ${gist ?? ''}`).join('\n'),
      published: '2026-06-01',
      language: 'en',
    };
  });
}

async function spotter() {
  const lexicon = openLexicon(await packFile(packFiles.lexicon));
  return (text: string, language: string | null) => match({ text, language, published: null }, lexicon).map(({ entity }) => entity);
}

async function packReports(): Promise<ReportRecord[]> {
  return openDossier(await packFile(packFiles.dossier), await packFile(packFiles.texts('en')), 'en').reports();
}

async function packFile(name: string): Promise<ArrayBuffer> {
  return (await fetch(`/pack/${name}`)).arrayBuffer();
}

/** A report of two of the pack's, in the order of time. */
function made(number: number, of: number, source: readonly ReportRecord[], random: () => number): Report {
  const one = picked(source, random);
  const other = picked(source, random);
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

function picked(source: readonly ReportRecord[], random: () => number): ReportRecord {
  return source[Math.floor(random() * source.length)] as ReportRecord;
}
