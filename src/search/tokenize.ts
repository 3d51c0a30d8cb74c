import { fold } from './fold.ts';
import { isIndexed } from './stop-words.ts';
import { nameOfCommand } from './symbols.ts';

/** A search term and the UTF-16 range of the text it was read from; all terms of a formula span the formula. */
export interface Token {
  term: string;
  start: number;
  end: number;
}

const wordPattern = /\\[a-z]+|[\p{L}\p{N}\p{M}∞∇∂]+/giu;
const asciiWordPattern = /\\[a-z]+|[a-z0-9]+/gi;
const formulaPattern = /(?<!\\)\$((?:[^$\\]|\\.)+)\$/gs;
const formattingPattern =
  /\\(?:math(?:bb|cal|rm|bf|sf|it|frak|scr|tt)|boldsymbol|bm|text(?:bf|it|rm|sf|tt)?|operatorname|hat|tilde|bar|vec|widehat|widetilde|overline|rm|bf|cal|left|right)(?![a-z])\s*/gi;

/**
 * The terms of a formula's TeX. Scripts join their base, as readers type them: `\ell_1` is `l1`, `H_2O` is `h2o`;
 * named symbols stand alone: `\epsilon_0` has `epsilon`.
 */
export function tokenizeFormula(tex: string): string[] {
  const plain = tex
    .replace(formattingPattern, '')
    .replace(/\\([a-z]+)/gi, (_, command: string) =>
      command === 'ell' ? 'l' : ` ${nameOfCommand(command) ?? ''} `,
    )
    .replace(/[{}_^]/g, '');
  return (plain.match(/[\p{L}\p{N}\p{M}∞∇∂]+/gu) ?? []).flatMap(fold);
}

/** Every term of a text without formulas, common words included, in order. */
export function tokenizeText(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  const pattern = /^[\0-\x7f]*$/.test(text) ? asciiWordPattern : wordPattern;
  for (const match of text.matchAll(pattern)) {
    const word = match[0];
    const start = offset + match.index;
    const end = start + word.length;
    const terms = word.startsWith('\\') ? [nameOfCommand(word.slice(1))] : fold(word);
    for (const term of terms) if (term !== undefined) tokens.push({ term, start, end });
  }
  return tokens;
}

/** Every term of a text with formulas in `$…$`, common words included, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const formula of text.matchAll(formulaPattern)) {
    tokens.push(...tokenizeText(text.slice(end, formula.index), end));
    end = formula.index + formula[0].length;
    for (const term of tokenizeFormula(formula[1] ?? '')) tokens.push({ term, start: formula.index, end });
  }
  tokens.push(...tokenizeText(text.slice(end), end));
  return tokens;
}

/** The terms of a text that are in the index, in order, repeats included: the `tokenize` of a full MiniSearch index. */
export function indexTerms(text: string): string[] {
  const terms: string[] = [];
  for (const { term } of tokenize(text)) if (isIndexed(term)) terms.push(term);
  return terms;
}
