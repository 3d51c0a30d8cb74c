import { damage } from '#restore/damage.ts';
import type { PhrasingBuilder } from './phrasing-builder.ts';
import type { Reading } from './reading.ts';
import type { FormulaNode } from './schema.ts';
import { punctuationOf } from './unicode-codes.ts';

/** More formulas than this in one text are shown as text. */
const maxFormulas = 1000;

/** A formula as a node, or null when KaTeX does not take it or the text has too many. */
export function formulaNode(
  reading: Reading,
  tex: string,
  kind: Pick<FormulaNode, 'display' | 'reconstructed' | 'lossy'>,
): FormulaNode | null {
  if (reading.formulaCount >= maxFormulas) return null;
  if ('error' in reading.formulas.typeset(tex, kind.display)) return null;
  reading.formulaCount++;
  const { display, reconstructed, lossy } = kind;
  return { type: 'formula', value: tex, display, reconstructed, lossy };
}

/**
 * Reads the formula that is known to start at `at`.
 *
 * @returns where it ends; `at` when it is none after all.
 */
export function readFormula(reading: Reading, at: number, to: number, out: PhrasingBuilder): number {
  const formula = reading.regions.get(at);
  if (!formula || formula.end > to || formula.end <= at) return at;
  const source = reading.text.slice(at, formula.end);
  if (!formula.reconstructed && isProse(source, reading.text[formula.end])) return at;
  const punctuation = punctuationOf(formula.tex);
  if (punctuation !== null) {
    out.text(punctuation);
    return formula.end;
  }
  const display = source.startsWith('$$') || source.startsWith('\\[');
  const node = formulaNode(reading, formula.tex, { ...formula, display });
  if (node) {
    out.push(node);
  } else {
    reading.messages.push(rejection(reading, formula.tex, display));
    out.text(formula.reconstructed ? damage(source) : source);
  }
  return formula.end;
}

const wordsOfText = /\\(?:text\w*|mbox|hbox|math\w+|operatorname)\*?\s*\{[^{}]*\}/g;
const rowOfWords = /(?:(?<![\\a-zA-Z])[a-zA-Z]{2,},?\s+){4}/;

/** Prices (`$5 and $10`), and prose between dollars whose partners are missing, are no formulas. */
function isProse(source: string, next: string | undefined): boolean {
  const arePrices = /^\$\d[\d.,]*\s[^$]*\s\$$/.test(source) && /\d/.test(next ?? '');
  return arePrices || rowOfWords.test(source.replace(wordsOfText, ''));
}

function rejection(reading: Reading, tex: string, display: boolean): string {
  const shown = tex.length > 60 ? `${tex.slice(0, 60)}…` : tex;
  const entry = reading.formulas.typeset(tex, display);
  const why = 'error' in entry ? entry.error : `the text has more than ${maxFormulas} formulas`;
  return `The formula “${shown}” is shown as text, because it cannot be typeset: ${why}.`;
}
