import { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';

/** Compressed bytes go on in pieces of so many: what the piece with the damage holds before it is lost. */
const pieceBytes = 2 ** 14;
/** Where the damage is within so many compressed bytes, all that comes before it is found. */
const salvagedBytes = 2 ** 16;
/** Decompressed chunks that may wait for the reader before more is decompressed. */
const maxWaiting = 16;

/**
 * Decompresses chunks as fast as what comes of them is taken. Where they are damaged, what comes before is not lost: a
 * stream of Node that fails drops what was not read of it yet, so this one is let flow. Call `close` in the end.
 */
export class FlowingGunzip {
  readonly #gunzip = createGunzip({ chunkSize: 2 ** 16 });
  readonly #input: Readable;
  readonly #waiting: Uint8Array[] = [];
  readonly #head: Uint8Array[] = [];
  #wakeReader = (): void => {};
  #wakeSource = (): void => {};
  #isOver = false;
  #failure: NodeJS.ErrnoException | undefined;
  #compressedBytes = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#gunzip.on('data', (chunk: Uint8Array) => {
      this.#waiting.push(chunk);
      this.#wakeReader();
    });
    this.#gunzip.on('error', (error) => (this.#failure = error));
    this.#gunzip.on('close', () => {
      this.#isOver = true;
      this.#wakeReader();
    });
    this.#input = Readable.from(this.#pieces(chunks), { objectMode: false });
    this.#input.on('error', (error) => this.#gunzip.destroy(error));
    this.#input.pipe(this.#gunzip);
  }

  /** How many bytes were taken to decompress. */
  get compressedBytes(): number {
    return this.#compressedBytes;
  }

  /** Why it ended before its time, if it did. */
  get failure(): NodeJS.ErrnoException | undefined {
    return this.#failure;
  }

  /** The next chunk; null at the end. */
  async next(): Promise<Uint8Array | null> {
    while (this.#waiting.length === 0) {
      if (this.#isOver) return null;
      await new Promise<void>((done) => (this.#wakeReader = done));
    }
    const chunk = this.#waiting.shift()!;
    this.#wakeSource();
    return chunk;
  }

  /** All that its beginning holds before the damage: what the longest sound part of that holds. */
  salvaged(): Uint8Array {
    const compressed = Buffer.concat(this.#head);
    const beginning = (length: number): Uint8Array | null => {
      try {
        return gunzipSync(compressed.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH });
      } catch {
        return null;
      }
    };
    let [sound, damaged] = [0, compressed.length + 1];
    while (damaged - sound > 1) {
      const middle = (sound + damaged) >> 1;
      if (beginning(middle) === null) damaged = middle;
      else sound = middle;
    }
    return beginning(sound) ?? new Uint8Array();
  }

  close(): void {
    this.#input.destroy();
    this.#gunzip.destroy();
  }

  async *#pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length;) {
        while (this.#waiting.length > maxWaiting)
          await new Promise<void>((done) => (this.#wakeSource = done));
        const piece = chunk.subarray(at, at + pieceBytes);
        at += piece.length;
        if (this.#compressedBytes < salvagedBytes) this.#head.push(piece);
        this.#compressedBytes += piece.length;
        yield piece;
      }
  }
}
