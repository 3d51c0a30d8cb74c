import type { NgramParameters } from './language-model.ts';
import { packSections, unpackSections } from './sections.ts';

/** Natural logarithms are stored in steps of this much, as one byte. */
const step = 0.08;

/** Packs an n-gram model: per node its number of children, its token, its probability and its back-off. */
export function packNgrams(parameters: NgramParameters): Uint8Array {
  const { tokens, parents, lastTokens, logProbabilities, logBackoffs } = parameters;
  const count = parents.length;
  const children = new Uint16Array(count);
  for (let node = 1; node < count; node++) children[parents[node]!]!++;
  const deltas = Uint16Array.from(lastTokens, (token, node) =>
    node > 1 && parents[node] === parents[node - 1] ? token - lastTokens[node - 1]! : token,
  );
  const inner = logBackoffs.filter((_, node) => children[node]! > 0);
  return packSections({
    tokens: Buffer.from(tokens.join('\n')),
    children: bytePlanes(children),
    tokenDeltas: bytePlanes(deltas.subarray(1)),
    probabilities: Uint8Array.from(logProbabilities.subarray(1), (value) =>
      Math.min(255, Math.round(-value / step)),
    ),
    backoffs: Uint8Array.from(inner, (value) => Math.max(0, Math.min(255, 192 + Math.round(value / step)))),
  });
}

/** Undoes `packNgrams`, up to rounding. */
export function unpackNgrams(packed: Uint8Array): NgramParameters {
  const section = unpackSections(packed);
  const tokens = new TextDecoder().decode(section('tokens')).split('\n');
  const children = fromBytePlanes(section('children'));
  const deltas = fromBytePlanes(section('tokenDeltas'));
  const probabilities = section('probabilities');
  const backoffs = section('backoffs');
  const count = children.length;
  const parents = new Int32Array(count).fill(-1);
  const lastTokens = new Uint16Array(count);
  const logProbabilities = new Float32Array(count);
  const logBackoffs = new Float32Array(count);
  let node = 1;
  let inner = 0;
  for (let parent = 0; parent < count; parent++) {
    if (children[parent]! > 0) logBackoffs[parent] = (backoffs[inner++]! - 192) * step;
    for (let i = 0; i < children[parent]!; i++, node++) {
      parents[node] = parent;
      lastTokens[node] = deltas[node - 1]! + (i > 0 ? lastTokens[node - 1]! : 0);
      logProbabilities[node] = -probabilities[node - 1]! * step;
    }
  }
  return { tokens, parents, lastTokens, logProbabilities, logBackoffs };
}

/** All low bytes, then all high bytes: they compress better apart. */
function bytePlanes(values: Uint16Array): Uint8Array {
  const planes = new Uint8Array(values.length * 2);
  values.forEach((value, i) => {
    planes[i] = value & 255;
    planes[values.length + i] = value >> 8;
  });
  return planes;
}

function fromBytePlanes(planes: Uint8Array): Uint16Array {
  const count = planes.length / 2;
  return Uint16Array.from({ length: count }, (_, i) => planes[i]! + 256 * planes[count + i]!);
}
