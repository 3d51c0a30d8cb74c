import { featuresPerToken } from './features.ts';
import { Product, type Factor } from './product.ts';
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

const maxKnownWords = 16_000;

/**
 * Hashed embeddings, then dilated convolutions of width three on normalised, rectified activations with
 * residual connections; their products are computed in integers.
 */
export class Network {
  readonly #parameters: NetworkParameters;
  readonly #layout: ReturnType<typeof denseLayout>;
  readonly #product: Product;
  readonly #convolutions: Factor[][];
  readonly #biases: Float32Array[];
  readonly #textPooling: Factor;
  readonly #wordPooling: Factor;
  readonly #words = new Map<string, Float32Array>();

  constructor(parameters: NetworkParameters, maxTokens: number) {
    const { channels, dense } = parameters;
    const layout = denseLayout(channels, parameters.embedding.width);
    this.#parameters = parameters;
    this.#layout = layout;
    this.#product = new Product(channels, maxTokens, layerDilations.length * 3 + 2);
    const size = channels * channels;
    const layers = layerDilations.map((_, layer) =>
      dense.subarray(layout.convolutions + layer * layout.convolution),
    );
    this.#convolutions = layers.map((values) => this.#product.factors(values.subarray(0, 3 * size)));
    this.#biases = layers.map((values) => values.subarray(3 * size, 3 * size + channels));
    [this.#textPooling, this.#wordPooling] = [layout.textPooling, layout.wordPooling].map(
      (at) => this.#product.factors(dense.subarray(at, at + size))[0]!,
    ) as [Factor, Factor];
  }

  /** Scores of the transition from label `a` to `b`: `[(spaced ? 25 : 0) + a * 5 + b]`. */
  get transitions(): Float32Array {
    return this.#parameters.dense.subarray(this.#layout.transitions, this.#layout.transitions + 50);
  }

  /** Judges a text by its words and their `featureRows`. */
  judge(words: readonly string[], features: Uint16Array): Judgement {
    const { channels } = this.#parameters;
    const product = this.#product;
    const hidden = this.#input(words, features);
    layerDilations.forEach((dilation, layer) => {
      if (layer === poolingLayer) this.#pool(words, hidden);
      product.setRows(hidden, inverseNorms(hidden, channels));
      const taps = this.#convolutions[layer]!;
      taps.forEach((factor, k) => product.add(factor, (k - 1) * dilation));
      product.takeSums(taps[0]!, hidden, this.#biases[layer]);
    });
    const active = activations(hidden, channels);
    return { mathProbability: this.#mathProbability(active), emissions: this.#emissions(active) };
  }

  #emissions(active: Float32Array): Float32Array {
    const { channels, dense } = this.#parameters;
    const { output, outputBias } = this.#layout;
    const emissions = new Float32Array((active.length / channels) * labelCount);
    for (let from = 0, at = 0; from < active.length; from += channels) {
      for (let label = 0; label < labelCount; label++, at++) {
        const weights = output + label * channels;
        let even = dense[outputBias + label]!;
        let odd = 0;
        for (let c = 0; c < channels; c += 2) {
          even += active[from + c]! * dense[weights + c]!;
          odd += active[from + c + 1]! * dense[weights + c + 1]!;
        }
        emissions[at] = even + odd;
      }
    }
    return emissions;
  }

  #mathProbability(active: Float32Array): number {
    const { channels, dense } = this.#parameters;
    const { document, documentBias } = this.#layout;
    let odds = dense[documentBias]!;
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      let top = 0;
      for (let at = c; at < active.length; at += channels) {
        sum += active[at]!;
        top = Math.max(top, active[at]!);
      }
      odds +=
        ((sum * channels) / active.length) * dense[document + c]! + top * dense[document + channels + c]!;
    }
    return 1 / (1 + Math.exp(-odds));
  }

  #input(words: readonly string[], rows: Uint16Array): Float32Array {
    const { channels, features } = this.#parameters;
    const { values, step } = features;
    const hidden = new Float32Array(words.length * channels);
    const sum = new Int32Array(channels);
    for (let t = 0; t < words.length; t++) {
      sum.fill(0);
      for (let i = t * featuresPerToken; i < (t + 1) * featuresPerToken; i++) {
        const from = rows[i]! * channels;
        if (from > 0) for (let c = 0; c < channels; c++) sum[c] = sum[c]! + values[from + c]!;
      }
      const embedded = this.#word(words[t]!);
      const to = t * channels;
      for (let c = 0; c < channels; c++) hidden[to + c] = embedded[c]! + sum[c]! * step;
    }
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
  #pool(words: readonly string[], hidden: Float32Array): void {
    const { channels } = this.#parameters;
    const active = activations(hidden, channels);
    const rowOf = new Map<string, number>();
    const row = words.map((word) => {
      let known = rowOf.get(word);
      if (known === undefined) rowOf.set(word, (known = rowOf.size));
      return known;
    });
    const counts = new Int32Array(rowOf.size);
    const means = new Float32Array((rowOf.size + 1) * channels);
    const text = rowOf.size * channels;
    row.forEach((r, t) => {
      counts[r]!++;
      for (let c = 0; c < channels; c++) {
        means[r * channels + c]! += active[t * channels + c]!;
        means[text + c]! += active[t * channels + c]!;
      }
    });
    for (let at = 0; at < means.length; at++) {
      const count = at < text ? counts[Math.floor(at / channels)]! : words.length;
      means[at] = means[at]! / count;
    }
    const ofWords = this.#product.of(means.subarray(0, text), this.#wordPooling);
    const ofText = this.#product.of(means.subarray(text), this.#textPooling);
    row.forEach((r, t) => {
      for (let c = 0; c < channels; c++) hidden[t * channels + c]! += ofWords[r * channels + c]! + ofText[c]!;
    });
  }
}

/** One over the root mean square of each row, a little damped. */
function inverseNorms(hidden: Float32Array, channels: number): Float32Array {
  const inverse = new Float32Array(hidden.length / channels);
  for (let row = 0; row < inverse.length; row++) {
    let sum = 0;
    for (let at = row * channels; at < (row + 1) * channels; at++) sum += hidden[at]! * hidden[at]!;
    inverse[row] = 1 / Math.sqrt(sum / channels + 1e-2);
  }
  return inverse;
}

/** The positive part of each row over its root mean square. */
function activations(hidden: Float32Array, channels: number): Float32Array {
  const inverse = inverseNorms(hidden, channels);
  const active = new Float32Array(hidden.length);
  for (let row = 0; row < inverse.length; row++) {
    for (let at = row * channels; at < (row + 1) * channels; at++)
      active[at] = hidden[at]! > 0 ? hidden[at]! * inverse[row]! : 0;
  }
  return active;
}
