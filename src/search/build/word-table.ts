import { plainLetters } from '#search/tokenize.ts';

const firstHash = 0x811c9dc5 | 0;

/**
 * Numbers by plain words, read where they stand in a text, in lower case: cutting each of some millions of words out
 * and looking it up in a `Map` takes a third of an index' build. Open addressing by FNV-1a hashes.
 */
export class WordTable {
  #count = 0;
  /** One more than the number of the word; 0 for none. */
  #slots = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 11);
  #values = new Int32Array(1 << 11);
  /** The letters of all words, and where those of each begin. */
  #letters = new Uint8Array(1 << 14);
  #starts = new Int32Array((1 << 11) + 1);

  /** The number of the word from `start` to `end`, which `valueOf` gives when it first comes. */
  get(text: string, start: number, end: number, valueOf: (word: string) => number): number {
    let hash = firstHash;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ plainLetters[text.charCodeAt(i)]!, 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let word = this.#slots[slot]! - 1; word >= 0; word = this.#slots[slot]! - 1) {
      if (this.#hashes[word] === hash && this.#isWord(word, text, start, end)) return this.#values[word]!;
      slot = (slot + 1) & mask;
    }
    return this.#add(text, start, end, hash, valueOf(text.slice(start, end).toLowerCase()));
  }

  #isWord(word: number, text: string, start: number, end: number): boolean {
    const first = this.#starts[word]!;
    if (this.#starts[word + 1]! - first !== end - start) return false;
    for (let i = start; i < end; i++)
      if (this.#letters[first + i - start] !== plainLetters[text.charCodeAt(i)]) return false;
    return true;
  }

  #add(text: string, start: number, end: number, hash: number, value: number): number {
    const word = this.#count++;
    const first = this.#starts[word]!;
    if (word === this.#hashes.length) this.#growWords();
    while (first + end - start > this.#letters.length) this.#letters = grown(this.#letters);
    for (let i = start; i < end; i++) this.#letters[first + i - start] = plainLetters[text.charCodeAt(i)]!;
    this.#starts[word + 1] = first + end - start;
    this.#hashes[word] = hash;
    this.#values[word] = value;
    this.#place(word);
    return value;
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1;
    const hash = this.#hashes[word]!;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = word + 1;
  }

  #growWords(): void {
    const known = this.#hashes.length;
    this.#hashes = grown(this.#hashes);
    this.#values = grown(this.#values);
    const starts = new Int32Array(this.#hashes.length + 1);
    starts.set(this.#starts);
    this.#starts = starts;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let word = 0; word < known; word++) this.#place(word);
  }
}

/** A copy of twice the length. */
function grown<T extends Uint8Array | Int32Array>(values: T): T {
  const copy = new (values.constructor as new (length: number) => T)(values.length * 2);
  copy.set(values);
  return copy;
}
