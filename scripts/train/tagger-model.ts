import { HashedLexicon, lexiconSlot, lexiconSlots } from '#restore/hashed-lexicon.ts';
import { featureRowCount } from '#restore/features.ts';
import { denseLayout } from '#restore/network-layout.ts';
import type { TaggerParameters } from '#restore/tagger-weights.ts';
import { wordRowCount } from '#restore/word-rows.ts';
import type { CountedLexicon } from './lexicon.ts';

/** Units per standard deviation in which the tables are stored: fewer are smaller and worse. */
const stepsPerDeviation = { embedding: 4, features: 8 };

/** Rounds what tagger.cpp wrote (`save` in it) to the parameters in use. */
export function quantiseTagger(
  bytes: Uint8Array,
  lexicon: CountedLexicon,
  commands: readonly string[],
): TaggerParameters {
  const head = new Int32Array(bytes.buffer, bytes.byteOffset, 8);
  const channels = head[0]!;
  const width = head[1]!;
  const denseSize = denseLayout(channels, width).size;
  const expected = 32 + 4 * (denseSize + wordRowCount * width + featureRowCount * channels);
  if (bytes.length !== expected)
    throw new Error(`tagger.f32 has ${bytes.length} bytes, not ${expected}: compile tagger.cpp anew.`);
  let at = bytes.byteOffset + 32;
  const floats = (count: number): Float32Array => {
    const values = new Float32Array(bytes.buffer, at, count);
    at += 4 * count;
    return values;
  };
  const dense = floats(denseSize).slice();
  const embedding = quantise(floats(wordRowCount * width), stepsPerDeviation.embedding);
  const features = quantise(floats(featureRowCount * channels), stepsPerDeviation.features);
  return {
    network: { channels, embedding: { width, ...embedding }, features, dense },
    lexicon: new HashedLexicon(new Set(commands), packLevels(lexicon)),
  };
}

function quantise(values: Float32Array, perDeviation: number): { values: Int8Array; step: number } {
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  const step = Math.sqrt(square) / perDeviation;
  return {
    values: Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value / step)))),
    step,
  };
}

/** The levels of all words seen twice or more; where two meet in one slot the more frequent one wins. */
function packLevels(lexicon: CountedLexicon): Uint8Array {
  lexicon.leaveOut(undefined);
  const levels = new Uint8Array(lexiconSlots / 2);
  const words = [...lexicon.counts].sort(([, a], [, b]) => a.math + a.prose - (b.math + b.prose));
  for (const [word] of words) {
    const level = lexicon.level(word);
    const slot = lexiconSlot(word);
    const shift = (slot & 1) * 4;
    if (level > 0) levels[slot >> 1] = (levels[slot >> 1]! & ~(15 << shift)) | (level << shift);
  }
  return levels;
}
