const empty = -1;
const firstCapacity = 1 << 12;

/** Numbers pairs of numbers in the order in which they come: a hash table with open addressing in flat memory. */
export class PairTable {
  size = 0;
  #slots = new Int32Array(2 * firstCapacity).fill(empty);
  #firsts = new Int32Array(firstCapacity);
  #seconds = new Int32Array(firstCapacity);

  /** The number of a pair, which is a new one, the size before, when the pair was not there. */
  add(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (let pair = this.#slots[slot]!; pair !== empty; pair = this.#slots[slot]!) {
      if (this.#firsts[pair] === first && this.#seconds[pair] === second) return pair;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.#firsts.length) {
      this.#grow();
      return this.add(first, second);
    }
    this.#slots[slot] = this.size;
    this.#firsts[this.size] = first;
    this.#seconds[this.size] = second;
    return this.size++;
  }

  #grow(): void {
    const capacity = 2 * this.#firsts.length;
    this.#firsts = larger(this.#firsts, capacity);
    this.#seconds = larger(this.#seconds, capacity);
    this.#slots = new Int32Array(2 * capacity).fill(empty);
    const mask = this.#slots.length - 1;
    for (let pair = 0; pair < this.size; pair++) {
      let slot = hashOf(this.#firsts[pair]!, this.#seconds[pair]!) & mask;
      while (this.#slots[slot] !== empty) slot = (slot + 1) & mask;
      this.#slots[slot] = pair;
    }
  }
}

/** A copy of `array` with room for `capacity` numbers. */
export function larger(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(capacity);
  copy.set(array);
  return copy;
}

/** Mixes both numbers into all bits (the finaliser of MurmurHash3). */
function hashOf(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
