import {
  advance,
  type Code,
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

/** `multiply` works on so many rows at a time. */
export const rowsAtOnce = 4;
const vectorsAtOnce = 2;
const { i32: address, i32: number, f32: real, v128: lanes } = types;

/** Those functions of `NetworkKernels` that take products of matrices, and prepare and add them up. */
export function productKernels(channels: number): WasmFunction[] {
  const floats = 4 * channels;
  const quads = Array.from({ length: channels / 4 }, (_, i) => 16 * i);
  const octets = Array.from({ length: channels / 8 }, (_, i) => 16 * i);

  const combine = wasmFunction(
    'combine',
    {
      ...{ units: address, apart: number, combined: address, size: number },
      ...{ blocks: number, perBlock: number },
    },
    {
      ...({ row: [address], to: [address], pair: [number] } as const),
      ...({ first: [lanes], second: [lanes], third: [lanes] } as const),
    },
    (v) => {
      const onwards = (variable: number, by: number): Code => advance(variable, get(by));
      const atOctet = (at: number): Code => [
        ...set(v.row, i32.add(get(v.units), i32.constant(at))),
        ...set(v.first, v128.load(get(v.row))),
        ...onwards(v.row, v.apart),
        ...set(v.second, v128.load(get(v.row))),
        ...onwards(v.row, v.apart),
        ...set(v.third, v128.load(get(v.row))),
        ...onwards(v.row, v.apart),
        ...set(v.to, i32.add(get(v.combined), i32.constant(at))),
        ...[
          i16x8.subtract(get(v.first), get(v.third)),
          i16x8.add(get(v.second), get(v.third)),
          i16x8.subtract(get(v.third), get(v.second)),
          i16x8.subtract(get(v.second), v128.load(get(v.row))),
        ].flatMap((value) => [...v128.store(get(v.to), value), ...onwards(v.to, v.size)]),
      ];
      return repeat(v.blocks, get(v.blocks), [
        ...repeat(v.pair, get(v.perBlock), [
          ...octets.flatMap(atOctet),
          ...advance(v.units, 2 * channels),
          ...advance(v.combined, 2 * channels),
        ]),
        ...advance(v.units, i32.multiply(get(v.perBlock), i32.constant(2 * channels))),
      ]);
    },
  );

  const sumCount = rowsAtOnce * vectorsAtOnce;
  const multiply = wasmFunction(
    'multiply',
    { units: address, weights: address, products: address, groups: number },
    {
      ...({ weight: [address], column: [number], row: [address], pair: [number] } as const),
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
        ...set(v.row, get(v.units)),
        ...repeat(v.pair, i32.constant(channels / 2), overPairs),
        ...everySum((sum, row, column) => v128.store(get(v.products), get(sum), floats * row + 16 * column)),
        ...advance(v.products, 32),
      ];
      return repeat(v.groups, get(v.groups), [
        ...set(v.weight, get(v.weights)),
        ...repeat(v.column, i32.constant(channels / 8), overColumns),
        ...advance(v.units, 2 * channels * rowsAtOnce),
        ...advance(v.products, floats * (rowsAtOnce - 1)),
      ]);
    },
  );

  const biased = (sum: Code, unit: number, bias: number, at: number): Code =>
    f32x4.add(f32x4.multiply(f32x4.ofIntegers(sum), f32x4.splat(get(unit))), v128.load(get(bias), at));

  const addConvolved = wasmFunction(
    'addConvolved',
    {
      ...{ products: address, size: number, unit: real, bias: address },
      ...{ target: address, apart: number, blocks: number, perBlock: number },
    },
    {
      ...({ row: [address], second: [address], pair: [number] } as const),
      ...({ own: [lanes], others: [lanes, 2] } as const),
    },
    (v) => {
      const onwards = (): Code => advance(v.row, get(v.size));
      const add = (target: number, sum: Code, at: number): Code =>
        v128.store(get(target), f32x4.add(v128.load(get(target), at), biased(sum, v.unit, v.bias, at)), at);
      const atQuad = (at: number): Code => [
        ...set(v.row, get(v.products)),
        ...set(v.own, v128.load(get(v.row), at)),
        ...onwards(),
        ...set(v.others, v128.load(get(v.row), at)),
        ...onwards(),
        ...set(v.others + 1, v128.load(get(v.row), at)),
        ...onwards(),
        ...add(v.target, i32x4.add(get(v.own), i32x4.add(get(v.others), get(v.others + 1))), at),
        ...add(
          v.second,
          i32x4.subtract(i32x4.subtract(get(v.others), get(v.others + 1)), v128.load(get(v.row), at)),
          at,
        ),
      ];
      return repeat(v.blocks, get(v.blocks), [
        ...repeat(v.pair, get(v.perBlock), [
          ...set(v.second, i32.add(get(v.target), get(v.apart))),
          ...quads.flatMap(atQuad),
          ...advance(v.target, floats),
          ...advance(v.products, floats),
        ]),
        ...advance(v.target, get(v.apart)),
      ]);
    },
  );

  const addBias = wasmFunction(
    'addBias',
    { products: address, unit: real, bias: address, target: address, count: number },
    {},
    (v) =>
      repeat(v.count, get(v.count), [
        ...quads.flatMap((at) =>
          v128.store(get(v.target), biased(v128.load(get(v.products), at), v.unit, v.bias, at), at),
        ),
        ...advance(v.products, floats),
        ...advance(v.target, floats),
      ]),
  );

  return [combine, multiply, addConvolved, addBias];
}
