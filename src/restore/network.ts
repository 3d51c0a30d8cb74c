import { featuresPerToken } from './features.ts';
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
  return {
    projectionBias,
    convolutions,
    convolution,
    textPooling,
    wordPooling,
    output,
    outputBias,
    transitions,
    size: transitions + 64,
  };
}

const maxKnownWords = 4000;

/**
 * The network that gives every token a score for each label: hashed embeddings, then dilated convolutions of
 * width three on normalised, rectified activations with residual connections.
 */
export class Network {
  readonly #parameters: NetworkParameters;
  readonly #layout: ReturnType<typeof denseLayout>;
  readonly #words = new Map<string, Float32Array>();

  constructor(parameters: NetworkParameters) {
    this.#parameters = parameters;
    this.#layout = denseLayout(parameters.channels, parameters.embedding.width);
  }

  /** Scores of the transition from label `a` to `b`: `[(spaced ? 25 : 0) + a * 5 + b]`. */
  get transitions(): Float32Array {
    return this.#parameters.dense.subarray(this.#layout.transitions, this.#layout.transitions + 50);
  }

  /** `result[token * labelCount + label]`, from the words and their `featureRows`. */
  emissions(words: readonly string[], features: Uint16Array): Float32Array {
    const { channels, dense } = this.#parameters;
    const layout = this.#layout;
    const hidden = this.#input(words, features);
    const active = new Float32Array(hidden.length);
    const sparse = new SparseRows(words.length, channels);
    layerDilations.forEach((dilation, layer) => {
      if (layer === poolingLayer) this.#pool(words, hidden, active);
      normalise(hidden, active, channels);
      sparse.gather(active);
      const weights = layout.convolutions + layer * layout.convolution;
      const bias = weights + 3 * channels * channels;
      for (let t = 0; t < words.length; t++) {
        for (let c = 0; c < channels; c++) hidden[t * channels + c]! += dense[bias + c]!;
        for (let k = 0; k < 3; k++) {
          const from = t + (k - 1) * dilation;
          if (from < 0 || from >= words.length) continue;
          sparse.addProduct(from, hidden, t * channels, dense, weights + k * channels * channels);
        }
      }
    });
    normalise(hidden, active, channels);
    const emissions = new Float32Array(words.length * labelCount);
    for (let t = 0; t < words.length; t++) {
      for (let label = 0; label < labelCount; label++) {
        let sum = dense[layout.outputBias + label]!;
        const weights = layout.output + label * channels;
        for (let c = 0; c < channels; c++) sum += active[t * channels + c]! * dense[weights + c]!;
        emissions[t * labelCount + label] = sum;
      }
    }
    return emissions;
  }

  #input(words: readonly string[], rows: Uint16Array): Float32Array {
    const { channels, features } = this.#parameters;
    const hidden = new Float32Array(words.length * channels);
    const sum = new Int32Array(channels);
    words.forEach((word, t) => {
      sum.fill(0);
      for (let i = t * featuresPerToken; i < (t + 1) * featuresPerToken; i++) {
        const from = rows[i]! * channels;
        if (from > 0) for (let c = 0; c < channels; c++) sum[c]! += features.values[from + c]!;
      }
      const embedded = this.#word(word);
      for (let c = 0; c < channels; c++) hidden[t * channels + c] = embedded[c]! + sum[c]! * features.step;
    });
    return hidden;
  }

  #word(word: string): Float32Array {
    const known = this.#words.get(word);
    if (known) return known;
    const { channels, embedding, dense } = this.#parameters;
    const { width, values, step } = embedding;
    const sum = new Float32Array(width);
    const rows = wordRows(word);
    const partScale = rows.length > 1 ? 1 / Math.sqrt(rows.length - 1) : 0;
    rows.forEach((row, i) => {
      for (let j = 0; j < width; j++)
        sum[j]! += (i === 0 ? step : step * partScale) * values[row * width + j]!;
    });
    const embedded = dense.slice(this.#layout.projectionBias, this.#layout.projectionBias + channels);
    for (let j = 0; j < width; j++)
      for (let c = 0; c < channels; c++) embedded[c]! += sum[j]! * dense[j * channels + c]!;
    if (this.#words.size >= maxKnownWords) this.#words.clear();
    this.#words.set(word, embedded);
    return embedded;
  }

  /** Adds to every token what the mean over the text and the mean over its word say. */
  #pool(words: readonly string[], hidden: Float32Array, active: Float32Array): void {
    const { channels, dense } = this.#parameters;
    const { textPooling, wordPooling } = this.#layout;
    normalise(hidden, active, channels);
    const means = new Map<string, { sum: Float32Array; count: number }>();
    const all = new Float32Array(channels);
    words.forEach((word, t) => {
      let mean = means.get(word);
      if (!mean) means.set(word, (mean = { sum: new Float32Array(channels), count: 0 }));
      mean.count++;
      for (let c = 0; c < channels; c++) mean.sum[c]! += active[t * channels + c]!;
    });
    for (const { sum } of means.values())
      for (let c = 0; c < channels; c++) all[c]! += sum[c]! / words.length;
    const ofText = new Float32Array(channels);
    addProduct(ofText, all, 1, dense, textPooling);
    const ofWord = new Map<string, Float32Array>();
    for (const [word, { sum, count }] of means) {
      const added = ofText.slice();
      addProduct(added, sum, 1 / count, dense, wordPooling);
      ofWord.set(word, added);
    }
    words.forEach((word, t) => {
      const added = ofWord.get(word)!;
      for (let c = 0; c < channels; c++) hidden[t * channels + c]! += added[c]!;
    });
  }
}

/** `active` = the positive part of each token's channels over their root mean square. */
function normalise(hidden: Float32Array, active: Float32Array, channels: number): void {
  for (let at = 0; at < hidden.length; at += channels) {
    let sum = 0;
    for (let c = at; c < at + channels; c++) sum += hidden[c]! * hidden[c]!;
    const inverse = 1 / Math.sqrt(sum / channels + 1e-5);
    for (let c = at; c < at + channels; c++) active[c] = hidden[c]! > 0 ? hidden[c]! * inverse : 0;
  }
}

function addProduct(
  target: Float32Array,
  vector: Float32Array,
  scale: number,
  matrix: Float32Array,
  at: number,
): void {
  const channels = target.length;
  for (let c = 0; c < channels; c++) {
    const value = vector[c]! * scale;
    if (value !== 0) for (let j = 0; j < channels; j++) target[j]! += value * matrix[at + c * channels + j]!;
  }
}

/** The channels of each token that are not zero: about half are not. */
class SparseRows {
  readonly #channels: number;
  readonly #ends: Int32Array;
  readonly #values: Float64Array;
  /** Where the row of the channel begins in a matrix. */
  readonly #rows: Int32Array;

  constructor(count: number, channels: number) {
    this.#channels = channels;
    this.#ends = new Int32Array(count + 1);
    this.#values = new Float64Array(count * channels);
    this.#rows = new Int32Array(count * channels);
  }

  gather(active: Float32Array): void {
    const channels = this.#channels;
    let used = 0;
    for (let at = 0, t = 1; at < active.length; at += channels, t++) {
      for (let c = 0; c < channels; c++) {
        const value = active[at + c]!;
        if (value === 0) continue;
        this.#values[used] = value;
        this.#rows[used++] = c * channels;
      }
      this.#ends[t] = used;
    }
  }

  /** `target[at…] += row × matrix`, eight channels at a time to stay in registers. */
  addProduct(row: number, target: Float32Array, at: number, weights: Float32Array, matrix: number): void {
    const values = this.#values;
    const rows = this.#rows;
    const first = this.#ends[row]!;
    const end = this.#ends[row + 1]!;
    for (let c = 0; c < this.#channels; c += 8) {
      const from = at + c;
      let s0 = target[from]!;
      let s1 = target[from + 1]!;
      let s2 = target[from + 2]!;
      let s3 = target[from + 3]!;
      let s4 = target[from + 4]!;
      let s5 = target[from + 5]!;
      let s6 = target[from + 6]!;
      let s7 = target[from + 7]!;
      for (let i = first; i < end; i++) {
        const x = values[i]!;
        const w = matrix + rows[i]! + c;
        s0 += x * weights[w]!;
        s1 += x * weights[w + 1]!;
        s2 += x * weights[w + 2]!;
        s3 += x * weights[w + 3]!;
        s4 += x * weights[w + 4]!;
        s5 += x * weights[w + 5]!;
        s6 += x * weights[w + 6]!;
        s7 += x * weights[w + 7]!;
      }
      target[from] = s0;
      target[from + 1] = s1;
      target[from + 2] = s2;
      target[from + 3] = s3;
      target[from + 4] = s4;
      target[from + 5] = s5;
      target[from + 6] = s6;
      target[from + 7] = s7;
    }
  }
}
