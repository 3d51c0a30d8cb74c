import { fold } from '#text/fold.ts';
import { keyOfTexts, TermCoder } from '#text/term-coder.ts';
import { affectedBy } from './affected.ts';
import { CandidateFinder } from './candidate-finder.ts';
import type { Related, RelatedDocument } from './schema.ts';
import { sharedTerms } from './shared-terms.ts';
import { indexTerms, type TermIndex } from './term-index.ts';

/** How many documents each searched term may bring. */
const maxPostings = 2000;
/** From this cosine on two documents are taken for versions of one paper, which is no news to its reader. */
const nearCopy = 0.9;
const minScore = 0.06;
/** The share of the similarity from which on a term counts as a reason. */
const minShare = 0.05;

/** What relating documents found, from which it goes on when others have come. */
export interface Relations {
  /** By id, as many as asked for, the most similar first. */
  related: Map<string, Related[]>;
  /** By id: what a document must share of the searched terms, at the least, to be compared in full. */
  bars: Map<string, number>;
  /** By id: a digest of the document. */
  digests: Map<string, string>;
}

/**
 * How documents are related: how many are wanted of each, who finds their terms, and what was found without some of
 * them.
 */
export interface RelateOptions {
  count?: number;
  coder?: TermCoder;
  known?: Relations | undefined;
}

/** For each document the `count` most similar others: see `relate`. */
export const relatedPapers = (
  documents: readonly RelatedDocument[],
  count?: number,
): Map<string, Related[]> => relate(documents, count === undefined ? {} : { count }).related;

/**
 * For each document the `count` most similar others, with the terms that made them so, heaviest first.
 *
 * Similarity is the cosine of TF-IDF vectors over stems and pairs of stems (Salton and Buckley, 1988). Candidates come
 * from the postings of a document's heaviest terms, cut to the documents in which a term weighs most, so that time
 * grows nearly linearly; the best candidates are then compared in full. Near copies and documents with hardly anything
 * in common are left out, so there may be fewer than `count`. New documents do not count in the weights of terms. The
 * order of the documents does not matter, nor what `coder` has kept, nor what is `known`: where all that came since are
 * new documents, only those are compared again that may be related to them.
 */
export function relate(
  documents: readonly RelatedDocument[],
  { count = 5, coder = new TermCoder(), known }: RelateOptions = {},
): Relations {
  const sorted = [...documents].sort(
    (a, b) => Number(a.isNew === true) - Number(b.isNew === true) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const keys = sorted.map(keyOfTexts);
  const coded = sorted.map((document, place) => coder.code(document, keys[place]!));
  const digests = new Map(sorted.map(({ id, isNew }, place) => [id, `${keys[place]!} ${isNew === true}`]));
  const weighing = sorted.filter(({ isNew }) => isNew !== true).length;
  const index = indexTerms(coded, weighing, coder.spellings, maxPostings);
  const newcomers = known === undefined ? null : newcomersTo(known, sorted, digests);
  const isAffected =
    newcomers === null
      ? () => true
      : affectedBy(
          newcomers,
          index,
          sorted.map(({ id }) => known!.bars.get(id) ?? 0),
        );
  const finder = new CandidateFinder(index, sorted.length);
  const query = new Float32Array(index.termCount);
  const relations: Relations = { related: new Map(), bars: new Map(), digests };
  const titles = sorted.map(({ title }) => fold(title).replace(/[^\p{L}\p{N}]+/gu, ' '));
  const { starts, numbers, weights } = index.vectors;
  sorted.forEach(({ id }, document) => {
    if (!isAffected(document)) {
      relations.related.set(id, known!.related.get(id)!);
      relations.bars.set(id, known!.bars.get(id)!);
      return;
    }
    for (let at = starts[document]!; at < starts[document + 1]!; at++) query[numbers[at]!] = weights[at]!;
    const seen = new Set([titles[document]!]);
    const { candidates, bar } = finder.find(document);
    const best = candidates
      .map((other) => ({ other, score: cosine(index, query, other) }))
      .filter(({ score }) => score >= minScore && score < nearCopy)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .filter(({ other }) => !seen.has(titles[other]!) && seen.add(titles[other]!))
      .slice(0, count);
    relations.bars.set(id, bar);
    relations.related.set(
      id,
      best.map(({ other, score }) => ({
        id: sorted[other]!.id,
        score: Math.round(score * 1000) / 1000,
        terms: sharedTerms(index, query, other, minShare * score),
      })),
    );
    for (let at = starts[document]!; at < starts[document + 1]!; at++) query[numbers[at]!] = 0;
  });
  return relations;
}

/**
 * The places of the documents that came since; null where others changed or went, or one that came is no new document.
 */
function newcomersTo(
  { digests: known }: Relations,
  sorted: readonly RelatedDocument[],
  digests: ReadonlyMap<string, string>,
): number[] | null {
  const newcomers: number[] = [];
  sorted.forEach(({ id }, place) => {
    if (known.get(id) !== digests.get(id)) newcomers.push(place);
  });
  const haveOnlyCome = newcomers.every((place) => {
    const { id, isNew } = sorted[place]!;
    return isNew === true && !known.has(id);
  });
  return haveOnlyCome && known.size + newcomers.length === sorted.length ? newcomers : null;
}

function cosine({ vectors }: TermIndex, query: Float32Array, other: number): number {
  const { starts, numbers, weights } = vectors;
  const end = starts[other + 1]!;
  let sum = 0;
  for (let at = starts[other]!; at < end; at++) sum += query[numbers[at]!]! * weights[at]!;
  return sum;
}
