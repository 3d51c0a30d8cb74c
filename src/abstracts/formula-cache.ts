import katex from 'katex';
import { Recent } from '#memo/recent.ts';
import { isWide } from './formula-width.ts';
import { katexOptions, katexSource, maxFormulaLength, untrustedColour } from './katex-options.ts';
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

/** Formulas that were typeset before, by the keys that a cache gives them. */
export interface KnownFormulas {
  get(key: string): Entry | undefined;
}

/**
 * Formulas in each of the two generations of a cache. In 30,000 abstracts, 1 of 20 formulas that are typeset was
 * forgotten before, and both generations take 50 MB.
 */
const generation = 8000;

/**
 * Formulas by their TeX. Half of all formulas are repeats, and KaTeX takes most of the time that an abstract needs;
 * what `takeAdded` gives may be kept and given to a later cache as `known`, as long as `mathVersion` is the same.
 * Only those that were asked for of late are in memory: there are as many different ones as there are papers.
 */
export class FormulaCache {
  #known: KnownFormulas;
  readonly #recent = new Recent<string, Entry>(generation);
  #added: CachedFormula[] = [];

  constructor(known: KnownFormulas = new Map<string, Entry>()) {
    this.#known = known;
  }

  /** Takes formulas from there that are not in memory. */
  learnFrom(known: KnownFormulas): void {
    this.#known = known;
  }

  /** The formula as HTML, or why it cannot be shown. */
  typeset(tex: string, display: boolean): Entry {
    if (tex.length > maxFormulaLength) return { error: `it is longer than ${maxFormulaLength} characters` };
    const key = (display ? 'D' : 'I') + tex;
    return this.#recent.get(key, () => this.#known.get(key) ?? this.#typesetAnew(key, tex, display));
  }

  #typesetAnew(key: string, tex: string, display: boolean): Entry {
    const entry = typeset(tex, display);
    this.#added.push([key, entry]);
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
  try {
    const katexHtml = katex.renderToString(katexSource(tex), katexOptions(display));
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
