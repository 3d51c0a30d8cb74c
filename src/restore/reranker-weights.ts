import { type RerankerParameters, rerankerRowCount } from './reranker.ts';
import { packSections, unpackSections } from './sections.ts';

/** Packs the parameters: the rows that count, by how far each is behind the one before. */
export function packReranker({ scoreWeight, weights, step }: RerankerParameters): Uint8Array {
  const gaps: number[] = [];
  let last = -1;
  weights.forEach((weight, row) => {
    if (weight === 0) return;
    gaps.push(row - last);
    last = row;
  });
  return packSections({
    numbers: Buffer.from(JSON.stringify({ scoreWeight, step })),
    gaps: new Uint8Array(Uint32Array.from(gaps).buffer),
    weights: Uint8Array.from(weights.filter((weight) => weight !== 0)),
  });
}

/** Undoes `packReranker`. */
export function unpackReranker(packed: Uint8Array): RerankerParameters {
  const section = unpackSections(packed);
  const numbers = JSON.parse(new TextDecoder().decode(section('numbers'))) as {
    scoreWeight: number;
    step: number;
  };
  const kept = new Int8Array(section('weights').buffer);
  const weights = new Int8Array(rerankerRowCount);
  let row = -1;
  new Uint32Array(section('gaps').buffer).forEach((gap, i) => (weights[(row += gap)] = kept[i]!));
  return { ...numbers, weights };
}
