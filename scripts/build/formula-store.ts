import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CachedFormula, KnownFormulas } from '#abstracts/formula-cache.ts';
import { mathVersion } from '#abstracts/katex-options.ts';
import { writeAtomically } from '../fetch/atomic-write.ts';
import { KeyedLines } from './keyed-lines.ts';

/** The typeset formulas that are kept between builds. */
export const formulaStoreIn = (cacheFolder: string): FormulaStore =>
  new FormulaStore(join(cacheFolder, 'formulas.jsonl'), mathVersion);

/**
 * The typeset formulas of all builds with one cache folder: a line that names the version of the renderer, then lines
 * `key TAB formula`, both JSON. The file of another version is begun anew. Formulas are read from the file when they
 * are asked for. A store in another thread has those that were there when it was first asked.
 */
export class FormulaStore implements KnownFormulas {
  readonly #file: string;
  #opened: KeyedLines | undefined;

  constructor(file: string, version: string) {
    this.#file = file;
    const header = Buffer.from(`${JSON.stringify({ formulasOf: version })}\n`);
    if (!beginOf(file, header.length).equals(header)) writeAtomically(file, header);
  }

  get(key: string): CachedFormula[1] | undefined {
    const lineKey = JSON.stringify(key);
    const text = this.#lines.get(lineKey);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as CachedFormula[1];
    } catch {
      // A line that was cut off by the end of a build: the formula is typeset again.
      this.#lines.delete(lineKey);
      return undefined;
    }
  }

  /** Adds formulas that are not there yet; two workers may have typeset the same one. */
  append(formulas: readonly CachedFormula[]): void {
    for (const [key, formula] of formulas) {
      const lineKey = JSON.stringify(key);
      if (!this.#lines.has(lineKey)) this.#lines.add(lineKey, JSON.stringify(formula));
    }
  }

  get #lines(): KeyedLines {
    return (this.#opened ??= new KeyedLines(this.#file));
  }
}

function beginOf(file: string, bytes: number): Buffer {
  const begin = Buffer.alloc(bytes);
  if (!existsSync(file)) return begin;
  const handle = openSync(file, 'r');
  readSync(handle, begin, 0, bytes, 0);
  closeSync(handle);
  return begin;
}
