import { bm25 } from '#search/options.ts';

/** How much a term tells: that of MiniSearch's `calcBM25Score`, with `matching` documents of all that have it. */
export function inverseDocumentFrequency(matching: number, documentCount: number): number {
  return Math.log(1 + (documentCount - matching + 0.5) / (matching + 0.5));
}

/**
 * The other factor of MiniSearch's `calcBM25Score` (BM25+): frequency, damped, in a field of some length. Answers the
 * function of both for fields of this average length.
 */
export function termWeights(averageLength: number): (frequency: number, length: number) => number {
  const { k, b, d } = bm25;
  const base = k * (1 - b);
  const slope = (k * b) / averageLength;
  return (frequency, length) => d + (frequency * (k + 1)) / (frequency + base + slope * length);
}
