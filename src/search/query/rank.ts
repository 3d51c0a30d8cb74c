import { fieldBoosts, filterField, searchFields } from '#search/options.ts';
import type { TermPostings } from '#search/format/term-shard.ts';
import { inverseDocumentFrequency, termWeights } from './bm25.ts';
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

/** Documents that may match: their scores, and the bits of what they have. Room for every document of the corpus. */
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

  /** Forgets all candidates; for the next query, since making room anew takes longer than most queries. */
  clear(): void {
    for (let i = 0; i < this.count; i++) {
      const document = this.documents[i] as number;
      this.scores[document] = 0;
      this.bits[document] = 0;
    }
    this.count = 0;
  }

  /** Gives a document a bit if it has all those of `gate`, and says whether it has. */
  mark(document: number, bit: number, gate: number): boolean {
    const bits = this.bits[document] as number;
    if ((bits & gate) !== gate) return false;
    if (bits === 0) this.documents[this.count++] = document;
    this.bits[document] = bits | bit;
    return true;
  }
}

function sizeOf({ fields, matches, documents }: Finding): number {
  let size = 0;
  for (const [start, end] of documents) size += end - start;
  for (const { postings } of matches)
    for (const field of fields) size += postings[field]?.documents.length ?? 0;
  return size;
}

/**
 * Scores documents as MiniSearch does: the sum over matched terms and fields. What every answer must have is gone
 * through first, the rarest before all, so that common words are scored only where they can count.
 */
export function scoreCandidates(
  candidates: Candidates,
  findings: readonly Finding[],
  clauses: readonly PlannedClause[],
  averageLengths: readonly number[],
): void {
  candidates.clear();
  const required = requiredBits(clauses);
  const ordered = findings
    .map((finding) => ({ finding, size: finding.bit & required ? sizeOf(finding) : Infinity }))
    .sort((a, b) => (a.size === b.size ? 0 : a.size - b.size));
  let gate = 0;
  for (const { finding } of ordered) {
    scoreFinding(candidates, finding, gate, averageLengths);
    gate |= finding.bit & required;
  }
}

function scoreFinding(
  candidates: Candidates,
  { bit, scores, fields, matches, documents }: Finding,
  gate: number,
  averageLengths: readonly number[],
): void {
  for (const [start, end] of documents) {
    for (let document = start; document < end; document++) candidates.mark(document, bit, gate);
  }
  const documentCount = candidates.scores.length;
  for (const field of fields) {
    const name = scores ? searchFields[field] : undefined;
    const weightOf = termWeights(averageLengths[field] ?? 1);
    for (const { weight, postings } of matches) {
      const list = postings[field];
      if (!list) continue;
      const { documents: rows, frequencies, lengths } = list;
      const factor =
        name === undefined
          ? 0
          : weight * fieldBoosts[name] * inverseDocumentFrequency(rows.length, documentCount);
      for (let row = 0; row < rows.length; row++) {
        const document = rows[row] as number;
        if (candidates.mark(document, bit, gate) && factor > 0)
          candidates.scores[document]! +=
            factor * weightOf(frequencies[row] as number, lengths[row] as number);
      }
    }
  }
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

/** The bits that a document must have to satisfy all clauses. */
function requiredBits(clauses: readonly PlannedClause[]): number {
  return clauses.filter(isRequirement).reduce((bits, { alternatives }) => bits | alternatives[0]!.mask, 0);
}

/** Whether a clause leaves no choice. */
function isRequirement({ alternatives, negated }: PlannedClause): boolean {
  return !negated && alternatives.length === 1;
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
  const required = requiredBits(clauses);
  const choices = clauses.filter((clause) => !isRequirement(clause));
  const documents = new Uint32Array(candidates.count);
  const scores = new Float64Array(candidates.count);
  const kept = new Int32Array(candidates.count);
  let count = 0;
  for (let i = 0; i < candidates.count; i++) {
    const document = candidates.documents[i] as number;
    const bits = candidates.bits[document] as number;
    if ((bits & required) !== required) continue;
    if (choices.length > 0 && !satisfies(bits, choices)) continue;
    let matched = 0;
    for (let source = 0; source < sourceMasks.length; source++)
      if (bits & (sourceMasks[source] as number)) matched++;
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
