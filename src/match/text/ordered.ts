/** Lists in text order, and lists by key. */

interface Placed {
  readonly start: number;
}

/** Index of the first item that begins at or after an offset. */
export function firstFrom(items: readonly Placed[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as Placed).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The items that lie within a range. */
export function sliceWithin<Item extends Placed & { readonly end: number }>(items: readonly Item[], start: number, end: number): Item[] {
  const list: Item[] = [];
  for (let at = firstFrom(items, start); at < items.length && (items[at] as Item).end <= end; at++) list.push(items[at] as Item);
  return list;
}

/** Adds an item where it belongs; most belong at the end. */
export function insert<Item extends Placed>(list: Item[], item: Item): void {
  let at = list.length;
  while (at > 0 && (list[at - 1] as Item).start > item.start) at--;
  if (at === list.length) list.push(item);
  else list.splice(at, 0, item);
}

/** The last of some ascending offsets before another, or null. */
export function lastBefore(offsets: readonly number[], offset: number): number | null {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? null;
}

/** The list under a key, a new one where there is none. */
export function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const known = lists.get(key);
  if (known) return known;
  const list: Item[] = [];
  lists.set(key, list);
  return list;
}

/** The items of two lists as one. */
export function mergeByStart<Item extends Placed>(first: readonly Item[], second: readonly Item[]): Item[] {
  if (second.length === 0) return [...first];
  if (first.length === 0) return [...second];
  const merged: Item[] = [];
  let a = 0;
  let b = 0;
  while (a < first.length || b < second.length) {
    const left = first[a];
    const right = second[b];
    if (right === undefined || (left !== undefined && left.start <= right.start)) {
      merged.push(left as Item);
      a++;
    } else {
      merged.push(right);
      b++;
    }
  }
  return merged;
}

/** Of two items, the one that begins later. */
export function laterOf<Item extends Placed>(a: Item | undefined, b: Item | undefined): Item | null {
  return (a && b ? (a.start > b.start ? a : b) : (a ?? b)) ?? null;
}
