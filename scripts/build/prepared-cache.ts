import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Prepared } from '#corpus/schema.ts';
import type { PrepareInput } from '#corpus/prepare.ts';

const maxBatchBytes = 1 << 22;
const newline = Buffer.from('\n');
const decoder = new TextDecoder();

const keys = new WeakMap<Prepared['rendered'], string>();

/** The key under which a cache has the prepared paper that was rendered so; undefined when none has it. */
export const preparedKeyOf = (rendered: Prepared['rendered']): string | undefined => keys.get(rendered);

/**
 * Prepared papers kept between builds: a file of lines `key TAB json`. The key is a digest of everything the result
 * depends on, so a stale entry is never read, only dropped when the file is next written. Lines that do not parse
 * (a build killed while writing) are passed over and computed again.
 */
export class PreparedCache {
  readonly #file: string;
  readonly #version: string;
  /** As bytes, which take half the memory of texts and need not be encoded again to be saved. */
  readonly #lines = new Map<string, Uint8Array>();
  #added = 0;
  #used = new Set<string>();

  /** `version` names the code, the weights and the taxonomy that the results come from. */
  constructor(file: string, version: string) {
    this.#file = file;
    this.#version = version;
    if (existsSync(file)) this.#load(readFileSync(file));
  }

  key(paper: PrepareInput): string {
    const { title, abstract, tex, categories, keywords, links } = paper;
    return createHash('sha256')
      .update(JSON.stringify([this.#version, title, abstract, tex, categories, keywords, links]))
      .digest('base64url')
      .slice(0, 27);
  }

  get(key: string): Prepared | undefined {
    const line = this.#lines.get(key);
    if (line === undefined) return undefined;
    try {
      const prepared = JSON.parse(decoder.decode(line)) as Prepared;
      this.#used.add(key);
      keys.set(prepared.rendered, key);
      return prepared;
    } catch {
      this.#lines.delete(key);
      return undefined;
    }
  }

  set(key: string, prepared: Prepared): void {
    this.#lines.set(key, Buffer.from(JSON.stringify(prepared)));
    this.#used.add(key);
    keys.set(prepared.rendered, key);
    this.#added += 1;
  }

  /** Writes what this build used; through a second file, so that a killed build leaves the old one whole. */
  save(): void {
    if (this.#added === 0 && this.#used.size === this.#lines.size) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.tmp`;
    const handle = openSync(temporary, 'w');
    let batch: Uint8Array[] = [];
    let bytes = 0;
    for (const key of this.#used) {
      const line = this.#lines.get(key)!;
      batch.push(Buffer.from(`${key}\t`), line, newline);
      bytes += line.length;
      if (bytes > maxBatchBytes) {
        writeSync(handle, Buffer.concat(batch));
        [batch, bytes] = [[], 0];
      }
    }
    writeSync(handle, Buffer.concat(batch));
    closeSync(handle);
    renameSync(temporary, this.#file);
  }

  #load(bytes: Buffer): void {
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(10, start);
      const tab = bytes.indexOf(9, start);
      if (end < 0 || tab < 0 || tab > end) return;
      this.#lines.set(bytes.toString('latin1', start, tab), bytes.subarray(tab + 1, end));
      start = end + 1;
    }
  }
}
