import type { CodedDocument, Spellings } from '#text/term-coder.ts';
import { orderByWeight } from './order-by-weight.ts';
import { Vocabulary } from './vocabulary.ts';

/** Numbers with weights in rows: `starts[row]` to `starts[row + 1]` are those of a row. */
interface WeightedRows {
  starts: Uint32Array;
  numbers: Uint32Array;
  weights: Float32Array;
}

/**
 * Documents as unit vectors of TF-IDF weights. A term is a stem, or a pair of neighbouring stems that several of the
 * documents have that terms are weighed by. Words that no other document has count in a vector's length, but are not
 * kept.
 *
 * - `vectors`: the terms of each document, heaviest first.
 * - `postings`: the documents of each term; of those that terms are weighed by at most `maxPostings`, namely those in
 *   which it weighs most.
 * - `weighingCounts`, `documentCounts`: how many documents have a term, of those that terms are weighed by and of all.
 * - `label(t)`: the term as the documents write it most often.
 */
export interface TermIndex {
  termCount: number;
  vectors: WeightedRows;
  postings: WeightedRows;
  weighingCounts: Uint32Array;
  documentCounts: Uint32Array;
  label(term: number): string;
}

/** Pairs repeat what their words say already. */
const pairFactor = 0.7;

/** Builds the index. Terms are weighed by the first `weighing` documents. */
export function indexTerms(
  documents: readonly CodedDocument[],
  weighing: number,
  spellings: Spellings,
  maxPostings: number,
): TermIndex {
  const vocabulary = new Vocabulary(documents, weighing, spellings);
  const { termCount } = vocabulary;
  const { weighingCounts, documentCounts } = countDocuments(vocabulary, weighing);
  const idf = Float64Array.from(weighingCounts, (count, term) => {
    if (!vocabulary.isPair(term)) return Math.log(weighing / Math.max(1, count));
    return count > 1 ? Math.log(weighing / count) * pairFactor : 0;
  });
  const vectors = vectorsOf(vocabulary, documents.length, idf, documentCounts);
  return {
    termCount,
    vectors,
    postings: postingsOf(vectors, documents.length, termCount, weighing, maxPostings),
    weighingCounts,
    documentCounts,
    label: (term) => vocabulary.label(term),
  };
}

/** How many documents have each term: of the first `weighing`, and of all. */
function countDocuments(
  { counts, termCount }: Vocabulary,
  weighing: number,
): { weighingCounts: Uint32Array; documentCounts: Uint32Array } {
  const weighingCounts = new Uint32Array(termCount);
  const weighingEnd = counts.documents[weighing]!;
  for (let at = 0; at < weighingEnd; at++) weighingCounts[counts.terms[at]!]!++;
  const documentCounts = weighingCounts.slice();
  for (let at = weighingEnd; at < counts.terms.length; at++) documentCounts[counts.terms[at]!]!++;
  return { weighingCounts, documentCounts };
}

function vectorsOf(
  { counts }: Vocabulary,
  documentCount: number,
  idf: Float64Array,
  documentCounts: Uint32Array,
): WeightedRows {
  const starts = new Uint32Array(documentCount + 1);
  const numbers = new Uint32Array(counts.terms.length);
  const weights = new Float32Array(counts.terms.length);
  let end = 0;
  for (let document = 0; document < documentCount; document++) {
    const start = end;
    let square = 0;
    for (let at = counts.documents[document]!; at < counts.documents[document + 1]!; at++) {
      const term = counts.terms[at]!;
      const weight = (1 + Math.log(counts.times[at]!)) * idf[term]!;
      square += weight * weight;
      if (documentCounts[term] === 1 || weight === 0) continue;
      numbers[end] = term;
      weights[end++] = weight;
    }
    orderByWeight(numbers.subarray(start, end), weights.subarray(start, end));
    const norm = Math.sqrt(square) || 1;
    for (let at = start; at < end; at++) weights[at]! /= norm;
    starts[document + 1] = end;
  }
  return { starts, numbers: numbers.slice(0, end), weights: weights.slice(0, end) };
}

function postingsOf(
  vectors: WeightedRows,
  documentCount: number,
  termCount: number,
  weighing: number,
  maxPostings: number,
): WeightedRows {
  const starts = new Uint32Array(termCount + 1);
  for (const term of vectors.numbers) starts[term + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  const numbers = new Uint32Array(vectors.numbers.length);
  const weights = new Float32Array(vectors.numbers.length);
  const filled = starts.slice(0, termCount);
  for (let document = 0; document < documentCount; document++)
    for (let at = vectors.starts[document]!; at < vectors.starts[document + 1]!; at++) {
      const slot = filled[vectors.numbers[at]!]!++;
      numbers[slot] = document;
      weights[slot] = vectors.weights[at]!;
    }
  let end = 0;
  for (let term = 0; term < termCount; term++) {
    const [from, to] = [starts[term]!, starts[term + 1]!];
    starts[term] = end;
    // The order is of no account where all are kept.
    let weighed = to;
    if (to - from > maxPostings) {
      while (weighed > from && numbers[weighed - 1]! >= weighing) weighed--;
      orderByWeight(numbers.subarray(from, weighed), weights.subarray(from, weighed));
    }
    for (const [first, last] of [
      [from, Math.min(weighed, from + maxPostings)],
      [weighed, to],
    ] as const) {
      numbers.copyWithin(end, first, last);
      weights.copyWithin(end, first, last);
      end += last - first;
    }
  }
  starts[termCount] = end;
  return { starts, numbers: numbers.slice(0, end), weights: weights.slice(0, end) };
}
