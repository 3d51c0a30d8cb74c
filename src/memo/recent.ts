/**
 * What was made or read of late, of what there is too much of to keep all: two generations of at most `size` values
 * each, of which the older one goes when the younger is full.
 */
export class Recent<Key, Value> {
  #size: number;
  #young = new Map<Key, Value>();
  #old: ReadonlyMap<Key, Value> = new Map<Key, Value>();

  constructor(size: number) {
    this.#size = size;
  }

  /** Keeps no more than twice as many from now on. */
  limit(size: number): void {
    this.#size = Math.min(this.#size, size);
  }

  /** The value of this key: the one that is kept, or the one that `make` gives, kept from then on. */
  get(key: Key, make: () => Value): Value {
    let value = this.#young.get(key);
    if (value !== undefined) return value;
    value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#size) [this.#old, this.#young] = [this.#young, new Map<Key, Value>()];
    this.#young.set(key, value);
    return value;
  }
}
