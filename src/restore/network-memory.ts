import { featureRowCount, featuresPerToken } from './features.ts';
import { labelCount, layerDilations } from './network-layout.ts';
import { rowsAtOnce, unitsPerActivation } from './network-module.ts';

/** How many words' embeddings are kept for the next texts. */
export const maxKnownWords = 16_000;
/** The rows of zeros before and after a text, for the widest convolution. */
export const marginRows = 16;
const weightLevels = 1023;

/** Where in the memory everything is, in bytes; `end` is its size. */
export function planAreas(channels: number, maxTokens: number, width: number) {
  let end = 0;
  const area = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 16) * 16;
    return start;
  };
  const row = 4 * channels;
  const rows = maxTokens + rowsAtOnce;
  const factors = 3 * layerDilations.length + 2;
  const areas = {
    hidden: area(rows * row),
    /** Sums over the occurrences of a word, and over the text; their products. */
    sums: area(rows * row),
    products: area(rows * row),
    units: area((rows + 2 * marginRows) * 2 * channels),
    features: area(2 * maxTokens * featuresPerToken),
    /** Of a token: first where its word is, then where its word's sum is. */
    offsets: area(4 * maxTokens),
    scales: area(4 * rows),
    scores: area(4 * maxTokens * labelCount),
    textProduct: area(rowsAtOnce * row),
    total: area(row),
    top: area(row),
    zeros: area(row),
    embedded: area(4 * width),
    projection: area(width * row),
    biases: area(layerDilations.length * row),
    output: area(labelCount * row),
    outputBias: area(4 * labelCount),
    weights: area(factors * 2 * channels * channels),
    table: area(featureRowCount * channels),
    knownWords: area(maxKnownWords * row),
  };
  return { ...areas, end };
}

/** Rounds square matrices, row by row and one behind the other, for `convolve`; answers the value of a sum's unit. */
export function packFactor(values: Float32Array, channels: number, target: Int16Array): number {
  const size = channels * channels;
  const taps = values.length / size;
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9);
  values.forEach((value, i) => {
    const [tap, c, column] = [Math.floor(i / size), Math.floor((i % size) / channels), i % channels];
    const block = Math.floor(column / 8) * taps + tap;
    const place = (block * (channels / 2) + (c >> 1)) * 16 + (column % 8) * 2 + (c & 1);
    target[place] = Math.round((value / most) * weightLevels);
  });
  return most / weightLevels / unitsPerActivation;
}
