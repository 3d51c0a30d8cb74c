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
  type WasmFunction,
  wasmFunction,
} from './wasm.ts';

/** One unit of a quantised activation. Activations are at most the root of the number of channels. */
export const unitsPerActivation = 1024;
/** What is added to a mean square before its root is taken. */
const damping = 1e-2;
const { i32: address, i32: number, f32: real, v128: lanes } = types;

/** Those functions of `NetworkKernels` that work on rows one by one. */
export function rowKernels(channels: number): WasmFunction[] {
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

  return [gather, normalise, quantise, pool, spread, score, project];
}
