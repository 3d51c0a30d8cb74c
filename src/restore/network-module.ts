import { productKernels } from './product-kernels.ts';
import { rowKernels } from './row-kernels.ts';
import { wasmModule } from './wasm.ts';

/**
 * The functions of `networkModule`. All addresses are in bytes, `count` is a number of rows, at least one; a row has
 * `channels` numbers, float32 where nothing else is said.
 */
export interface NetworkKernels {
  memory: WebAssembly.Memory;
  /**
   * Sums up a token's features and its word. `table`: rows of int8, worth `step` each; `features`: `featuresPerToken`
   * uint16 a token, the numbers of rows; `words`: an int32 a token, the address of its row; `hidden`: the rows that
   * come out.
   */
  gather(table: number, features: number, words: number, hidden: number, step: number, count: number): void;
  /** Rounds the positive part of each row, divided by its root mean square, to int16 rows in `units`. */
  normalise(values: number, units: number, count: number): void;
  /** Rounds the positive part of each row, times its entry in `scales`, to int16 rows in `units`. */
  quantise(values: number, scales: number, units: number, count: number): void;
  /**
   * Combines the rows of `units` for convolutions of width three whose taps are `apart` bytes from each other. The
   * first tap of the first row is at `units`. Rows come in `blocks` of twice `perBlock`, of which each row of the first
   * half makes a pair with the one at its place in the second: that reads four rows in a distance of `apart`, a, b, c
   * and d. Writes a − c, b + c, c − b and b − d, int16, to four matrices with a row for each pair, of `size` bytes
   * each.
   */
  combine(
    units: number,
    apart: number,
    combined: number,
    size: number,
    blocks: number,
    perBlock: number,
  ): void;
  /**
   * Multiplies rows of `units` by a matrix; products are int32. `weights`: for every eight columns, for every two
   * channels, for every column the two weights, int16. `groups` counts rows by four.
   */
  multiply(units: number, weights: number, products: number, groups: number): void;
  /**
   * Adds to each pair of rows of `target`, which are `apart` bytes from each other and come in blocks as for `combine`,
   * the row `bias` and, times `unit`, p + q + r and q − r − s of its rows in the four matrices that `multiply` made of
   * the combined ones, of `size` bytes each.
   */
  addConvolved(
    products: number,
    size: number,
    unit: number,
    bias: number,
    target: number,
    apart: number,
    blocks: number,
    perBlock: number,
  ): void;
  /** Writes to each row of `target` the row `bias` and a row of `products` times `unit`. */
  addBias(products: number, unit: number, bias: number, target: number, count: number): void;
  /**
   * Adds the positive part of each row over its root mean square to the row `total` and to the row that is its int32 of
   * `offsets` behind `sums`.
   */
  pool(values: number, offsets: number, sums: number, total: number, count: number): void;
  /** Adds to each row the row that is its int32 of `offsets` behind `from`. */
  spread(from: number, offsets: number, values: number, count: number): void;
  /**
   * For each row the five products of its positive part over its root mean square with the rows of `weights`, plus the
   * five numbers `bias`, five float32 a row in `scores`. Such rows are added to the row `total`, their largest entries
   * kept in `top`.
   */
  score(
    values: number,
    weights: number,
    bias: number,
    scores: number,
    total: number,
    top: number,
    count: number,
  ): void;
  /** Adds to the row `target` a vector of `width` numbers times a matrix of as many rows. */
  project(vector: number, matrix: number, target: number, width: number): void;
}

/**
 * Assembles the arithmetic of the tagger's network as WebAssembly with vectors of 128 bits. Products are of integers of
 * 16 bits; sums of floats are always taken in the same order: results are the same on every machine. `channels` is a
 * multiple of eight, and at most 255, so that sums of two activations fit into 16 bits.
 */
export const networkModule = (channels: number, pages: number): Uint8Array<ArrayBuffer> =>
  wasmModule(pages, [...rowKernels(channels), ...productKernels(channels)]);
