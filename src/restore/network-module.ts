import { featuresPerToken } from './features.ts';
import { labelCount } from './network-layout.ts';
import {
  advance,
  type Code,
  f32,
  f32x4,
  get,
  i16x8,
  i32,
  i32x4,
  repeat,
  set,
  types,
  v128,
  wasmFunction,
  wasmModule,
} from './wasm.ts';

/** One unit of a quantised activation. Activations are at most the root of the number of channels. */
export const unitsPerActivation = 1024;
/** `convolve` works on so many rows at a time. */
export const rowsAtOnce = 4;
/** What is added to a mean square before its root is taken. */
const damping = 1e-2;
const vectorsAtOnce = 2;
const { i32: address, i32: number, f32: real, v128: lanes } = types;

/**
 * The functions of `networkModule`. All addresses are in bytes, `count` is a number of rows, at least one; a row has
 * `channels` numbers, float32 where nothing else is said.
 */
export interface NetworkKernels {
  memory: WebAssembly.Memory;
  /**
   * Sums up a token's features and its word. `table`: rows of int8, worth `step` each; `features`: `featuresPerToken` uint16 a
   * token, the numbers of rows; `words`: an int32 a token, the address of its row; `hidden`: the rows that come out.
   */
  gather(table: number, features: number, words: number, hidden: number, step: number, count: number): void;
  /** Rounds the positive part of each row, divided by its root mean square, to int16 rows in `units`. */
  normalise(values: number, units: number, count: number): void;
  /** Rounds the positive part of each row, times its entry in `scales`, to int16 rows in `units`. */
  quantise(values: number, scales: number, units: number, count: number): void;
  /**
   * Adds to rows of `target` the sum over `taps` of a row of `units` by a matrix, times `unit`, and the row `bias`. The
   * first tap's row for the first row is at `units`, the next tap's `shift` bytes on. `weights`: for every eight
   * columns, for every tap, for every two channels, for every column the two weights, int16. `groups` counts rows by
   * four.
   */
  convolve(
    units: number,
    taps: number,
    shift: number,
    weights: number,
    unit: number,
    bias: number,
    target: number,
    groups: number,
  ): void;
  /**
   * Adds the positive part of each row over its root mean square to the row `total` and to the row that is its int32 of
   * `offsets` behind `sums`.
   */
  pool(values: number, offsets: number, sums: number, total: number, count: number): void;
  /** Adds to each row the row that is its int32 of `offsets` behind `from`. */
  spread(from: number, offsets: number, values: number, count: number): void;
  /**
   * For each row the five products of its positive part over its root mean square with the rows of `weights`, plus the
   * five numbers `bias`, five float32 a row in `scores`. Such rows are added to the row `total`, their largest entries kept in `top`.
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
 * multiple of eight.
 */
export function networkModule(channels: number, pages: number): Uint8Array<ArrayBuffer> {
  const floats = 4 * channels;
  const quads = Array.from({ length: channels / 4 }, (_, i) => 16 * i);
  const octets = Array.from({ length: channels / 8 }, (_, i) => i);

  /** The inverse of the damped root mean square of the row at `values`, in all lanes, by way of variable `scale`. */
  const inverseNorm = (values: number, sum: number, scale: number): Code => [
    ...set(sum, v128.zero),
    ...quads.flatMap((at) => [
      ...set(scale, v128.load(get(values), at)),
      ...set(sum, f32x4.add(get(sum), f32x4.multiply(get(scale), get(scale)))),
    ]),
    ...f32x4.splat(
      f32.divide(
        f32.constant(1),
        f32.squareRoot(
          f32.add(f32.multiply(f32x4.sum(sum), f32.constant(1 / channels)), f32.constant(damping)),
        ),
      ),
    ),
  ];
  const active = (values: number, at: number, scale: number): Code =>
    f32x4.multiply(f32x4.max(v128.load(get(values), at), v128.zero), get(scale));
  const rounded = (values: number, at: number, scale: number): Code =>
    i32x4.truncate(f32x4.add(active(values, at, scale), f32x4.splat(f32.constant(0.5))));
  const roundRow = (values: number, scale: number, units: number): Code => [
    ...octets.flatMap((i) =>
      v128.store(
        get(units),
        i16x8.narrow(rounded(values, 32 * i, scale), rounded(values, 32 * i + 16, scale)),
        16 * i,
      ),
    ),
    ...advance(values, floats),
    ...advance(units, 2 * channels),
  ];
  const scaled = (scale: Code): Code => f32x4.multiply(scale, f32x4.splat(f32.constant(unitsPerActivation)));

  const gather = wasmFunction(
    'gather',
    { table: address, features: address, words: address, hidden: address, step: real, count: number },
    { feature: [number], row: [address], word: [address], sums: [lanes, octets.length] },
    (v) => {
      const sum = (i: number): number => v.sums + i;
      const half = (i: number, extend: (a: Code) => Code, at: number): Code =>
        v128.store(
          get(v.hidden),
          f32x4.add(
            f32x4.multiply(f32x4.ofIntegers(extend(get(sum(i)))), f32x4.splat(get(v.step))),
            v128.load(get(v.word), at),
          ),
          at,
        );
      return repeat(v.count, get(v.count), [
        ...octets.flatMap((i) => set(sum(i), v128.zero)),
        ...repeat(v.feature, i32.constant(featuresPerToken), [
          ...set(
            v.row,
            i32.add(get(v.table), i32.multiply(i32.loadUint16(get(v.features)), i32.constant(channels))),
          ),
          ...octets.flatMap((i) => set(sum(i), i16x8.add(get(sum(i)), i16x8.loadInt8(get(v.row), 8 * i)))),
          ...advance(v.features, 2),
        ]),
        ...set(v.word, i32.load(get(v.words))),
        ...octets.flatMap((i) => [
          ...half(i, i32x4.extendLow, 32 * i),
          ...half(i, i32x4.extendHigh, 32 * i + 16),
        ]),
        ...advance(v.words, 4),
        ...advance(v.hidden, floats),
      ]);
    },
  );

  const normalise = wasmFunction(
    'normalise',
    { values: address, units: address, count: number },
    { sum: [lanes], scale: [lanes] },
    (v) =>
      repeat(v.count, get(v.count), [
        ...set(v.scale, scaled(inverseNorm(v.values, v.sum, v.scale))),
        ...roundRow(v.values, v.scale, v.units),
      ]),
  );

  const quantise = wasmFunction(
    'quantise',
    { values: address, scales: address, units: address, count: number },
    { scale: [lanes] },
    (v) =>
      repeat(v.count, get(v.count), [
        ...set(v.scale, scaled(f32x4.loadSplat(get(v.scales)))),
        ...roundRow(v.values, v.scale, v.units),
        ...advance(v.scales, 4),
      ]),
  );

  const sumCount = rowsAtOnce * vectorsAtOnce;
  const convolve = wasmFunction(
    'convolve',
    {
      ...{ units: address, taps: number, shift: number, weights: address },
      ...{ unit: real, bias: address, target: address, groups: number },
    },
    {
      ...({ weight: [address], biases: [address], column: [number], tap: [number] } as const),
      ...({ from: [address], row: [address], pair: [number] } as const),
      ...({ splat: [lanes], factors: [lanes, vectorsAtOnce], sums: [lanes, sumCount] } as const),
    },
    (v) => {
      const everySum = (one: (sum: number, row: number, column: number) => Code): Code =>
        Array.from({ length: sumCount }, (_, i) =>
          one(v.sums + i, Math.floor(i / vectorsAtOnce), i % vectorsAtOnce),
        ).flat();
      const overPairs = [
        ...set(v.factors, v128.load(get(v.weight))),
        ...set(v.factors + 1, v128.load(get(v.weight), 16)),
        ...everySum((sum, row, column) => [
          ...(column === 0 ? set(v.splat, i32x4.loadSplat(get(v.row), 2 * channels * row)) : []),
          ...set(sum, i32x4.add(get(sum), i32x4.dot(get(v.splat), get(v.factors + column)))),
        ]),
        ...advance(v.row, 4),
        ...advance(v.weight, 32),
      ];
      const overColumns = [
        ...everySum((sum) => set(sum, v128.zero)),
        ...set(v.from, get(v.units)),
        ...repeat(v.tap, get(v.taps), [
          ...set(v.row, get(v.from)),
          ...repeat(v.pair, i32.constant(channels / 2), overPairs),
          ...advance(v.from, get(v.shift)),
        ]),
        ...everySum((sum, row, column) => {
          const at = floats * row + 16 * column;
          const product = f32x4.multiply(f32x4.ofIntegers(get(sum)), f32x4.splat(get(v.unit)));
          const biased = f32x4.add(product, v128.load(get(v.biases), 16 * column));
          return v128.store(get(v.target), f32x4.add(v128.load(get(v.target), at), biased), at);
        }),
        ...advance(v.target, 32),
        ...advance(v.biases, 32),
      ];
      return repeat(v.groups, get(v.groups), [
        ...set(v.weight, get(v.weights)),
        ...set(v.biases, get(v.bias)),
        ...repeat(v.column, i32.constant(channels / 8), overColumns),
        ...advance(v.units, 2 * channels * rowsAtOnce),
        ...advance(v.target, floats * (rowsAtOnce - 1)),
      ]);
    },
  );

  const pool = wasmFunction(
    'pool',
    { values: address, offsets: address, sums: address, total: address, count: number },
    { own: [address], sum: [lanes], scale: [lanes] },
    (v) =>
      repeat(v.count, get(v.count), [
        ...set(v.scale, inverseNorm(v.values, v.sum, v.scale)),
        ...set(v.own, i32.add(get(v.sums), i32.load(get(v.offsets)))),
        ...quads.flatMap((at) => [
          ...set(v.sum, active(v.values, at, v.scale)),
          ...v128.store(get(v.own), f32x4.add(v128.load(get(v.own), at), get(v.sum)), at),
          ...v128.store(get(v.total), f32x4.add(v128.load(get(v.total), at), get(v.sum)), at),
        ]),
        ...advance(v.values, floats),
        ...advance(v.offsets, 4),
      ]),
  );

  const spread = wasmFunction(
    'spread',
    { from: address, offsets: address, values: address, count: number },
    { own: [address] },
    (v) =>
      repeat(v.count, get(v.count), [
        ...set(v.own, i32.add(get(v.from), i32.load(get(v.offsets)))),
        ...quads.flatMap((at) =>
          v128.store(get(v.values), f32x4.add(v128.load(get(v.values), at), v128.load(get(v.own), at)), at),
        ),
        ...advance(v.values, floats),
        ...advance(v.offsets, 4),
      ]),
  );

  const labels = Array.from({ length: labelCount }, (_, label) => label);
  const score = wasmFunction(
    'score',
    {
      ...{ values: address, weights: address, bias: address, scores: address },
      ...{ total: address, top: address, count: number },
    },
    { sum: [lanes], scale: [lanes], products: [lanes, labels.length] },
    (v) => {
      const product = (label: number): number => v.products + label;
      return repeat(v.count, get(v.count), [
        ...set(v.scale, inverseNorm(v.values, v.sum, v.scale)),
        ...labels.flatMap((label) => set(product(label), v128.zero)),
        ...quads.flatMap((at) => [
          ...set(v.sum, active(v.values, at, v.scale)),
          ...v128.store(get(v.total), f32x4.add(v128.load(get(v.total), at), get(v.sum)), at),
          ...v128.store(get(v.top), f32x4.max(v128.load(get(v.top), at), get(v.sum)), at),
          ...labels.flatMap((label) =>
            set(
              product(label),
              f32x4.add(
                get(product(label)),
                f32x4.multiply(get(v.sum), v128.load(get(v.weights), floats * label + at)),
              ),
            ),
          ),
        ]),
        ...labels.flatMap((label) =>
          f32.store(
            get(v.scores),
            f32.add(f32x4.sum(product(label)), f32.load(get(v.bias), 4 * label)),
            4 * label,
          ),
        ),
        ...advance(v.values, floats),
        ...advance(v.scores, 4 * labels.length),
      ]);
    },
  );

  const project = wasmFunction(
    'project',
    { vector: address, matrix: address, target: address, width: number },
    { factor: [lanes] },
    (v) =>
      repeat(v.width, get(v.width), [
        ...set(v.factor, f32x4.loadSplat(get(v.vector))),
        ...quads.flatMap((at) =>
          v128.store(
            get(v.target),
            f32x4.add(
              v128.load(get(v.target), at),
              f32x4.multiply(get(v.factor), v128.load(get(v.matrix), at)),
            ),
            at,
          ),
        ),
        ...advance(v.vector, 4),
        ...advance(v.matrix, floats),
      ]),
  );

  return wasmModule(pages, [gather, normalise, quantise, convolve, pool, spread, score, project]);
}
