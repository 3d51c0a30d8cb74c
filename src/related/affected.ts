import { searchedTerms } from './candidate-finder.ts';
import type { TermIndex } from './term-index.ts';

/** More than rounding adds to or takes from a sum of weights of searched terms. */
const rounding = 1e-5;

/**
 * Tells of a document, by its place in an index, whether anything in what is related to it may have changed since the
 * newcomers, new documents of the index, came: they are affected themselves, and so are those that get one of them as a
 * candidate, `bars` being what each asked of candidates, and those with a term that had no weight in the index before,
 * as one document alone had it, or that only new documents have, which tell how it is written.
 */
export function affectedBy(
  newcomers: readonly number[],
  { termCount, vectors, postings, weighingCounts, documentCounts }: TermIndex,
  bars: readonly number[],
): (document: number) => boolean {
  const affected = new Uint8Array(bars.length);
  const ofNewcomers = new Uint32Array(termCount);
  const termsOf = (document: number): Uint32Array =>
    vectors.numbers.subarray(vectors.starts[document]!, vectors.starts[document + 1]!);
  for (const newcomer of newcomers) {
    affected[newcomer] = 1;
    for (const term of termsOf(newcomer)) ofNewcomers[term]!++;
  }
  const weights = new Float32Array(termCount);
  for (const newcomer of newcomers) {
    const [start, end] = [vectors.starts[newcomer]!, vectors.starts[newcomer + 1]!];
    for (let at = start; at < end; at++) {
      const term = vectors.numbers[at]!;
      weights[term] = vectors.weights[at]!;
      if (weighingCounts[term]! > 0 && documentCounts[term]! - ofNewcomers[term]! > 1) continue;
      for (let place = postings.starts[term]!; place < postings.starts[term + 1]!; place++)
        affected[postings.numbers[place]!] = 1;
    }
    for (let document = 0; document < bars.length; document++) {
      if (affected[document] === 1) continue;
      const sum = sumOf(document, weights, vectors);
      if (sum > 0 && sum >= bars[document]! - rounding) affected[document] = 1;
    }
    for (const term of termsOf(newcomer)) weights[term] = 0;
  }
  return (document) => affected[document] === 1;
}

/** What the searched terms of a document weigh in it and in another together, whose weights are given by term. */
function sumOf(
  document: number,
  weights: Float32Array,
  { starts, numbers, weights: own }: TermIndex['vectors'],
): number {
  const end = Math.min(starts[document]! + searchedTerms, starts[document + 1]!);
  let sum = 0;
  for (let at = starts[document]!; at < end; at++) sum += weights[numbers[at]!]! * own[at]!;
  return sum;
}
