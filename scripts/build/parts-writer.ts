import { closeSync, openSync, writeSync } from 'node:fs';

/** Writes files made of parts, through memory that serves again: most of the time of a large write goes to fresh memory. */
export class PartsWriter {
  #buffer = Buffer.allocUnsafeSlow(1 << 20);

  /** Writes a file that is not there yet. Throws when it is: it might be one with a file of the last site. */
  write(file: string, parts: readonly (string | Uint8Array)[]): void {
    let length = 0;
    for (const part of parts) {
      this.#reserve(length, typeof part === 'string' ? 3 * part.length : part.length);
      if (typeof part === 'string') length += this.#buffer.write(part, length);
      else {
        this.#buffer.set(part, length);
        length += part.length;
      }
    }
    const handle = openSync(file, 'wx');
    try {
      for (let written = 0; written < length;)
        written += writeSync(handle, this.#buffer, written, length - written);
    } finally {
      closeSync(handle);
    }
  }

  /** Makes room for so many bytes after the first `used`, which are kept. */
  #reserve(used: number, bytes: number): void {
    if (used + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(used + bytes)));
    larger.set(this.#buffer.subarray(0, used));
    this.#buffer = larger;
  }
}
