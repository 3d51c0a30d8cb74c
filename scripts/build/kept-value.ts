import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { writeAtomically } from '../fetch/atomic-write.ts';

const newline = 10;

/**
 * A value kept between builds in a file of its own: a line with a key, a digest of everything the value depends on,
 * then the value as the engine writes it.
 */
export class KeptValue<Value> {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** The value, if it is there under this key. */
  read(key: string): Value | undefined {
    if (!existsSync(this.#file)) return undefined;
    const bytes = readFileSync(this.#file);
    const end = bytes.indexOf(newline);
    if (bytes.toString('latin1', 0, Math.max(0, end)) !== key) return undefined;
    try {
      return deserialize(bytes.subarray(end + 1)) as Value;
    } catch {
      // A file that somebody damaged is no reason not to build.
      return undefined;
    }
  }

  /** Keeps this value instead; a killed build leaves the old one whole. */
  write(key: string, value: Value): void {
    writeAtomically(this.#file, Buffer.concat([Buffer.from(`${key}\n`), serialize(value)]));
  }
}
