import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const linesPerMember = 1000;
/** The most bytes that a member takes beyond its lines, where they do not compress at all. */
const spare = 1 << 16;
/** The most bytes of a UTF-16 unit in UTF-8. */
const bytesPerUnit = 3;
const compress = promisify(gzip);

/**
 * The data of all papers as one file, a JSON line each. It is gzip members joined, so that no more than some of them
 * are in memory as text, and other threads compress them; there is one even without papers, as no gzip file is empty.
 */
export class WholeList {
  readonly #members: Promise<Buffer>[] = [];
  /**
   * The lines of a member, and those of the one that is being compressed. The memory serves again: of fresh memory
   * outside of the heap the engine is so careful that it collects garbage all the time.
   */
  #lines = Buffer.allocUnsafeSlow(1 << 20);
  #compressed = Buffer.allocUnsafeSlow(1 << 20);
  #count = 0;
  #end = 0;

  /** Adds a line. What it answers is to be awaited before the next one, so that compressing keeps up. */
  add(line: string): Promise<void> {
    this.#makeRoom(bytesPerUnit * line.length);
    this.#end += this.#lines.write(line, this.#end);
    return this.#added();
  }

  /** Adds what stands in a file, a line, likewise. */
  addFile(file: string): Promise<void> {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      this.#makeRoom(size);
      this.#end += readSync(handle, this.#lines, this.#end, size, 0);
    } finally {
      closeSync(handle);
    }
    return this.#added();
  }

  async write(file: string): Promise<void> {
    if (this.#count > 0 || this.#members.length === 0) this.#compress();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.concat(await Promise.all(this.#members)));
  }

  async #added(): Promise<void> {
    this.#count += 1;
    if (this.#count < linesPerMember) return;
    const before = this.#members.at(-1);
    this.#compress();
    await before;
  }

  #makeRoom(bytes: number): void {
    if (this.#end + bytes <= this.#lines.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#end + bytes));
    this.#lines.copy(larger, 0, 0, this.#end);
    this.#lines = larger;
  }

  #compress(): void {
    // Room for all that can come of it: else the thread that compresses waits for this one whenever its room is full.
    this.#members.push(compress(this.#lines.subarray(0, this.#end), { chunkSize: this.#end + spare }));
    [this.#lines, this.#compressed] = [this.#compressed, this.#lines];
    this.#count = 0;
    this.#end = 0;
  }
}
