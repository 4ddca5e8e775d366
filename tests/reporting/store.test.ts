import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations, openIdbStore } from '../../src/reporting/idbStore.ts';
import { ReportIndex } from '../../src/reporting/index.ts';
import { memoryStore } from '../../src/reporting/memoryStore.ts';
import { Article, Report } from '../../src/reporting/report.ts';
import { Reporting } from '../../src/reporting/reporting.ts';
import type { Store, StoredReport } from '../../src/reporting/store.ts';

const DAY = 86_400_000;
const spot = (text: string) => (/\bH200\b/.test(text) ? ['h200'] : []);
const words =
  'harbour tariff reactor ballot museum glacier orchard satellite ferry senate violin quarry bakery turbine lagoon parade'.split(' ');

function reports(count: number, from = 0): Report[] {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const pick = (step: number) => words[(number * step + (number >> 4)) % words.length];
    return v.parse(Report, {
      url: `https://site${number % 7}.example/${number}`,
      title: `${pick(1)} ${pick(3)} ${pick(5)} case${number} H200`,
      outlet: `Site ${number % 7}`,
      published: '2031-03-05',
      language: 'en',
    });
  });
}

const article = v.parse(Article, {
  title: 'Senate ballot on harbour tariff',
  text: 'The senate ballot on the harbour tariff',
  published: '2031-03-06',
  language: 'en',
});

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe.each([
  ['memory', async () => memoryStore()],
  ['IndexedDB', () => openIdbStore()],
])('reports in %s', (_, open) => {
  it('are added once, whatever comes again', async () => {
    const reporting = new Reporting(spot, await open());
    expect(await reporting.add(reports(20), 'a', 1)).toBe(20);
    expect(await reporting.add(reports(25), 'b', 2)).toBe(5);
    const [first] = await reporting.read([1]);
    expect(first).toMatchObject({ sources: { a: 1, b: 2 }, lastSeen: 2, others: [] });
  });

  it('are forgotten by age and by number, the longest unseen first', async () => {
    const reporting = new Reporting(spot, await open());
    await reporting.add(reports(10), 'a', 0);
    await reporting.add(reports(10, 10), 'a', 40 * DAY);
    await reporting.add(reports(5), 'a', 41 * DAY);
    expect(await reporting.prune({ days: 30, most: 1000 }, 50 * DAY)).toBe(5);
    expect(await reporting.prune({ days: 30, most: 8 }, 50 * DAY)).toBe(7);
    const left = (await reporting.stories()).flat().sort((a, b) => a - b);
    expect(left).toEqual([1, 2, 3, 4, 5, 18, 19, 20]);
    for (const { report } of await reporting.related(article, 10)) expect(left).toContain(report.id);
    expect(await reporting.add(reports(1, 30), 'a', 51 * DAY)).toBe(1);
    expect((await reporting.read([21])).length).toBe(1);
  });

  it('are deleted by source, or all', async () => {
    const reporting = new Reporting(spot, await open());
    await reporting.add(reports(4), 'a', 0);
    await reporting.add(reports(5, 3), 'b', 0);
    await reporting.delete('a');
    expect((await reporting.stories()).flat().sort()).toEqual([4, 5, 6, 7, 8]);
    expect((await reporting.read([4]))[0]?.sources).toEqual({ b: 0 });
    await reporting.delete();
    expect(await reporting.stories()).toEqual([]);
    expect(await reporting.related(article, 10)).toEqual([]);
  });

  it('are exported as they came, and come back', async () => {
    const reporting = new Reporting(spot, await open());
    await reporting.add(reports(3), 'a', 7);
    const rows: unknown[] = [];
    for await (const line of reporting.export()) rows.push(JSON.parse(line));
    expect(rows).toEqual(reports(3).map((report) => ({ ...report, sources: { a: 7 }, lastSeen: 7 })));
    const second = new Reporting(spot, memoryStore());
    expect(
      await second.add(
        rows.map((row) => v.parse(Report, row)),
        'a',
        8,
      ),
    ).toBe(3);
  });
});

describe('a worker that ends', () => {
  const answer = async (reporting: Reporting) => (await reporting.related(article, 10)).map(({ report, story }) => [report.id, story]);

  it('leaves an index that the next one finds, and nothing twice', async () => {
    const first = new Reporting(spot, await openIdbStore());
    await first.add(reports(300), 'a', 1);
    await first.save();
    await first.add(reports(50, 300), 'a', 2);
    const expected = await answer(first);
    const second = new Reporting(spot, await openIdbStore());
    expect(await answer(second)).toEqual(expected);
    expect(await second.stories()).toEqual(await first.stories());
    expect(await second.add(reports(350), 'a', 3)).toBe(0);
  });

  it('in the middle of a batch leaves all of it or nothing', async () => {
    const store = await openIdbStore();
    const reporting = new Reporting(spot, store);
    await reporting.add(reports(10), 'a', 1);
    const [dying] = await Promise.allSettled([
      new Reporting(spot, {
        ...store,
        write: ({ added, changed }) => store.write({ added: [...added, { ...(added[0] as (typeof added)[0]), id: 99 }], changed }),
      }).add(reports(10, 10), 'a', 2),
    ]);
    expect(dying.status).toBe('rejected');
    const next = new Reporting(spot, await openIdbStore());
    expect((await next.stories()).flat().length).toBe(10);
    expect(await next.add(reports(20), 'a', 3)).toBe(10);
    expect((await next.stories()).flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  /** The store for a worker that ends at its nth call: before what it asks for is done, or after, without hearing of it. */
  function endingAt(store: Store, nth: number, isDone: boolean): Store {
    let calls = 0;
    const ending = Object.entries(store).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        if (++calls > nth) return await new Promise(() => {});
        if (calls === nth) {
          if (isDone) await (call as (...args: unknown[]) => Promise<unknown>)(...args);
          throw new Error('ended');
        }
        return await (call as (...args: unknown[]) => Promise<unknown>)(...args);
      },
    ]);
    return Object.fromEntries(ending) as Store;
  }

  it.each([
    ['before', false],
    ['after', true],
  ])('at any point of an ingest, %s what it asked for, loses and doubles nothing', async (_, isDone) => {
    const batches = [reports(6), reports(6, 4), reports(6, 8)];
    const ingest = async (reporting: Reporting) => {
      for (const [at, batch] of batches.entries()) await reporting.add(batch, 'a', at);
      await reporting.save();
    };
    let wholeCalls = 0;
    const counting = Object.entries(await openIdbStore('whole')).map(([name, call]) => [
      name,
      (...args: never[]) => {
        wholeCalls++;
        return (call as (...args: never[]) => unknown)(...args);
      },
    ]);
    const whole = new Reporting(spot, Object.fromEntries(counting) as Store);
    await ingest(whole);
    const last = wholeCalls;
    const expected = (await whole.read(Array.from({ length: 20 }, (_, index) => index + 1))).map(({ address }) => address).toSorted();
    expect(expected).toHaveLength(14);
    expect(last).toBeGreaterThan(10);
    for (let nth = 1; nth <= last; nth++) {
      const store = await openIdbStore(`${isDone} ${nth}`);
      await expect(ingest(new Reporting(spot, endingAt(store, nth, isDone)))).rejects.toThrow('ended');
      const next = new Reporting(spot, store);
      await ingest(next);
      const ids = (await next.stories()).flat();
      const kept = await next.read(ids.toSorted((a, b) => a - b));
      expect(kept.map(({ address }) => address).toSorted(), `ended at call ${nth}`).toEqual(expected);
      expect(new Set(ids).size).toBe(14);
      expect((await new Reporting(spot, store).stories()).flat().toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
      store.close();
    }
  });

  it('goes on after a write that failed', async () => {
    const store = memoryStore();
    let fails = true;
    const reporting = new Reporting(spot, { ...store, write: (batch) => (fails ? Promise.reject(new Error('full')) : store.write(batch)) });
    await expect(reporting.add(reports(5), 'a', 1)).rejects.toThrow('full');
    fails = false;
    expect(await reporting.add(reports(5), 'a', 2)).toBe(5);
    expect((await reporting.stories()).flat()).toHaveLength(5);
  });

  it('batches that are added at the same time are taken one after another', async () => {
    const reporting = new Reporting(spot, await openIdbStore());
    const counts = await Promise.all([
      reporting.add(reports(10), 'a', 1),
      reporting.add(reports(15), 'b', 1),
      reporting.add(reports(15), 'c', 1),
    ]);
    expect(counts).toEqual([10, 5, 0]);
  });
});

describe('the schema', () => {
  /** A database as an earlier version of the extension has left it. */
  async function leave(version: number, rows: readonly object[]): Promise<void> {
    const old = await openDB('reporting', version, {
      upgrade: async (database, from, _, transaction) => {
        for (const step of migrations.slice(from, version)) await step(database as never, transaction as never);
      },
    });
    for (const row of rows) await old.add('reports', row);
    await old.put('kept', rows.length, 'lastId');
    await old.put('kept', new ReportIndex().snapshot(), 'snapshot');
    old.close();
  }

  /** What the first version kept of a report: its features were a list of objects, without the address. */
  const asFirst = ({ entry: { features, marks, ...entry }, ...report }: StoredReport) => ({
    ...report,
    entry: {
      ...entry,
      features: [...features.slice(0, -1)].map((feature, at) => ({
        feature,
        weight: (marks[at] as number) & 3,
        name: ((marks[at] as number) & 4) !== 0,
      })),
    },
  });
  const kept: Record<number, (report: StoredReport) => object> = { 1: asFirst, 2: (report) => report };

  it.each(migrations.map((_, version) => version + 1))('of version %i is brought up to date with what is in it', async (version) => {
    const before = new Reporting(spot, memoryStore());
    await before.add(reports(30), 'a', 1);
    const rows = await before.read(Array.from({ length: 30 }, (_, index) => index + 1));
    await leave(version, rows.map(kept[version] as (typeof kept)[1]));
    const after = new Reporting(spot, await openIdbStore());
    expect(await after.read(rows.map(({ id }) => id))).toEqual(rows);
    expect(await after.stories()).toEqual(await before.stories());
    expect((await after.related(article, 10)).map(({ report, reason }) => [report.id, reason])).toEqual(
      (await before.related(article, 10)).map(({ report, reason }) => [report.id, reason]),
    );
    expect(await after.add(reports(32), 'a', 2)).toBe(2);
    expect(await new Reporting(spot, await openIdbStore()).add(reports(32), 'a', 3)).toBe(0);
  });

  it('is left as it was where bringing it up to date breaks off', async () => {
    const before = new Reporting(spot, memoryStore());
    await before.add(reports(3), 'a', 1);
    const rows = (await before.read([1, 2, 3])).map(asFirst);
    await leave(1, [...rows.slice(0, 2), { ...rows[2], entry: null }]);
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(openIdbStore()).rejects.toThrow();
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
    const old = await openDB('reporting', 1);
    expect(await old.get('reports', 1)).toEqual(rows[0]);
    old.close();
  });
});
