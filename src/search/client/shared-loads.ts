/** A value being loaded or loaded, and the queries that still wait for it. */
interface Load<T> {
  promise: Promise<T>;
  controller: AbortController;
  waiting: number;
  done: boolean;
  size: number;
}

/**
 * Loads each key once, however many queries want it, and keeps the values used last. A load is cancelled only when
 * no query waits for it any more; what failed or was cancelled is loaded again when next wanted.
 */
export class SharedLoads<T> {
  #loads = new Map<string, Load<T>>();
  #load: (key: string, signal: AbortSignal) => Promise<T>;
  #sizeOf: (value: T) => number;
  #maxSize: number;
  #size = 0;

  /** Keeps values of up to `maxSize` together, in the unit of `sizeOf`. */
  constructor(
    load: (key: string, signal: AbortSignal) => Promise<T>,
    { sizeOf, maxSize }: { sizeOf: (value: T) => number; maxSize: number },
  ) {
    this.#load = load;
    this.#sizeOf = sizeOf;
    this.#maxSize = maxSize;
  }

  async get(key: string, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const entry = this.#loads.get(key) ?? this.#begin(key);
    this.#loads.delete(key);
    this.#loads.set(key, entry);
    entry.waiting++;
    if (entry.done || !signal) return entry.promise;
    let cancel = () => {};
    const cancelled = new Promise<never>((_, reject) => {
      cancel = () => {
        entry.waiting--;
        if (entry.waiting === 0 && !entry.done) {
          this.#forget(key, entry);
          entry.controller.abort(signal.reason);
        }
        reject(signal.reason);
      };
    });
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await Promise.race([entry.promise, cancelled]);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  #forget(key: string, entry: Load<T>): void {
    if (this.#loads.get(key) !== entry) return;
    this.#loads.delete(key);
    this.#size -= entry.size;
  }

  #begin(key: string): Load<T> {
    const controller = new AbortController();
    const promise = this.#load(key, controller.signal);
    const entry: Load<T> = { promise, controller, waiting: 0, done: false, size: 0 };
    promise.then(
      (value) => {
        entry.done = true;
        if (this.#loads.get(key) !== entry) return;
        entry.size = this.#sizeOf(value);
        this.#size += entry.size;
        this.#evict();
      },
      () => this.#forget(key, entry),
    );
    return entry;
  }

  #evict(): void {
    for (const [key, entry] of this.#loads) {
      if (this.#size <= this.#maxSize) return;
      if (entry.done) this.#forget(key, entry);
    }
  }
}
