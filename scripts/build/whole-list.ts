import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const linesPerMember = 1000;
/** The most bytes that a member takes beyond its lines, where they do not compress at all. */
const spare = 1 << 16;
const compress = promisify(gzip);

/**
 * The data of all papers as one file, a JSON line each. It is gzip members joined, so that no more than some of them are
 * in memory as text, and other threads compress them; there is one even without papers, as no gzip file is empty.
 */
export class WholeList {
  readonly #members: Promise<Buffer>[] = [];
  #lines: (string | Uint8Array)[] = [];

  /** Adds a line. What it answers is to be awaited, so that compressing keeps up. */
  async add(line: string | Uint8Array): Promise<void> {
    if (this.#lines.push(line) < linesPerMember) return;
    const before = this.#members.at(-1);
    this.#compress();
    await before;
  }

  async write(file: string): Promise<void> {
    this.#compress();
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.concat(await Promise.all(this.#members)));
  }

  #compress(): void {
    const lines = Buffer.concat(
      this.#lines.map((line) => (typeof line === 'string' ? Buffer.from(line) : line)),
    );
    this.#lines = [];
    // Room for all that can come of it: else the thread that compresses waits for this one whenever its room is full.
    if (lines.length > 0 || this.#members.length === 0)
      this.#members.push(compress(lines, { chunkSize: lines.length + spare }));
  }
}
