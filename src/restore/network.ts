import {
  denseLayout,
  labelCount,
  layerDilations,
  type NetworkParameters,
  poolingLayer,
} from './network-layout.ts';
import {
  combineFactors,
  marginRows,
  maxKnownWords,
  packFactor,
  planAreas,
  planPairs,
  roundFactors,
} from './network-memory.ts';
import { type NetworkKernels, networkModule } from './network-module.ts';
import { rowsAtOnce } from './product-kernels.ts';
import { wordRows } from './word-rows.ts';

/** What the network says of a text. */
export interface Judgement {
  /** Probability that the text has mathematics between dollars at all. */
  mathProbability: number;
  /** Scores of the labels, if it has some: `emissions[token * labelCount + label]`. */
  emissions: Float32Array;
}

const pageBytes = 65_536;

/** A matrix, or several that belong together, as `multiply` reads them. */
interface Factor {
  addresses: readonly number[];
  /** The value of one unit of what comes out. */
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
    const place = (factors: readonly Int16Array[]): number[] =>
      factors.map((factor) => {
        const target = new Int16Array(this.#kernels.memory.buffer, weights, factor.length);
        packFactor(factor, channels, target);
        weights += target.byteLength;
        return target.byteOffset;
      });
    this.#convolutions = layerDilations.map((_, layer) => {
      const from = layout.convolutions + layer * layout.convolution;
      const bias = dense.subarray(from + 3 * size, from + 3 * size + channels);
      this.#floats(areas.biases + layer * 4 * channels, channels).set(bias);
      const { rounded, unit } = roundFactors(dense.subarray(from, from + 3 * size));
      return { addresses: place(combineFactors(rounded)), unit: unit / 2 };
    });
    const single = (from: number): Factor => {
      const { rounded, unit } = roundFactors(dense.subarray(from, from + size));
      return { addresses: place([rounded]), unit };
    };
    this.#textPooling = single(layout.textPooling);
    this.#wordPooling = single(layout.wordPooling);
  }

  /** Scores of the transition from label `a` to `b`: `[(spaced ? 25 : 0) + a * 5 + b]`. */
  get transitions(): Float32Array {
    return this.#parameters.dense.subarray(this.#layout.transitions, this.#layout.transitions + 50);
  }

  /** Judges a text by its words, at least one, and their `featureRows`. */
  judge(words: readonly string[], features: Uint16Array): Judgement {
    const count = words.length;
    if (count > this.#maxTokens) throw new RangeError(`${count} tokens are more than ${this.#maxTokens}.`);
    this.#gather(words, features);
    layerDilations.forEach((dilation, layer) => {
      if (layer === poolingLayer) this.#pool(count);
      this.#convolve(layer, dilation, count);
    });
    return this.#score(count);
  }

  /** Adds a convolution to every token. */
  #convolve(layer: number, dilation: number, count: number): void {
    const { channels } = this.#parameters;
    const { hidden, units, combined, products, biases } = this.#areas;
    const kernels = this.#kernels;
    const [unitBytes, rowBytes] = [2 * channels, 4 * channels];
    const unitRow = (row: number): number => units + (marginRows + row) * unitBytes;
    kernels.normalise(hidden, unitRow(0), count);
    this.#bytes(unitRow(count), marginRows * unitBytes).fill(0);
    const { blocks, perBlock, pairs } = planPairs(count, dilation);
    kernels.combine(unitRow(-dilation), dilation * unitBytes, combined, pairs * unitBytes, blocks, perBlock);
    const { addresses, unit } = this.#convolutions[layer]!;
    const size = pairs * rowBytes;
    addresses.forEach((address, i) =>
      kernels.multiply(combined + i * pairs * unitBytes, address, products + i * size, pairs / rowsAtOnce),
    );
    const bias = biases + layer * rowBytes;
    kernels.addConvolved(products, size, unit, bias, hidden, dilation * rowBytes, blocks, perBlock);
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
  #pool(count: number): void {
    const { channels } = this.#parameters;
    const { hidden, units, offsets, sums, products, scales, textProduct, zeros } = this.#areas;
    const kernels = this.#kernels;
    const floats = 4 * channels;
    const rowOf = new Map<number, number>();
    const ownRows = this.#integers(offsets, count);
    const timesOf: number[] = [];
    for (let t = 0; t < count; t++) {
      // A word is known by its address, which stands where its row is to be.
      const address = ownRows[t]!;
      let row = rowOf.get(address);
      if (row === undefined) {
        rowOf.set(address, (row = rowOf.size));
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
    const multiply = (
      { addresses, unit }: Factor,
      row: number,
      count: number,
      bias: number,
      to: number,
    ): void => {
      kernels.multiply(units + row * 2 * channels, addresses[0]!, products, Math.ceil(count / rowsAtOnce));
      kernels.addBias(products, unit, bias, to, count);
    };
    multiply(this.#textPooling, distinct, 1, zeros, textProduct);
    multiply(this.#wordPooling, 0, distinct, textProduct, products);
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
