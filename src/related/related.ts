import { fold } from '#text/fold.ts';
import type { Related } from './schema.ts';
import { indexTerms, type TermIndex } from './term-index.ts';
import type { RelatedDocument } from './vocabulary.ts';

/** How many of a document's heaviest terms look for candidates, and how many documents each may bring. */
const searchedTerms = 24;
const maxPostings = 2000;
/** How many candidates are compared in full. */
const maxCandidates = 60;
/** From this cosine on two documents are taken for versions of one paper, which is no news to its reader. */
const nearCopy = 0.9;
const minScore = 0.06;
const maxShownTerms = 4;
/** The share of the similarity from which on a term counts as a reason. */
const minShare = 0.05;

/**
 * For each document the `count` most similar others, with the terms that made them so, heaviest first.
 *
 * Similarity is the cosine of TF-IDF vectors over stems and pairs of stems (Salton and Buckley, 1988). Candidates
 * come from the postings of a document's heaviest terms, cut to the documents in which a term weighs most, so that
 * time grows nearly linearly; the best candidates are then compared in full. Near copies and documents with hardly
 * anything in common are left out, so there may be fewer than `count`. The order of the documents does not matter.
 */
export function relatedPapers(documents: readonly RelatedDocument[], count = 5): Map<string, Related[]> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const index = indexTerms(sorted);
  const finder = new CandidateFinder(index, sorted.length);
  const query = new Float32Array(index.termCount);
  const related = new Map<string, Related[]>();
  const titles = sorted.map(({ title }) => fold(title).replace(/[^\p{L}\p{N}]+/gu, ' '));
  sorted.forEach(({ id }, document) => {
    const own = index.terms[document]!;
    const weights = index.weights[document]!;
    own.forEach((term, place) => (query[term] = weights[place]!));
    const seen = new Set([titles[document]!]);
    const best = finder
      .find(document)
      .map((other) => ({ other, score: cosine(index, query, other) }))
      .filter(({ score }) => score >= minScore && score < nearCopy)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .filter(({ other }) => !seen.has(titles[other]!) && seen.add(titles[other]!))
      .slice(0, count);
    related.set(
      id,
      best.map(({ other, score }) => ({
        id: sorted[other]!.id,
        score: Math.round(score * 1000) / 1000,
        terms: sharedTerms(index, query, other, minShare * score),
      })),
    );
    own.forEach((term) => (query[term] = 0));
  });
  return related;
}

function cosine({ terms, weights }: TermIndex, query: Float32Array, other: number): number {
  const otherTerms = terms[other]!;
  const otherWeights = weights[other]!;
  let sum = 0;
  for (let place = 0; place < otherTerms.length; place++)
    sum += query[otherTerms[place]!]! * otherWeights[place]!;
  return sum;
}

/** The labels of the shared terms that add at least `bar`, those that add most first; none is part of another. */
function sharedTerms(
  { terms, weights, label: labelOf }: TermIndex,
  query: Float32Array,
  other: number,
  bar: number,
): string[] {
  const otherWeights = weights[other]!;
  const shared = [...terms[other]!]
    .map((term, place) => ({ term, product: query[term]! * otherWeights[place]! }))
    .filter(({ product }) => product > 0 && product >= bar)
    .sort((a, b) => b.product - a.product || a.term - b.term)
    .slice(0, 3 * maxShownTerms);
  const chosen: string[] = [];
  for (const { term } of shared) {
    const label = labelOf(term);
    const parts = new Set(label.split(' '));
    const isPart = chosen.some((longer) => [...parts].every((part) => longer.split(' ').includes(part)));
    if (isPart) continue;
    const widened = chosen.findIndex((shorter) => shorter.split(' ').every((part) => parts.has(part)));
    if (widened >= 0) chosen[widened] = label;
    else if (chosen.length < maxShownTerms) chosen.push(label);
  }
  return [...new Set(chosen)];
}

/** Collects documents that share a document's heaviest terms. */
class CandidateFinder {
  readonly #index: TermIndex;
  readonly #sums: Float32Array;

  constructor(index: TermIndex, documentCount: number) {
    this.#index = index;
    this.#sums = new Float32Array(documentCount);
  }

  /** The documents that share most of the weight of the searched terms, without the document itself. */
  find(document: number): number[] {
    const { terms, weights, postings, postingWeights } = this.#index;
    const sums = this.#sums;
    const touched: number[] = [];
    const own = terms[document]!.subarray(0, searchedTerms);
    own.forEach((term, place) => {
      const weight = weights[document]![place]!;
      const documents = postings[term]!;
      const documentWeights = postingWeights[term]!;
      const end = Math.min(documents.length, maxPostings);
      for (let at = 0; at < end; at++) {
        const other = documents[at]!;
        if (sums[other] === 0) touched.push(other);
        sums[other]! += weight * documentWeights[at]!;
      }
    });
    const bar = barOf(touched, sums, maxCandidates);
    const candidates = touched.filter((other) => other !== document && sums[other]! >= bar);
    for (const other of touched) sums[other] = 0;
    return candidates;
  }
}

/** A sum that about `wanted` of the documents reach, found by a histogram instead of sorting. */
function barOf(touched: readonly number[], sums: Float32Array, wanted: number): number {
  if (touched.length <= wanted) return 0;
  const bins = new Int32Array(1024);
  for (const other of touched) bins[Math.min(1023, Math.floor(sums[other]! * 1024))]!++;
  let reached = 0;
  let bin = 1023;
  while (bin > 0 && reached + bins[bin]! <= wanted) reached += bins[bin--]!;
  return (reached === 0 ? bin : bin + 1) / 1024;
}
