import { orderByWeight } from './order-by-weight.ts';
import type { CodedDocument, Spellings } from './term-coder.ts';
import { Vocabulary } from './vocabulary.ts';

/** Numbers with weights in rows: `starts[row]` to `starts[row + 1]` are those of a row. */
interface WeightedRows {
  starts: Uint32Array;
  numbers: Uint32Array;
  weights: Float32Array;
}

/**
 * Documents as unit vectors of TF-IDF weights. A term is a stem, or a pair of neighbouring stems that several of the
 * documents have that terms are weighed by. Words that no other document has count in a vector's length, but are not kept.
 *
 * - `vectors`: the terms of each document, heaviest first.
 * - `postings`: the documents of each term, at most `maxPostings`, namely those in which it weighs most.
 * - `label(t)`: the term as the documents write it most often.
 */
export interface TermIndex {
  termCount: number;
  vectors: WeightedRows;
  postings: WeightedRows;
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
  const vectors = vectorsOf(vocabulary, documents.length, weighing);
  return {
    termCount,
    vectors,
    postings: postingsOf(vectors, documents.length, termCount, maxPostings),
    label: (term) => vocabulary.label(term),
  };
}

function vectorsOf(vocabulary: Vocabulary, documentCount: number, weighing: number): WeightedRows {
  const { counts, termCount } = vocabulary;
  const documentCounts = new Uint32Array(termCount);
  const countTerms = (start: number, end: number): void => {
    for (let at = start; at < end; at++) documentCounts[counts.terms[at]!]!++;
  };
  const weighingEnd = counts.documents[weighing]!;
  countTerms(0, weighingEnd);
  const idf = Float64Array.from(documentCounts, (count, term) => {
    if (!vocabulary.isPair(term)) return Math.log(weighing / Math.max(1, count));
    return count > 1 ? Math.log(weighing / count) * pairFactor : 0;
  });
  countTerms(weighingEnd, counts.terms.length);
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
    // The order is of no account where all are kept.
    if (to - from > maxPostings) orderByWeight(numbers.subarray(from, to), weights.subarray(from, to));
    const kept = Math.min(to - from, maxPostings);
    numbers.copyWithin(end, from, from + kept);
    weights.copyWithin(end, from, from + kept);
    starts[term] = end;
    end += kept;
  }
  starts[termCount] = end;
  return { starts, numbers: numbers.slice(0, end), weights: weights.slice(0, end) };
}
