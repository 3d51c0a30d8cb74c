import { SearchFormatError } from './format-error.ts';
import type { ByteReader, ByteWriter } from './bytes.ts';

/** Writes a term as what it shares with the term before it and its own rest (front coding). */
export function writeTerm(out: ByteWriter, term: string, previous: string): void {
  let shared = 0;
  while (shared < previous.length && shared < term.length && previous[shared] === term[shared]) shared++;
  out.integer(shared);
  out.string(term.slice(shared));
}

export function readTerm(input: ByteReader, previous: string): string {
  const shared = input.integer();
  if (shared > previous.length) throw new SearchFormatError('its terms are not in order');
  return previous.slice(0, shared) + input.string();
}

export function writeTerms(out: ByteWriter, terms: readonly string[]): void {
  out.integer(terms.length);
  let previous = '';
  for (const term of terms) {
    writeTerm(out, term, previous);
    previous = term;
  }
}

export function readTerms(input: ByteReader): string[] {
  const terms: string[] = [];
  let previous = '';
  for (let i = input.count(2); i > 0; i--) {
    previous = readTerm(input, previous);
    terms.push(previous);
  }
  return terms;
}

/** The shortest text above `previous` and not above `term`: a file's label, so that labels stay short. */
export function shortestSeparator(previous: string, term: string): string {
  let shared = 0;
  while (shared < previous.length && previous[shared] === term[shared]) shared++;
  return term.slice(0, shared + 1);
}

/** The last index whose term is not above `term`, or -1. `terms` ascend by code units. */
export function lastNotAbove(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
