import { fieldBoosts, filterField, searchFields } from '#search/options.ts';
import type { TermPostings } from '#search/format/term-shard.ts';
import { inverseDocumentFrequency, termWeight } from './bm25.ts';
import type { PlannedClause, PlannedPhrase } from './plan-query.ts';

/** A term of the index that matched a word, and how much a match counts: 1 for the word itself. */
export interface MatchedTerm {
  term: string;
  weight: number;
  postings: TermPostings;
}

/** What was found for one bit of the query. */
export interface Finding {
  bit: number;
  /** The query's own term; null for a filter. */
  source: string | null;
  scores: boolean;
  fields: readonly number[];
  matches: readonly MatchedTerm[];
  documents: readonly (readonly [start: number, end: number])[];
}

/** Documents with anything of the query: their scores, and the bits of what they have. */
export class Candidates {
  readonly scores: Float64Array;
  readonly bits: Int32Array;
  readonly documents: Uint32Array;
  count = 0;

  constructor(documentCount: number) {
    this.scores = new Float64Array(documentCount);
    this.bits = new Int32Array(documentCount);
    this.documents = new Uint32Array(documentCount);
  }

  mark(document: number, bit: number): void {
    if (this.bits[document] === 0) this.documents[this.count++] = document;
    this.bits[document] = (this.bits[document] as number) | bit;
  }
}

/** Scores every document with anything of the query as MiniSearch does: the sum over matched terms and fields. */
export function scoreCandidates(
  findings: readonly Finding[],
  documentCount: number,
  averageLengths: readonly number[],
): Candidates {
  const candidates = new Candidates(documentCount);
  for (const { bit, scores, fields, matches, documents } of findings) {
    for (const [start, end] of documents) {
      for (let document = start; document < end; document++) candidates.mark(document, bit);
    }
    for (const { weight, postings } of matches) {
      for (const field of fields) {
        const list = postings[field];
        if (!list) continue;
        const name = searchFields[field];
        const averageLength = averageLengths[field] as number;
        const factor =
          name !== undefined && scores
            ? weight * fieldBoosts[name] * inverseDocumentFrequency(list.documents.length, documentCount)
            : 0;
        for (let row = 0; row < list.documents.length; row++) {
          const document = list.documents[row] as number;
          candidates.mark(document, bit);
          if (factor > 0) {
            candidates.scores[document]! +=
              factor * termWeight(list.frequencies[row]!, list.lengths[row]!, averageLength);
          }
        }
      }
    }
  }
  return candidates;
}

/** Fields of a filter's postings. */
export const filterFields = [filterField] as const;

/** Documents, the score of each, and the bits of what each has of the query. */
export interface Ranking {
  documents: Uint32Array;
  scores: Float64Array;
  bits: Int32Array;
}

/**
 * Whether a document's bits satisfy all clauses.
 *
 * @param hasPhrase decides phrases; without it they are taken to hold where they are wanted, and not to hold where
 *   they are excluded, so that no document is lost before its text can tell.
 */
export function satisfies(
  bits: number,
  clauses: readonly PlannedClause[],
  hasPhrase?: (phrase: PlannedPhrase) => boolean,
): boolean {
  return clauses.every(
    ({ alternatives, negated }) =>
      alternatives.some(
        ({ mask, phrase }) =>
          (bits & mask) === mask && (phrase === null || (hasPhrase ? hasPhrase(phrase) : !negated)),
      ) !== negated,
  );
}

/**
 * The documents that satisfy all clauses, scored as MiniSearch does at last: the sum times the number of different
 * words of the query that matched. Not yet sorted.
 */
export function combine(
  candidates: Candidates,
  findings: readonly Finding[],
  clauses: readonly PlannedClause[],
): Ranking {
  const masksBySource = new Map<string, number>();
  for (const { bit, source, scores } of findings) {
    if (source !== null && scores) masksBySource.set(source, (masksBySource.get(source) ?? 0) | bit);
  }
  const sourceMasks = [...masksBySource.values()];
  const documents = new Uint32Array(candidates.count);
  const scores = new Float64Array(candidates.count);
  const kept = new Int32Array(candidates.count);
  let count = 0;
  for (let i = 0; i < candidates.count; i++) {
    const document = candidates.documents[i] as number;
    const bits = candidates.bits[document] as number;
    if (!satisfies(bits, clauses)) continue;
    let matched = 0;
    for (const mask of sourceMasks) if (bits & mask) matched++;
    documents[count] = document;
    kept[count] = bits;
    scores[count++] = (candidates.scores[document] as number) * (matched || 1);
  }
  return {
    documents: documents.subarray(0, count),
    scores: scores.subarray(0, count),
    bits: kept.subarray(0, count),
  };
}

/** The `count` best of a ranking, best first; equal scores: the higher number, so the newer, first. */
export function selectBest({ documents, scores, bits }: Ranking, count: number): Ranking {
  const best: number[] = [];
  const isBetter = (a: number, b: number) =>
    (scores[a] as number) > (scores[b] as number) ||
    (scores[a] === scores[b] && (documents[a] as number) > (documents[b] as number));
  for (let i = 0; i < documents.length; i++) {
    if (best.length === count && !isBetter(i, best[count - 1] as number)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBetter(best[middle] as number, i)) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, i);
    if (best.length > count) best.pop();
  }
  return {
    documents: Uint32Array.from(best, (i) => documents[i] as number),
    scores: Float64Array.from(best, (i) => scores[i] as number),
    bits: Int32Array.from(best, (i) => bits[i] as number),
  };
}
