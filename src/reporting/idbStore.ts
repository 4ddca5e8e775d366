/** Reports in IndexedDB. Every write is one transaction, so a worker that dies in the middle leaves no half of a batch. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { ADDRESS, featureKey } from './features.ts';
import { type Entry, NAME_BIT, type Snapshot } from './index.ts';
import type { Store, StoredReport } from './store.ts';

interface Schema extends DBSchema {
  reports: { key: number; value: StoredReport; indexes: { address: string; lastSeen: number } };
  /** The index under `snapshot`, and the highest id that was given under `lastId`. */
  kept: { key: string; value: Snapshot | number };
}

type Upgrade = (database: IDBPDatabase<Schema>, transaction: IDBPTransaction<Schema, ('reports' | 'kept')[], 'versionchange'>) => unknown;

/** Steps from one version of the schema to the next; step n leads from version n to n + 1. Steps are added, never changed. */
export const migrations: readonly Upgrade[] = [
  (database) => {
    const reports = database.createObjectStore('reports', { keyPath: 'id' });
    reports.createIndex('address', 'address', { unique: true });
    reports.createIndex('lastSeen', 'lastSeen');
    database.createObjectStore('kept');
  },
  // Features were a list of objects, which took longer to write than all the rest, and the address was none of them.
  async (_, transaction) => {
    const reports = transaction.objectStore('reports');
    for (let at = await reports.openCursor(); at !== null; at = await at.continue()) {
      const { features, ...entry } = at.value.entry as unknown as FirstEntry;
      const packed = {
        features: Uint32Array.from([...features.map(({ feature }) => feature), featureKey(ADDRESS, at.value.address)]),
        marks: Uint8Array.from([...features.map(({ weight, name }) => weight | (name ? NAME_BIT : 0)), 0]),
      };
      await at.update({ ...at.value, entry: { ...entry, ...packed } });
    }
    await transaction.objectStore('kept').delete('snapshot');
  },
];

/** What the first version of the schema kept of a report. */
type FirstEntry = Omit<Entry, 'features' | 'marks'> & { features: { feature: number; weight: number; name: boolean }[] };

/** Opens the store, and brings it to the newest version of its schema. */
export async function openIdbStore(name = 'reporting'): Promise<Store & { close(): void }> {
  const database = await openDB<Schema>(name, migrations.length, {
    upgrade: async (upgrading, from, _, transaction) => {
      try {
        for (const step of migrations.slice(from)) await step(upgrading, transaction);
      } catch (error) {
        // Otherwise the browser would keep what was done so far as the newest version.
        console.error('Newsgloss could not bring its reports up to date:', error);
        transaction.abort();
        await transaction.done.catch(() => {});
      }
    },
  });
  return {
    find: async (addresses) => {
      const index = database.transaction('reports').store.index('address');
      return await Promise.all(addresses.map((address) => index.getKey(address)));
    },
    read: async (ids) => {
      const { store } = database.transaction('reports');
      return await Promise.all(ids.map((id) => store.get(id)));
    },
    after: (id, most) => database.getAll('reports', IDBKeyRange.lowerBound(id, true), most),
    lastId: async () => Number((await database.get('kept', 'lastId')) ?? 0),
    write: async ({ added, changed }) => {
      const transaction = database.transaction(['reports', 'kept'], 'readwrite');
      const reports = transaction.objectStore('reports');
      const last = added.at(-1);
      await Promise.all([
        ...added.map((report) => reports.add(report)),
        ...changed.map((report) => reports.put(report)),
        ...(last ? [transaction.objectStore('kept').put(last.id, 'lastId')] : []),
        transaction.done,
      ]);
    },
    remove: async (ids) => {
      const transaction = database.transaction(['reports', 'kept'], 'readwrite');
      const reports = transaction.objectStore('reports');
      await Promise.all([...ids.map((id) => reports.delete(id)), transaction.objectStore('kept').delete('snapshot'), transaction.done]);
    },
    outdated: async (oldest, most) => {
      const index = database.transaction('reports').store.index('lastSeen');
      const [old, count] = await Promise.all([index.count(IDBKeyRange.upperBound(oldest, true)), index.count()]);
      const surplus = Math.max(old, count - most);
      return surplus > 0 ? await index.getAllKeys(null, surplus) : [];
    },
    loadIndex: async () => (await database.get('kept', 'snapshot')) as Snapshot | undefined,
    saveIndex: async (snapshot) => {
      await database.put('kept', snapshot, 'snapshot');
    },
    clear: async () => {
      const transaction = database.transaction(['reports', 'kept'], 'readwrite');
      await Promise.all([transaction.objectStore('reports').clear(), transaction.objectStore('kept').delete('snapshot'), transaction.done]);
    },
    close: () => database.close(),
  };
}
