/** Related reporting: from the pack's reports, what live sources gave, and what the reader has read, all kept on this machine. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { match } from '../match/match.ts';
import type { Dossier, ReportRecord } from '../pack/dossier.ts';
import { hostOf, placeOf } from '../reporting/address.ts';
import { openIdbStore } from '../reporting/idbStore.ts';
import { Report } from '../reporting/report.ts';
import { type Related, Reporting } from '../reporting/reporting.ts';
import { packReports, READING, readArticle, readAt } from '../reporting/sources/own.ts';
import type { KeptReports } from '../shared/messages.ts';
import type { ArticleContext, RelatedReport } from '../shared/model.ts';
import { once } from '../shared/once.ts';
import { loadSettings } from '../shared/settings.ts';
import { dossier, lexicon } from './pack.ts';
import { related } from './related.ts';

/** The store with everything that has been taken in. */
export const reporting = once(async (): Promise<Reporting> => {
  const [names, store] = await Promise.all([lexicon(), openIdbStore()]);
  return new Reporting((text, language) => match({ text, language, published: null }, names).map(({ entity }) => entity), store);
});

const DAY = 86_400_000;
/** Reports are kept for half a year after they were last seen, and at most as many as the search was measured with. */
const RETENTION = { days: 180, most: 100_000 };
/** The pack's reports are seen again this often, so that they outlive the others. */
const PACK_AGAIN = 30 * DAY;

/** How many of the pack's reports are taken in at once. */
const AT_ONCE = 50;

/** Which version of the pack has been taken in, and when. */
const PACK_KEY = 'packReports';
const TakenIn = v.object({ version: v.string(), at: v.number() });

/** Takes the pack's reports in, where this version's have not been yet. */
let keepPackReports = once(takePackReports);

async function takePackReports(): Promise<void> {
  const [pack, kept, now] = [await dossier(), await reporting(), Date.now()];
  const version = `${pack.pack.version} ${pack.pack.asOf}`;
  const stored = v.safeParse(TakenIn, (await browser.storage.local.get(PACK_KEY))[PACK_KEY]);
  if (stored.success && stored.output.version === version && now - stored.output.at < PACK_AGAIN) return;
  if (stored.success && stored.output.version !== version) await kept.delete('pack');
  const source = packReports(() => pack.reports().map(reportOf));
  const reports = await source.search({ entity: null, names: [], language: 'en', article: null }, AbortSignal.timeout(source.patience));
  // In the order of time, in which stories are told; a few at a time, so that pages and cards are answered in between.
  const ordered = reports.toSorted((a, b) => ((a.published ?? '9') < (b.published ?? '9') ? -1 : 1));
  for (let at = 0; at < ordered.length; at += AT_ONCE) await kept.add(ordered.slice(at, at + AT_ONCE), source.id, now);
  await browser.storage.local.set({ [PACK_KEY]: { version, at: now } });
}

/** Reports near an article, or those of them that name an entity, the closest first. */
export async function relatedReports(article: ArticleContext, entity: string | null, most: number): Promise<RelatedReport[]> {
  if (article.title === '' && article.text === '') return [];
  await keepPackReports();
  const [pack, kept] = await Promise.all([dossier(), reporting()]);
  return (await kept.related(article, most, entity)).map((one) => toldOf(one, pack));
}

/** Remembers an article that the reader reads, where the reader wants that. */
export async function remember(article: ArticleContext): Promise<void> {
  if (!(await loadSettings()).reading) return;
  const address = article.url ?? '';
  const outlet = (await dossier()).outlet(placeOf(address))?.name ?? hostOf(address);
  const report = v.safeParse(Report, readArticle(article, outlet));
  if (report.success) await (await reporting()).add([report.output], READING, Date.now());
}

/** What is kept, and about how large it is. */
export async function countKept(): Promise<KeptReports> {
  const kept = await reporting();
  const { usage } = await navigator.storage.estimate();
  return { ...(await kept.count(READING)), bytes: usage ?? 0 };
}

/** Forgets what was read, or everything; the pack's reports come back when they are next wanted. */
export async function forget(what: 'reading' | 'all'): Promise<void> {
  await (await reporting()).delete(what === 'reading' ? READING : undefined);
  if (what !== 'all') return;
  await browser.storage.local.remove(PACK_KEY);
  keepPackReports = once(takePackReports);
}

/** Forgets what is too old or too much. */
export async function prune(): Promise<void> {
  await (await reporting()).prune(RETENTION, Date.now());
}

function toldOf({ report, story, official, since }: Related, pack: Dossier): RelatedReport {
  const read = readAt(report);
  const told = related(report, { date: pack.pack.asOf, dated: false }, pack);
  return { ...told, since, story, official, read: read === null ? null : new Date(read).toISOString().slice(0, 10) };
}

/** A report of the pack as the store takes it: its gist serves as the summary. */
function reportOf({ url, title, gist = '', outlet, published, language }: ReportRecord): Report {
  return { url, title, summary: gist, outlet, published: published ?? null, language };
}
