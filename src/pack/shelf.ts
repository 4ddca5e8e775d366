/**
 * Many small records in one file: each is JSON, found by its key and read only
 * when asked for, so that opening thousands of them parses none.
 */
import { openSections, stringAt, writeSections, writeStrings } from '../match/lexicon/sections.ts';

/** The bytes of a shelf. Keys are kept in order, so that one is found by halving. */
export function writeShelf(records: ReadonlyMap<string, unknown>): Uint8Array<ArrayBuffer> {
  const keys = [...records.keys()].sort();
  const keyTable = writeStrings(keys);
  const valueTable = writeStrings(keys.map((key) => JSON.stringify(records.get(key))));
  return writeSections({
    keyBytes: keyTable.bytes,
    keyOffsets: keyTable.offsets,
    valueBytes: valueTable.bytes,
    valueOffsets: valueTable.offsets,
  });
}

export interface Shelf {
  /** The record under a key, or undefined. */
  get(key: string): unknown;
  /** All keys, in order. */
  keys(): string[];
}

/** Opens a shelf made by `writeShelf`. */
export function openShelf(file: ArrayBuffer): Shelf {
  const { bytes, words } = openSections(file);
  const keys = { bytes: bytes('keyBytes'), offsets: words('keyOffsets') };
  const values = { bytes: bytes('valueBytes'), offsets: words('valueOffsets') };
  const count = keys.offsets.length - 1;
  return {
    get: (key) => {
      let low = 0;
      let high = count - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = stringAt(keys, middle);
        if (found === key) return JSON.parse(stringAt(values, middle)) as unknown;
        if (found < key) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    keys: () => Array.from({ length: count }, (_, index) => stringAt(keys, index)),
  };
}
