/** A queue from which the first by an order comes out. */
export class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #order: (a: Item, b: Item) => number;

  constructor(order: (a: Item, b: Item) => number) {
    this.#order = order;
  }

  push(item: Item): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The first item, taken out; undefined where there is none. */
  pop(): Item | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let next = at;
      if (left < items.length && this.#isBefore(left, next)) next = left;
      if (left + 1 < items.length && this.#isBefore(left + 1, next)) next = left + 1;
      if (next === at) return first;
      this.#swap(at, next);
      at = next;
    }
  }

  #isBefore(a: number, b: number): boolean {
    return this.#order(this.#items[a] as Item, this.#items[b] as Item) < 0;
  }

  #swap(a: number, b: number): void {
    const item = this.#items[a] as Item;
    this.#items[a] = this.#items[b] as Item;
    this.#items[b] = item;
  }
}
