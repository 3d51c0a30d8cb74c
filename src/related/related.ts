import { fold } from '#text/fold.ts';
import { CandidateFinder } from './candidate-finder.ts';
import type { Related } from './schema.ts';
import { sharedTerms } from './shared-terms.ts';
import { TermCoder, type RelatedDocument } from './term-coder.ts';
import { indexTerms, type TermIndex } from './term-index.ts';

/** How many documents each searched term may bring. */
const maxPostings = 2000;
/** From this cosine on two documents are taken for versions of one paper, which is no news to its reader. */
const nearCopy = 0.9;
const minScore = 0.06;
/** The share of the similarity from which on a term counts as a reason. */
const minShare = 0.05;

/**
 * For each document the `count` most similar others, with the terms that made them so, heaviest first.
 *
 * Similarity is the cosine of TF-IDF vectors over stems and pairs of stems (Salton and Buckley, 1988). Candidates
 * come from the postings of a document's heaviest terms, cut to the documents in which a term weighs most, so that
 * time grows nearly linearly; the best candidates are then compared in full. Near copies and documents with hardly
 * anything in common are left out, so there may be fewer than `count`. New documents do not count in the weights of terms.
 * The order of the documents does not matter, nor what `coder` has kept.
 */
export function relatedPapers(
  documents: readonly RelatedDocument[],
  count = 5,
  coder = new TermCoder(),
): Map<string, Related[]> {
  const sorted = [...documents].sort(
    (a, b) => Number(a.isNew === true) - Number(b.isNew === true) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const coded = sorted.map((document) => coder.code(document));
  const weighing = sorted.filter(({ isNew }) => isNew !== true).length;
  const index = indexTerms(coded, weighing, coder.spellings, maxPostings);
  const finder = new CandidateFinder(index, sorted.length);
  const query = new Float32Array(index.termCount);
  const related = new Map<string, Related[]>();
  const titles = sorted.map(({ title }) => fold(title).replace(/[^\p{L}\p{N}]+/gu, ' '));
  const { starts, numbers, weights } = index.vectors;
  sorted.forEach(({ id }, document) => {
    for (let at = starts[document]!; at < starts[document + 1]!; at++) query[numbers[at]!] = weights[at]!;
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
    for (let at = starts[document]!; at < starts[document + 1]!; at++) query[numbers[at]!] = 0;
  });
  return related;
}

function cosine({ vectors }: TermIndex, query: Float32Array, other: number): number {
  const { starts, numbers, weights } = vectors;
  const end = starts[other + 1]!;
  let sum = 0;
  for (let at = starts[other]!; at < end; at++) sum += query[numbers[at]!]! * weights[at]!;
  return sum;
}
