import { fold } from '#text/fold.ts';
import { isIndexed } from './common-words.ts';
import { nameOfCommand, signNames } from './symbols.ts';

/** A search term and the UTF-16 range of the text it was read from: its word, or the formula that it is in. */
export interface Token {
  term: string;
  start: number;
  end: number;
  inFormula: boolean;
}

const signs = [...signNames.keys()].join('');

/** Round brackets in round brackets, as far as formulas in running text have them. */
const bracketed = ['', '', ''].reduce(
  (inner) => String.raw`\([^()"]{0,60}(?:${inner}[^()"]{0,60}){0,4}\)`,
  String.raw`\(\)`,
);

const braced = String.raw`\{[^{}"]{0,60}(?:\{[^{}"]{0,60}\}[^{}"]{0,60}){0,4}\}`;

/**
 * What finds the words of a text whose letters are `letter`. A letter or a command with scripts or with something in
 * brackets after it is a formula, also in running text, and read as one word: `x_1`, `\sqrt{n}`, `O(n log n)`. So is a
 * word with a number for a script: `CO_2`. Signs are words of their own.
 */
function wordPatternOf(letter: string): string {
  const script = String.raw`[_^](?:${braced}|\\[a-z]+|[${letter}]+)`;
  return [
    String.raw`\\[a-z]+(?:${braced})*(?:${script})*(?:${bracketed})?`,
    String.raw`[${letter}](?:(?:${script})+(?:${bracketed})?|(?<!\d)${bracketed})`,
    String.raw`[${letter}]+(?:[_^](?:\{\d+\}|\d[${letter}]*))*`,
  ].join('|');
}

/** The source of a pattern, with the flags `iu`, of a word or a formula in running text. */
export const wordSource = `${wordPatternOf(String.raw`\p{L}\p{N}\p{M}`)}|[${signs}]`;

const wordPattern = new RegExp(wordSource, 'giu');
const asciiWordPattern = new RegExp(wordPatternOf('a-z0-9'), 'gi');

/** What a letter or digit of a plain word is in lower case, by its code; 0 for all that ends a word. */
export const plainLetters = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const formattingPattern =
  /\\(?:math(?:bb|cal|rm|bf|sf|it|frak|scr|tt)|boldsymbol|bm|text(?:bf|it|rm|sf|tt)?|operatorname|hat|tilde|bar|vec|widehat|widetilde|overline|rm|bf|cal|left|right)(?![a-z])\s*/gi;

const formulaWordPattern = new RegExp(String.raw`[\p{L}\p{N}\p{M}]+|[${signs}]`, 'gu');

/** What finds the words of a text, those of formulas in it included; plain text has a faster one. */
function patternFor(text: string): RegExp {
  return /^[\0-\x7f]*$/.test(text) ? asciiWordPattern : wordPattern;
}

/** The words of a text without marked formulas as they stand there. */
export function wordsOf(text: string): readonly string[] {
  return text.match(patternFor(text)) ?? [];
}

/**
 * Where the plain word that begins at `start` ends in a text of ASCII, which is read much faster letter by letter than
 * by a pattern: `start` itself where there is none, or where a formula may begin.
 */
export function plainWordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && plainLetters[text.charCodeAt(end)] !== 0) end++;
  const next = text[end];
  return next === '_' || next === '^' || (next === '(' && end === start + 1) ? start : end;
}

const asciiWordHere = new RegExp(asciiWordPattern.source, 'iy');

/** The word that begins at a place of a text of ASCII where no word reaches over, if any does. */
export function wordAt(text: string, start: number): string | null {
  asciiWordHere.lastIndex = start;
  return asciiWordHere.exec(text)?.[0] ?? null;
}

/** Whether a word of running text is a formula. */
export function isFormula(word: string): boolean {
  return /[\\_^(]/.test(word);
}

/** A formula of running text whose base is a symbol by its name (`pi_0`) with the command for it. */
function asCommand(word: string): string {
  const [name = ''] = /^[a-z]{2,}(?=[_^])/i.exec(word) ?? [];
  return nameOfCommand(name) === undefined ? word : `\\${word}`;
}

/** The terms of a word of running text, common ones included; nearly always one. */
function wordTerms(word: string): string[] {
  return isFormula(word) ? tokenizeFormula(asCommand(word)) : plainTerms(word);
}

/** The terms of letters and digits, or of a sign: lower case, without accents, every symbol by its name. */
function plainTerms(word: string): string[] {
  if (/^[a-z0-9]+$/i.test(word)) return [word.toLowerCase()];
  const name = signNames.get(word);
  if (name !== undefined) return [name];
  return word
    .normalize('NFKD')
    .replace(/[\u0370-\u03ff]/g, ' $& ')
    .split(' ')
    .map(fold)
    .filter((term) => term !== '');
}

/**
 * The terms of a formula's TeX. Scripts join their base, as readers type them: `\ell_1` is `l1`, `H_2O` is `h2o`;
 * named symbols and functions stand alone: `\epsilon_0` has `epsilon`, `\log n` has `log`.
 */
export function tokenizeFormula(tex: string): string[] {
  const plain = tex
    .replace(formattingPattern, '')
    .replace(/\\([a-z]+)/gi, (_, command: string) =>
      command === 'ell' ? 'l' : ` ${nameOfCommand(command) ?? ''} `,
    )
    .replace(/\}\s*\{/g, ' ')
    .replace(/[{}_^]/g, '');
  return (plain.match(formulaWordPattern) ?? []).flatMap(plainTerms);
}

/** Calls `visit` for every term of a text without marked formulas, common words included, in order. */
export function visitTerms(text: string, visit: (token: Token) => void): void {
  for (const { 0: word, index: start } of text.matchAll(patternFor(text))) {
    const end = start + word.length;
    const inFormula = isFormula(word);
    for (const term of wordTerms(word)) visit({ term, start, end, inFormula });
  }
}

/** Every term of a text without marked formulas, common words included, in order. */
export function tokenizeText(text: string): Token[] {
  const tokens: Token[] = [];
  visitTerms(text, (token) => tokens.push(token));
  return tokens;
}

/** Those terms of a word of running text that are in the index. */
export function indexTermsOfWord(word: string): string[] {
  return isFormula(word)
    ? indexTermsOfFormula(asCommand(word))
    : plainTerms(word).filter((term) => isIndexed(term));
}

/** Those terms of a formula that are in the index: also single letters. */
export function indexTermsOfFormula(tex: string): string[] {
  return tokenizeFormula(tex).filter((term) => isIndexed(term, true));
}
