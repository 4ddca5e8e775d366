/** Where reports are kept: what `Reporting` asks of it. The extension keeps them in IndexedDB, the command line in memory. */
import type { Entry, Snapshot } from './index.ts';
import type { Report } from './report.ts';

/** A report as it is kept. */
export interface StoredReport extends Report {
  /** Ascending in the order in which reports came. */
  id: number;
  /** The canonical address, which no two reports share. */
  address: string;
  /** Other addresses under which it came, as they were given. */
  others: string[];
  /** When each source gave it first, in milliseconds since 1970; the source `reading` stands for the reader. */
  sources: Record<string, number>;
  /** When it came last. */
  lastSeen: number;
  /** What the index keeps of it, so that the index can be made again without reading texts. */
  entry: Entry;
  /** Id of the first report of its story when it came. */
  story: number;
}

/** One batch: everything of it is written, or nothing. */
export interface Batch {
  added: readonly StoredReport[];
  /** Reports that came again, as they are now. */
  changed: readonly StoredReport[];
}

export interface Store {
  /** Ids of the reports with these canonical addresses, in the same order; undefined where there is none. */
  find(addresses: readonly string[]): Promise<(number | undefined)[]>;
  /** Reports by id, in the same order; undefined where one is gone. */
  read(ids: readonly number[]): Promise<(StoredReport | undefined)[]>;
  /** Reports with ids above the given one, ascending, at most `most`. */
  after(id: number, most: number): Promise<StoredReport[]>;
  /** The highest id that was ever given, or 0. */
  lastId(): Promise<number>;
  write(batch: Batch): Promise<void>;
  /** Removes reports and the index that knew them, in one. */
  remove(ids: readonly number[]): Promise<void>;
  /** Ids to remove so that nothing was last seen before `oldest` and at most `most` reports stay; the longest unseen first. */
  outdated(oldest: number, most: number): Promise<number[]>;
  loadIndex(): Promise<Snapshot | undefined>;
  saveIndex(snapshot: Snapshot): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
}

/** A report that came again, from a source, perhaps under another address. */
export function seenAgain(report: StoredReport, source: string, at: number, address: string): StoredReport {
  const isOther = address !== report.url && !report.others.includes(address);
  return {
    ...report,
    sources: { ...report.sources, [source]: report.sources[source] ?? at },
    lastSeen: Math.max(report.lastSeen, at),
    others: isOther ? [...report.others, address] : report.others,
  };
}
