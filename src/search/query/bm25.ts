import { bm25 } from '#search/options.ts';

/** How much a term tells: that of MiniSearch's `calcBM25Score`, with `matching` documents of all that have it. */
export function inverseDocumentFrequency(matching: number, documentCount: number): number {
  return Math.log(1 + (documentCount - matching + 0.5) / (matching + 0.5));
}

/** The other factor of MiniSearch's `calcBM25Score` (BM25+): frequency, damped, in a field of this length. */
export function termWeight(frequency: number, length: number, averageLength: number): number {
  const { k, b, d } = bm25;
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / averageLength));
}
