import katex from 'katex';
import { isWide } from './formula-width.ts';
import { katexOptions, mathVersion, maxFormulaLength } from './katex-options.ts';
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

/**
 * Formulas by their TeX. A build loads the cache of the one before: half of all formulas are repeats, and KaTeX
 * takes most of the time that an abstract needs.
 */
export class FormulaCache {
  readonly #known: Map<string, Entry>;
  readonly #used = new Map<string, Entry>();

  /** @param serialised - what `serialise` gave; ignored when another version of the renderer wrote it. */
  constructor(serialised?: string) {
    this.#known = new Map(entriesOf(serialised));
  }

  /** The formula as HTML, or why it cannot be shown. */
  typeset(tex: string, display: boolean): Entry {
    if (tex.length > maxFormulaLength) return { error: `it is longer than ${maxFormulaLength} characters` };
    const key = (display ? 'D' : 'I') + tex;
    let entry = this.#used.get(key);
    if (!entry) {
      entry = this.#known.get(key) ?? typeset(tex, display);
      this.#used.set(key, entry);
    }
    return entry;
  }

  /** All formulas asked for since the cache was made, as JSON; those of earlier builds that were not are left out. */
  serialise(): string {
    const formulas = [...this.#used].sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify({ version: mathVersion, formulas });
  }
}

/** The cache that serves when a caller names none; it lives as long as the process. */
export const sharedFormulas = new FormulaCache();

function entriesOf(serialised: string | undefined): [string, Entry][] {
  if (!serialised) return [];
  try {
    const { version, formulas } = JSON.parse(serialised);
    return version === mathVersion ? formulas : [];
  } catch {
    return [];
  }
}

function typeset(tex: string, display: boolean): Entry {
  const uncommented = tex.replace(/(?<!\\)%/g, '\\%');
  try {
    const { html, styles } = stylesToClasses(katex.renderToString(uncommented, katexOptions(display)));
    return { html, styles, isWide: isWide(html) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  return error instanceof katex.ParseError ? error.rawMessage : 'it is nested too deeply';
}
