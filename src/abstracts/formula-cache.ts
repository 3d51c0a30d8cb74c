import katex from 'katex';
import { isWide } from './formula-width.ts';
import { katexOptions, maxFormulaLength, untrustedColour } from './katex-options.ts';
import { stylesToClasses } from './style-classes.ts';

/** A formula as KaTeX's HTML with MathML in it. */
export interface TypesetFormula {
  html: string;
  styles: string[];
  /** Whether it may have to scroll. */
  isWide: boolean;
}

/** Why KaTeX does not take a formula. */
export interface RejectedFormula {
  error: string;
}

type Entry = TypesetFormula | RejectedFormula;

/** A formula of the cache: its key, and what became of it. */
export type CachedFormula = readonly [key: string, formula: Entry];

/**
 * Formulas by their TeX. Half of all formulas are repeats, and KaTeX takes most of the time that an abstract needs;
 * what `takeAdded` gives may be kept and given to a later cache as `known`, as long as `mathVersion` is the same.
 */
export class FormulaCache {
  readonly #formulas: Map<string, Entry>;
  #added: CachedFormula[] = [];

  constructor(known: readonly CachedFormula[] = []) {
    this.#formulas = new Map(known);
  }

  /** Takes over formulas that another cache has typeset. */
  learn(known: readonly CachedFormula[]): void {
    for (const [key, entry] of known) this.#formulas.set(key, entry);
  }

  /** The formula as HTML, or why it cannot be shown. */
  typeset(tex: string, display: boolean): Entry {
    if (tex.length > maxFormulaLength) return { error: `it is longer than ${maxFormulaLength} characters` };
    const key = (display ? 'D' : 'I') + tex;
    let entry = this.#formulas.get(key);
    if (!entry) {
      entry = typeset(tex, display);
      this.#formulas.set(key, entry);
      this.#added.push([key, entry]);
    }
    return entry;
  }

  /** The formulas that were typeset here since this was last asked. */
  takeAdded(): CachedFormula[] {
    const added = this.#added;
    this.#added = [];
    return added;
  }
}

const key = Symbol.for('paper-digest.formulas');
const shared = globalThis as { [key]?: FormulaCache };

/**
 * The cache that serves when a caller names none. It lives as long as the process, and is the same one in the bundled
 * pages, which have their own copies of all modules.
 */
export const sharedFormulas = (shared[key] ??= new FormulaCache());

function typeset(tex: string, display: boolean): Entry {
  const uncommented = tex.replace(/(?<!\\)%/g, '\\%');
  try {
    const katexHtml = katex.renderToString(uncommented, katexOptions(display));
    if (katexHtml.includes(untrustedColour)) return { error: 'it has a command that formulas may not have' };
    const { html, styles } = stylesToClasses(katexHtml);
    return { html, styles, isWide: isWide(html) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof katex.ParseError) return error.rawMessage;
  return error instanceof RangeError ? 'it is nested too deeply' : `KaTeX fails on it (${String(error)})`;
}
