/** Reports in memory, for one run of a command. */
import type { Store, StoredReport } from './store.ts';

export function memoryStore(): Store {
  const reports = new Map<number, StoredReport>();
  const byAddress = new Map<string, number>();
  let last = 0;
  return {
    find: async (addresses) => addresses.map((address) => byAddress.get(address)),
    read: async (ids) => ids.map((id) => reports.get(id)),
    after: async (id, most) => [...reports.values()].filter((report) => report.id > id).slice(0, most),
    lastId: async () => last,
    write: async ({ added, changed }) => {
      for (const report of added) {
        reports.set(report.id, report);
        byAddress.set(report.address, report.id);
        last = Math.max(last, report.id);
      }
      for (const report of changed) reports.set(report.id, report);
    },
    remove: async (ids) => {
      for (const id of ids) {
        byAddress.delete(reports.get(id)?.address ?? '');
        reports.delete(id);
      }
    },
    outdated: async (oldest, most) => {
      const order = [...reports.values()].sort((a, b) => a.lastSeen - b.lastSeen || a.id - b.id);
      return order.filter(({ lastSeen }, index) => lastSeen < oldest || index < order.length - most).map(({ id }) => id);
    },
    loadIndex: async () => undefined,
    saveIndex: async () => {},
    clear: async () => {
      reports.clear();
      byAddress.clear();
    },
  };
}
