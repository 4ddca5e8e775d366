/** Typed arrays that grow. */
type Typed = Uint8Array | Uint32Array | Int32Array | Float32Array;

export class Growable<Values extends Typed> {
  values: Values;
  length = 0;

  constructor(values: Values) {
    this.values = values;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new (this.values.constructor as new (length: number) => Values)(Math.max(64, this.length * 2));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** Takes over values in place of its own. */
  fill(values: Values): void {
    this.values = values;
    this.length = values.length;
  }

  /** The value at an index that is known to exist. */
  at(index: number): number {
    return this.values[index] as number;
  }
}
