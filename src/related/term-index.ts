import { Vocabulary, type RelatedDocument } from './vocabulary.ts';

/**
 * Documents as unit vectors of TF-IDF weights. A term is a stem or a pair of neighbouring stems. Words that no other
 * document has count in a vector's length, but are not kept.
 *
 * - `terms[d]`, `weights[d]`: the vector of document d, heaviest term first.
 * - `postings[t]`, `postingWeights[t]`: the documents with term t, those first in which it weighs most.
 * - `label(t)`: the term as the documents write it most often.
 */
export interface TermIndex {
  termCount: number;
  terms: Uint32Array[];
  weights: Float32Array[];
  postings: Uint32Array[];
  postingWeights: Float32Array[];
  label(term: number): string;
}

/** Pairs repeat what their words say already. */
const pairFactor = 0.7;

/** Builds the index. Terms are numbered in the order of their first appearance. */
export function indexTerms(documents: readonly RelatedDocument[]): TermIndex {
  const vocabulary = new Vocabulary(documents);
  const counted: { terms: Uint32Array; times: Uint16Array }[] = [];
  vocabulary.countAll((_, counts) =>
    counted.push({ terms: Uint32Array.from(counts.keys()), times: Uint16Array.from(counts.values()) }),
  );
  const { documentCounts } = vocabulary;
  const idf = Float64Array.from(
    documentCounts,
    (count, term) =>
      Math.log(documents.length / Math.max(1, count)) * (vocabulary.isPair(term) ? pairFactor : 1),
  );
  const isKept = (term: number): boolean => documentCounts[term]! > 1 && idf[term]! > 0;
  const index: TermIndex = {
    termCount: documentCounts.length,
    terms: [],
    weights: [],
    postings: documentCounts.map((count, term) => new Uint32Array(isKept(term) ? count : 0)),
    postingWeights: documentCounts.map((count, term) => new Float32Array(isKept(term) ? count : 0)),
    label: (term) => vocabulary.label(term),
  };
  const filled = new Uint32Array(documentCounts.length);
  counted.forEach(({ terms, times }, document) => {
    let square = 0;
    const weights = new Float32Array(terms.length);
    const kept: number[] = [];
    terms.forEach((term, place) => {
      if (documentCounts[term] === 1 && vocabulary.isPair(term)) return;
      const weight = (1 + Math.log(times[place]!)) * idf[term]!;
      square += weight * weight;
      weights[place] = weight;
      if (isKept(term)) kept.push(place);
    });
    kept.sort((a, b) => weights[b]! - weights[a]! || terms[a]! - terms[b]!);
    const norm = Math.sqrt(square) || 1;
    index.terms.push(Uint32Array.from(kept, (place) => terms[place]!));
    index.weights.push(Float32Array.from(kept, (place) => weights[place]! / norm));
    for (const place of kept) {
      const term = terms[place]!;
      const slot = filled[term]!++;
      index.postings[term]![slot] = document;
      index.postingWeights[term]![slot] = weights[place]! / norm;
    }
  });
  for (let term = 0; term < index.termCount; term++) sortPostings(index, term);
  return index;
}

/** Puts the documents first in which a term weighs most. */
function sortPostings({ postings, postingWeights }: TermIndex, term: number): void {
  const documents = postings[term]!;
  const weights = postingWeights[term]!;
  if (documents.length < 2) return;
  const order = Uint32Array.from(documents.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  postings[term] = order.map((place) => documents[place]!);
  postingWeights[term] = Float32Array.from(order, (place) => weights[place]!);
}
