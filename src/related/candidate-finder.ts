import type { TermIndex } from './term-index.ts';

/** How many of a document's heaviest terms look for candidates. */
export const searchedTerms = 24;
/** How many candidates are wanted. */
const maxCandidates = 60;
const binCount = 1024;

/** Collects documents that share a document's heaviest terms. */
export class CandidateFinder {
  readonly #index: TermIndex;
  readonly #sums: Float32Array;
  readonly #touched: Uint32Array;

  constructor(index: TermIndex, documentCount: number) {
    this.#index = index;
    this.#sums = new Float32Array(documentCount);
    this.#touched = new Uint32Array(documentCount);
  }

  /**
   * The documents that share most of the weight of the searched terms, without the document itself; and the weight from
   * which on a document is among them.
   */
  find(document: number): { candidates: number[]; bar: number } {
    const { vectors, postings } = this.#index;
    const sums = this.#sums;
    const touched = this.#touched;
    let count = 0;
    const start = vectors.starts[document]!;
    const end = Math.min(start + searchedTerms, vectors.starts[document + 1]!);
    for (let place = start; place < end; place++) {
      const term = vectors.numbers[place]!;
      const weight = vectors.weights[place]!;
      const last = postings.starts[term + 1]!;
      for (let at = postings.starts[term]!; at < last; at++) {
        const other = postings.numbers[at]!;
        const sum = sums[other]!;
        if (sum === 0) touched[count++] = other;
        sums[other] = sum + weight * postings.weights[at]!;
      }
    }
    const bar = barOf(touched, count, sums);
    const candidates: number[] = [];
    for (let at = 0; at < count; at++) {
      const other = touched[at]!;
      if (other !== document && sums[other]! >= bar) candidates.push(other);
      sums[other] = 0;
    }
    return { candidates, bar };
  }
}

/** A sum that about `maxCandidates` of the first `count` touched documents reach, by a histogram instead of sorting. */
function barOf(touched: Uint32Array, count: number, sums: Float32Array): number {
  if (count <= maxCandidates) return 0;
  const bins = new Int32Array(binCount);
  for (let at = 0; at < count; at++)
    bins[Math.min(binCount - 1, Math.floor(sums[touched[at]!]! * binCount))]!++;
  let reached = 0;
  let bin = binCount - 1;
  while (bin > 0 && reached + bins[bin]! <= maxCandidates) reached += bins[bin--]!;
  return (reached === 0 ? bin : bin + 1) / binCount;
}
