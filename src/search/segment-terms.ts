import { fold } from '#text/fold.ts';
import { isIndexed } from './common-words.ts';
import type { Segment } from './schema.ts';
import { isSign } from './symbols.ts';
import { indexTermsOfFormula, indexTermsOfWord, tokenizeFormula, tokenizeText, wordsOf } from './tokenize.ts';

/** A name that a formula makes with the letters glued to it, and the place of the formula among the segments. */
export interface GluedName {
  segment: number;
  term: string;
}

const longestPart = 30;

/** The names of a text as readers type them: `ufo3` for `UFO$^3$`, `l2m` for `$L^2$M`, `knn` for `$k$NN`. */
export function gluedNames(segments: readonly Segment[]): GluedName[] {
  if (segments.length < 2) return [];
  return segments.flatMap((segment, i) => {
    const own = typeof segment === 'string' ? null : nameOf(segment[0]);
    if (own === null) return [];
    const before = /[\p{L}\p{N}]*$/u.exec(textOf(segments[i - 1]).slice(-longestPart))![0];
    const after = /^[\p{L}\p{N}]*/u.exec(textOf(segments[i + 1]).slice(0, longestPart))![0];
    // A number with a formula is a quantity.
    const isName = /\p{L}/u.test(before) || /^\p{L}/u.test(after);
    return isName ? [{ segment: i, term: fold(before) + own + fold(after) }] : [];
  });
}

const textOf = (segment: Segment | undefined): string => (typeof segment === 'string' ? segment : '');

/** The one term of a formula that may be part of a name: letters and digits, but no sign. */
function nameOf(tex: string): string | null {
  const [term, ...others] = tokenizeFormula(tex);
  return term === undefined || others.length > 0 || isSign(term) ? null : term;
}

/** Every term of a text with formulas, common words included, in order; `joined`: glued names as one term each. */
export function tokenizeSegments(segments: readonly Segment[], joined = false): string[] {
  return (joined ? withNames(segments) : segments).flatMap((segment) =>
    typeof segment === 'string' ? tokenizeText(segment).map(({ term }) => term) : tokenizeFormula(segment[0]),
  );
}

/** The segments with the formulas of glued names as text. */
function withNames(segments: readonly Segment[]): Segment[] {
  const named = new Set(gluedNames(segments).map(({ segment }) => segment));
  const joined: Segment[] = [];
  segments.forEach((segment, i) => {
    const text = typeof segment === 'string' ? segment : named.has(i) ? nameOf(segment[0]) : null;
    const last = joined.at(-1);
    if (text === null) joined.push(segment);
    else if (typeof last === 'string') joined[joined.length - 1] = last + text;
    else joined.push(text);
  });
  return joined;
}

/** Those terms of a text that are in the index, repeats included: the `tokenize` of a full MiniSearch index. */
export function indexTerms(segments: readonly Segment[]): string[] {
  const terms = segments.flatMap((segment) =>
    typeof segment === 'string'
      ? wordsOf(segment).flatMap(indexTermsOfWord)
      : indexTermsOfFormula(segment[0]),
  );
  return [...terms, ...indexedNames(segments)];
}

/** The glued names that are in the index. */
export function indexedNames(segments: readonly Segment[]): string[] {
  return gluedNames(segments)
    .map(({ term }) => term)
    .filter((term) => isIndexed(term));
}
