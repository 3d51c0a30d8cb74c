import { featureRowCount, featuresPerToken } from './features.ts';
import { type NetworkKernels, networkModule, rowsAtOnce, unitsPerActivation } from './network-module.ts';
import { wordRows } from './word-rows.ts';

export const layerDilations = [1, 2, 4, 8, 1] as const;
/** The layer before which every token learns of the whole text and of the other occurrences of its word. */
export const poolingLayer = 3;
export const labelCount = 5;

/** The parameters of the tagger. Tables are row by row; `step` is the value of one unit of an int8 table. */
export interface NetworkParameters {
  channels: number;
  embedding: { width: number; values: Int8Array; step: number };
  features: { values: Int8Array; step: number };
  /** In the order of `denseLayout`. */
  dense: Float32Array;
}

/** Where each matrix and vector begins in the dense parameters. */
export function denseLayout(channels: number, embeddingWidth: number) {
  const convolution = 3 * channels * channels + channels;
  const projectionBias = embeddingWidth * channels;
  const convolutions = projectionBias + channels;
  const textPooling = convolutions + layerDilations.length * convolution;
  const wordPooling = textPooling + channels * channels;
  const output = wordPooling + channels * channels;
  const outputBias = output + channels * 8;
  const transitions = outputBias + 16;
  const document = transitions + 64;
  const documentBias = document + 2 * channels;
  return {
    projectionBias,
    convolutions,
    convolution,
    textPooling,
    wordPooling,
    output,
    outputBias,
    transitions,
    document,
    documentBias,
    size: documentBias + 16,
  };
}

/** What the network says of a text. */
export interface Judgement {
  /** Probability that the text has mathematics between dollars at all. */
  mathProbability: number;
  /** Scores of the labels, if it has some: `emissions[token * labelCount + label]`. */
  emissions: Float32Array;
}

/** How many words' embeddings are kept for the next texts. */
const maxKnownWords = 16_000;
const weightLevels = 1023;
const pageBytes = 65_536;
/** The rows of zeros before and after a text, for the widest convolution. */
const marginRows = 16;

/** A matrix, or several whose products are added up, as `convolve` reads them. */
interface Factor {
  address: number;
  taps: number;
  /** The value of one unit of a sum. */
  unit: number;
}

/**
 * Hashed embeddings, then dilated convolutions of width three on normalised, rectified activations with
 * residual connections; their products are computed in integers.
 */
export class Network {
  readonly #parameters: NetworkParameters;
  readonly #layout: ReturnType<typeof denseLayout>;
  readonly #kernels: NetworkKernels;
  readonly #maxTokens: number;
  readonly #convolutions: Factor[];
  readonly #textPooling: Factor;
  readonly #wordPooling: Factor;
  readonly #areas: ReturnType<typeof planAreas>;
  /** Which row of the known words each has. */
  readonly #words = new Map<string, number>();

  /** For texts of at most `maxTokens` tokens. */
  constructor(parameters: NetworkParameters, maxTokens: number) {
    const { channels, dense, embedding, features } = parameters;
    const layout = denseLayout(channels, embedding.width);
    const areas = planAreas(channels, maxTokens, embedding.width);
    const module = new WebAssembly.Module(networkModule(channels, Math.ceil(areas.end / pageBytes)));
    this.#parameters = parameters;
    this.#layout = layout;
    this.#maxTokens = maxTokens;
    this.#areas = areas;
    this.#kernels = new WebAssembly.Instance(module).exports as unknown as NetworkKernels;
    const size = channels * channels;
    this.#bytes(areas.table, features.values.length).set(features.values);
    // Row 0 stands for no feature.
    this.#bytes(areas.table, channels).fill(0);
    this.#floats(areas.projection, layout.projectionBias).set(dense.subarray(0, layout.projectionBias));
    this.#floats(areas.output, labelCount * channels).set(
      dense.subarray(layout.output, layout.output + labelCount * channels),
    );
    this.#floats(areas.outputBias, labelCount).set(
      dense.subarray(layout.outputBias, layout.outputBias + labelCount),
    );
    let weights = areas.weights;
    const factor = (from: number, taps: number): Factor => {
      const values = dense.subarray(from, from + taps * size);
      const target = new Int16Array(this.#kernels.memory.buffer, weights, values.length);
      const made = { address: weights, taps, unit: packFactor(values, channels, target) };
      weights += target.byteLength;
      return made;
    };
    this.#convolutions = layerDilations.map((_, layer) => {
      const from = layout.convolutions + layer * layout.convolution;
      const bias = dense.subarray(from + 3 * size, from + 3 * size + channels);
      this.#floats(areas.biases + layer * 4 * channels, channels).set(bias);
      return factor(from, 3);
    });
    this.#textPooling = factor(layout.textPooling, 1);
    this.#wordPooling = factor(layout.wordPooling, 1);
  }

  /** Scores of the transition from label `a` to `b`: `[(spaced ? 25 : 0) + a * 5 + b]`. */
  get transitions(): Float32Array {
    return this.#parameters.dense.subarray(this.#layout.transitions, this.#layout.transitions + 50);
  }

  /** Judges a text by its words, at least one, and their `featureRows`. */
  judge(words: readonly string[], features: Uint16Array): Judgement {
    const { channels } = this.#parameters;
    const { hidden, units, biases } = this.#areas;
    const kernels = this.#kernels;
    const count = words.length;
    if (count > this.#maxTokens) throw new RangeError(`${count} tokens are more than ${this.#maxTokens}.`);
    const rowBytes = 2 * channels;
    const unitRow = (row: number): number => units + (marginRows + row) * rowBytes;
    this.#gather(words, features);
    layerDilations.forEach((dilation, layer) => {
      if (layer === poolingLayer) this.#pool(words);
      kernels.normalise(hidden, unitRow(0), count);
      this.#bytes(unitRow(count), marginRows * rowBytes).fill(0);
      const { address, taps, unit } = this.#convolutions[layer]!;
      const bias = biases + layer * 4 * channels;
      const groups = Math.ceil(count / rowsAtOnce);
      kernels.convolve(unitRow(-dilation), taps, dilation * rowBytes, address, unit, bias, hidden, groups);
    });
    return this.#score(count);
  }

  /** Sums up what is known of each token by itself. */
  #gather(words: readonly string[], features: Uint16Array): void {
    const { table, features: rows, offsets, hidden } = this.#areas;
    if (this.#words.size + words.length > maxKnownWords) this.#words.clear();
    new Uint16Array(this.#kernels.memory.buffer, rows, features.length).set(features);
    const addresses = this.#integers(offsets, words.length);
    for (let t = 0; t < words.length; t++) addresses[t] = this.#wordAddress(words[t]!);
    this.#kernels.gather(table, rows, offsets, hidden, this.#parameters.features.step, words.length);
  }

  #wordAddress(word: string): number {
    const { channels, embedding, dense } = this.#parameters;
    const { knownWords, embedded, projection } = this.#areas;
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const address = knownWords + this.#words.size * 4 * channels;
    this.#words.set(word, address);
    const { width, values, step } = embedding;
    const sum = this.#floats(embedded, width).fill(0);
    const rows = wordRows(word);
    const partScale = rows.length > 1 ? 1 / Math.sqrt(rows.length - 1) : 0;
    rows.forEach((row, i) => {
      const scale = i === 0 ? step : step * partScale;
      for (let j = 0; j < width; j++) sum[j]! += scale * values[row * width + j]!;
    });
    const bias = this.#layout.projectionBias;
    this.#floats(address, channels).set(dense.subarray(bias, bias + channels));
    this.#kernels.project(embedded, projection, address, width);
    return address;
  }

  /** Adds to every token what the mean over the text and the mean over its word say. */
  #pool(words: readonly string[]): void {
    const { channels } = this.#parameters;
    const { hidden, units, offsets, sums, products, scales, textProduct, zeros } = this.#areas;
    const kernels = this.#kernels;
    const floats = 4 * channels;
    const count = words.length;
    const rowOf = new Map<string, number>();
    const ownRows = this.#integers(offsets, count);
    const timesOf: number[] = [];
    for (let t = 0; t < count; t++) {
      let row = rowOf.get(words[t]!);
      if (row === undefined) {
        rowOf.set(words[t]!, (row = rowOf.size));
        timesOf.push(0);
      }
      timesOf[row]!++;
      ownRows[t] = row * floats;
    }
    const distinct = rowOf.size;
    this.#floats(sums, (distinct + 1) * channels).fill(0);
    kernels.pool(hidden, offsets, sums, sums + distinct * floats, count);
    this.#floats(scales, distinct + 1).set([...timesOf, count].map((times) => 1 / times));
    kernels.quantise(sums, scales, units, distinct + 1);
    this.#floats(textProduct, rowsAtOnce * channels).fill(0);
    kernels.convolve(
      units + distinct * 2 * channels,
      1,
      0,
      this.#textPooling.address,
      this.#textPooling.unit,
      zeros,
      textProduct,
      1,
    );
    const groups = Math.ceil(distinct / rowsAtOnce);
    this.#floats(products, groups * rowsAtOnce * channels).fill(0);
    kernels.convolve(
      units,
      1,
      0,
      this.#wordPooling.address,
      this.#wordPooling.unit,
      textProduct,
      products,
      groups,
    );
    kernels.spread(products, offsets, hidden, count);
    this.#bytes(units, marginRows * 2 * channels).fill(0);
  }

  #score(count: number): Judgement {
    const { channels, dense } = this.#parameters;
    const { document, documentBias } = this.#layout;
    const { hidden, output, outputBias, scores, total, top } = this.#areas;
    const totals = this.#floats(total, channels).fill(0);
    const tops = this.#floats(top, channels).fill(0);
    this.#kernels.score(hidden, output, outputBias, scores, total, top, count);
    let odds = dense[documentBias]!;
    for (let c = 0; c < channels; c++)
      odds += (totals[c]! / count) * dense[document + c]! + tops[c]! * dense[document + channels + c]!;
    return {
      mathProbability: 1 / (1 + Math.exp(-odds)),
      emissions: this.#floats(scores, count * labelCount).slice(),
    };
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#kernels.memory.buffer, address, length);
  }

  #integers(address: number, length: number): Int32Array {
    return new Int32Array(this.#kernels.memory.buffer, address, length);
  }

  #bytes(address: number, length: number): Int8Array {
    return new Int8Array(this.#kernels.memory.buffer, address, length);
  }
}

/** Where in the memory everything is, in bytes; `end` is its size. */
function planAreas(channels: number, maxTokens: number, width: number) {
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
