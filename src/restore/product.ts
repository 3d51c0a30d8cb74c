import { multiplyModule } from './multiply-module.ts';

/** A square matrix that `Product` multiplies by. */
export interface Factor {
  /** Where its weights are in the memory. */
  address: number;
  /** The value of one unit of a sum. */
  unit: number;
}

interface Kernel {
  memory: WebAssembly.Memory;
  multiply(rows: number, weights: number, sums: number, groups: number): void;
}

/** Activations are at most the root of the number of channels, so that no sum of 32 bits overflows. */
const unitsPerActivation = 1024;
const weightLevels = 1023;
const pageBytes = 65_536;
const rowsAtOnce = 4;
/** The rows of zeros before and after, for the products of shifted rows. */
const marginRows = 16;

/** Multiplies rows of activations, at most `maxRows`, by square matrices. */
export class Product {
  readonly #channels: number;
  readonly #kernel: Kernel;
  readonly #rows: Int16Array;
  readonly #sums: Int32Array;
  readonly #weights: Int16Array;
  #weightsUsed = 0;
  #count = 0;

  constructor(channels: number, maxRows: number, maxFactors: number) {
    this.#channels = channels;
    const rows = maxRows + rowsAtOnce + 2 * marginRows;
    const sumBytes = 4 * rows * channels;
    const rowBytes = 2 * rows * channels;
    const weightBytes = 2 * maxFactors * channels * channels;
    const pages = Math.ceil((sumBytes + rowBytes + weightBytes) / pageBytes);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(multiplyModule(channels, pages)));
    this.#kernel = exports as unknown as Kernel;
    const { buffer } = this.#kernel.memory;
    this.#sums = new Int32Array(buffer, 0, rows * channels);
    this.#rows = new Int16Array(buffer, sumBytes, rows * channels);
    this.#weights = new Int16Array(buffer, sumBytes + rowBytes, maxFactors * channels * channels);
  }

  /** Takes square matrices, row by row and one behind the other, whose products are to be added up. */
  factors(values: Float32Array): Factor[] {
    const channels = this.#channels;
    const size = channels * channels;
    const top = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    const found: Factor[] = [];
    for (let from = 0; from < values.length; from += size) {
      const at = this.#weightsUsed;
      for (let c = 0; c < channels; c++) {
        for (let j = 0; j < channels; j++) {
          const place = (Math.floor(j / 8) * (channels / 2) + (c >> 1)) * 16 + (j % 8) * 2 + (c & 1);
          this.#weights[at + place] = Math.round((values[from + c * channels + j]! / top) * weightLevels);
        }
      }
      this.#weightsUsed += size;
      found.push({
        address: this.#weights.byteOffset + 2 * at,
        unit: top / weightLevels / unitsPerActivation,
      });
    }
    return found;
  }

  /**
   * Takes the activations whose products are asked for next: the positive part of `values`, each row times its
   * entry in `scales` (1 without).
   */
  setRows(values: Float32Array, scales?: Float32Array): void {
    const channels = this.#channels;
    const rows = this.#rows;
    const count = values.length / channels;
    const margin = marginRows * channels;
    for (let row = 0; row < count; row++) {
      const units = (scales ? scales[row]! : 1) * unitsPerActivation;
      for (let at = row * channels; at < (row + 1) * channels; at++) {
        const value = values[at]!;
        rows[margin + at] = value > 0 ? value * units + 0.5 : 0;
      }
    }
    const end = margin + values.length;
    rows.fill(0, end, end + (marginRows + rowsAtOnce) * channels);
    this.#sums.fill(0, 0, values.length + rowsAtOnce * channels);
    this.#count = count;
  }

  /** Adds to the sums of every row the product of the row that is `shift` behind it. */
  add(factor: Factor, shift: number): void {
    const first = this.#rows.byteOffset + 2 * (marginRows + shift) * this.#channels;
    this.#kernel.multiply(first, factor.address, 0, Math.ceil(this.#count / rowsAtOnce));
  }

  /** Adds to `target` the sums of products by `factor` and those that came with it, and a bias to each row. */
  takeSums(factor: Factor, target: Float32Array, bias?: Float32Array): void {
    const channels = this.#channels;
    const sums = this.#sums;
    const { unit } = factor;
    for (let from = 0; from < target.length; from += channels) {
      for (let c = 0; c < channels; c++) target[from + c]! += sums[from + c]! * unit + (bias ? bias[c]! : 0);
    }
  }

  /** The products of rows by one matrix. */
  of(rows: Float32Array, factor: Factor): Float32Array {
    const products = new Float32Array(rows.length);
    this.setRows(rows);
    this.add(factor, 0);
    this.takeSums(factor, products);
    return products;
  }
}
