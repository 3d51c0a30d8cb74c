import { featureRowCount, featuresPerToken } from './features.ts';
import { labelCount, layerDilations } from './network-layout.ts';
import { rowsAtOnce } from './product-kernels.ts';
import { unitsPerActivation } from './row-kernels.ts';

/** How many words' embeddings are kept for the next texts. */
export const maxKnownWords = 32_000;
const widest = Math.max(...layerDilations);
/**
 * The rows of zeros before and after a text: the widest convolution reads one row of the widest dilation before and
 * after its last block, which may begin with the text's last row.
 */
export const marginRows = 3 * widest;
const weightLevels = 1023;

/** The pairs of rows that a convolution of a text of `count` rows takes at a time, in so many blocks. */
export function planPairs(count: number, dilation: number) {
  const blocksAtOnce = Math.max(1, rowsAtOnce / dilation);
  const blocks = Math.ceil(count / (2 * dilation * blocksAtOnce)) * blocksAtOnce;
  return { blocks, perBlock: dilation, pairs: blocks * dilation };
}

/** Where in the memory everything is, in bytes; `end` is its size. */
export function planAreas(channels: number, maxTokens: number, width: number) {
  let end = 0;
  const area = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / 16) * 16;
    return start;
  };
  const row = 4 * channels;
  const rows = maxTokens + 2 * widest;
  const pairs = rows / 2;
  const factors = convolutionFactors * layerDilations.length + 2;
  const areas = {
    hidden: area(rows * row),
    /** Sums over the occurrences of a word, and over the text. */
    sums: area(rows * row),
    units: area((rows + 2 * marginRows) * 2 * channels),
    combined: area(convolutionFactors * pairs * 2 * channels),
    products: area(convolutionFactors * pairs * row),
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

/**
 * Rounds square matrices, row by row and one behind the other; answers them and the value of a unit of their products.
 */
export function roundFactors(values: Float32Array): { rounded: Int16Array; unit: number } {
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 1e-9);
  return {
    rounded: Int16Array.from(values, (value) => Math.round((value / most) * weightLevels)),
    unit: most / weightLevels / unitsPerActivation,
  };
}

/** How many products of matrices a convolution of width three takes for every two rows. */
export const convolutionFactors = 4;

/**
 * The factors of a convolution of width three for `combine` and `addConvolved`, from its three matrices one behind the
 * other: two rows cost four products instead of six (Winograd, Arithmetic Complexity of Computations, 1980; F(2, 3)).
 * Sums are twice as large, so that nothing need be halved.
 */
export function combineFactors(rounded: Int16Array): Int16Array[] {
  const size = rounded.length / 3;
  const [a, b, c] = [0, 1, 2].map((tap) => rounded.subarray(tap * size, (tap + 1) * size)) as [
    Int16Array,
    Int16Array,
    Int16Array,
  ];
  return [
    a.map((weight) => 2 * weight),
    a.map((weight, i) => weight + b[i]! + c[i]!),
    a.map((weight, i) => weight - b[i]! + c[i]!),
    c.map((weight) => 2 * weight),
  ];
}

/** Puts a square matrix, row by row, in the order in which `multiply` reads it. */
export function packFactor(factor: Int16Array, channels: number, target: Int16Array): void {
  factor.forEach((value, i) => {
    const [c, column] = [Math.floor(i / channels), i % channels];
    const block = Math.floor(column / 8);
    target[(block * (channels / 2) + (c >> 1)) * 16 + (column % 8) * 2 + (c & 1)] = value;
  });
}
