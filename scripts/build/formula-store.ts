import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CachedFormula } from '#abstracts/formula-cache.ts';

/**
 * The typeset formulas of all builds with one cache folder: a line that names the version of the renderer, then a
 * formula a line. The file of another version is begun anew; a last line that was cut off is passed over.
 */
export class FormulaStore {
  readonly #file: string;
  readonly #header: string;
  #known: Set<string> | undefined;

  constructor(file: string, version: string) {
    this.#file = file;
    this.#header = JSON.stringify({ version });
  }

  load(): CachedFormula[] {
    const formulas = this.#read();
    this.#known = new Set(formulas.map(([key]) => key));
    return formulas;
  }

  /** Adds formulas that are not there yet; two workers may have typeset the same one. */
  append(formulas: readonly CachedFormula[]): void {
    const known = (this.#known ??= new Set(this.#read().map(([key]) => key)));
    const added = formulas.filter(([key]) => !known.has(key) && known.add(key));
    if (added.length > 0)
      appendFileSync(this.#file, added.map((formula) => `${JSON.stringify(formula)}\n`).join(''));
  }

  #read(): CachedFormula[] {
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : '';
    const lines = text.split('\n');
    const cutOff = lines.pop() !== '';
    if (lines[0] !== this.#header || cutOff) this.#rewrite(lines[0] === this.#header ? lines.slice(1) : []);
    return lines[0] === this.#header ? lines.slice(1).map((line) => JSON.parse(line) as CachedFormula) : [];
  }

  #rewrite(lines: readonly string[]): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.tmp`, [this.#header, ...lines, ''].join('\n'));
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}
