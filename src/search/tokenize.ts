import { fold } from '#text/fold.ts';
import { isIndexed } from './common-words.ts';
import type { Segment } from './schema.ts';
import { nameOfCommand, signNames } from './symbols.ts';

/** A search term and the UTF-16 range of the text it was read from. */
export interface Token {
  term: string;
  start: number;
  end: number;
}

const wordPattern = /\\[a-z]+|[\p{L}\p{N}\p{M}∞∇∂]+/giu;
const asciiWordPattern = /\\[a-z]+|[a-z0-9]+/gi;
const formattingPattern =
  /\\(?:math(?:bb|cal|rm|bf|sf|it|frak|scr|tt)|boldsymbol|bm|text(?:bf|it|rm|sf|tt)?|operatorname|hat|tilde|bar|vec|widehat|widetilde|overline|rm|bf|cal|left|right)(?![a-z])\s*/gi;

/** What finds the words of a text, TeX commands included; plain text has a faster one. */
function patternFor(text: string): RegExp {
  return /^[\0-\x7f]*$/.test(text) ? asciiWordPattern : wordPattern;
}

/** The words of a text without formulas as they stand there. */
export function wordsOf(text: string): readonly string[] {
  return text.match(patternFor(text)) ?? [];
}

/** The terms in one word: lower case, without accents, every symbol by its name; nearly always one. */
export function wordTerms(word: string): string[] {
  if (word.startsWith('\\')) {
    const name = nameOfCommand(word.slice(1));
    return name === undefined ? [] : [name];
  }
  if (/^[a-z0-9]+$/i.test(word)) return [word.toLowerCase()];
  return word
    .normalize('NFKD')
    .replace(/[\u0370-\u03ff∞∇∂]/g, (symbol) => ` ${signNames.get(symbol) ?? symbol} `)
    .split(' ')
    .map(fold)
    .filter((term) => term !== '');
}

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
  return (plain.match(/[\p{L}\p{N}\p{M}∞∇∂]+/gu) ?? []).flatMap(wordTerms);
}

/** Calls `visit` for every term of a text without formulas, common words included, in order, and where it stands. */
export function visitTerms(text: string, visit: (term: string, start: number, end: number) => void): void {
  const pattern = patternFor(text);
  const isAscii = pattern === asciiWordPattern;
  for (const { 0: word, index: start } of text.matchAll(pattern)) {
    const end = start + word.length;
    if (isAscii && !word.startsWith('\\')) visit(word.toLowerCase(), start, end);
    else for (const term of wordTerms(word)) visit(term, start, end);
  }
}

/** Every term of a text without formulas, common words included, in order. */
export function tokenizeText(text: string): Token[] {
  const tokens: Token[] = [];
  visitTerms(text, (term, start, end) => tokens.push({ term, start, end }));
  return tokens;
}

/** Every term of a text with formulas, common words included, in order. */
export function tokenizeSegments(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) =>
    typeof segment === 'string' ? tokenizeText(segment).map(({ term }) => term) : tokenizeFormula(segment[0]),
  );
}

/** Those terms of a text that are in the index, repeats included: the `tokenize` of a full MiniSearch index. */
export function indexTerms(segments: readonly Segment[]): string[] {
  return tokenizeSegments(segments).filter(isIndexed);
}
