/**
 * Assembles a WebAssembly module that multiplies matrices of 16-bit integers, exactly and so alike on every
 * machine. It exports `memory` and `multiply(rows, weights, sums, groups)`, all addresses in bytes:
 *
 * - `rows`: `4 * groups` rows of `channels` int16, one behind the other;
 * - `weights`: for every eight columns, for every two channels, for every column the two weights, int16;
 * - `sums`: `4 * groups` rows of `channels` int32, to which the products are added.
 *
 * Four rows by eight columns are in registers at a time. `channels` is a multiple of eight.
 */
export function multiplyModule(channels: number, memoryPages: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(sections.type, [1, 0x60, 4, i32, i32, i32, i32, 0]),
    ...section(sections.function, [1, 0]),
    ...section(sections.memory, [1, 0x00, ...unsigned(memoryPages)]),
    ...section(sections.export, [2, ...name('memory'), 0x02, 0, ...name('multiply'), 0x00, 0]),
    ...section(sections.code, [1, ...sized([...locals, ...body(channels)])]),
  );
}

const sections = { type: 1, function: 3, memory: 5, export: 7, code: 10 } as const;
const i32 = 0x7f;
const v128 = 0x7b;
const noResult = 0x40;

const parameter = { rows: 0, weights: 1, sums: 2, groups: 3 } as const;
const local = { row: 4, weight: 5, column: 6, pair: 7, splat: 8, weights: 9, sums: 11 } as const;
const locals = [2, ...[4, i32], ...[11, v128]];
const rowsAtOnce = 4;
const vectorsAtOnce = 2;

const op = {
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  get: 0x20,
  set: 0x21,
  tee: 0x22,
  constant: 0x41,
  add: 0x6a,
  subtract: 0x6b,
  simd: 0xfd,
} as const;
const simd = { load: 0x00, loadSplat32: 0x09, store: 0x0b, add: 0xae, dot: 0xba } as const;

function body(channels: number): number[] {
  const inner: number[] = [];
  for (let v = 0; v < vectorsAtOnce; v++)
    inner.push(...get(local.weight), ...load(simd.load, 16 * v), op.set, local.weights + v);
  for (let r = 0; r < rowsAtOnce; r++) {
    inner.push(...get(local.row), ...load(simd.loadSplat32, 2 * channels * r), op.set, local.splat);
    for (let v = 0; v < vectorsAtOnce; v++) {
      const sum = sumOf(r, v);
      inner.push(...get(sum), ...get(local.splat), ...get(local.weights + v));
      inner.push(...vector(simd.dot), ...vector(simd.add), op.set, sum);
    }
  }
  inner.push(...advance(local.row, 4), ...advance(local.weight, 16 * vectorsAtOnce));
  const everySum = (one: (r: number, v: number) => number[]): number[] =>
    Array.from({ length: rowsAtOnce * vectorsAtOnce }, (_, i) => one(i >> 1, i & 1)).flat();
  const overColumns = [
    ...[...get(parameter.rows), op.set, local.row],
    ...everySum((r, v) => [
      ...get(parameter.sums),
      ...load(simd.load, 4 * channels * r + 16 * v),
      op.set,
      sumOf(r, v),
    ]),
    ...repeat(local.pair, channels / 2, inner),
    ...everySum((r, v) => [
      ...get(parameter.sums),
      ...get(sumOf(r, v)),
      ...load(simd.store, 4 * channels * r + 16 * v),
    ]),
    ...advance(parameter.sums, 16 * vectorsAtOnce),
  ];
  return [
    ...[op.loop, noResult],
    ...[...get(parameter.weights), op.set, local.weight],
    ...repeat(local.column, channels / (4 * vectorsAtOnce), overColumns),
    ...advance(parameter.rows, 2 * channels * rowsAtOnce),
    ...advance(parameter.sums, 4 * channels * (rowsAtOnce - 1)),
    ...[...get(parameter.groups), op.constant, 1, op.subtract, op.tee, parameter.groups],
    ...[op.branchIf, 0, op.end, op.end],
  ];
}

function sumOf(row: number, vectorIndex: number): number {
  return local.sums + row * vectorsAtOnce + vectorIndex;
}

/** Does `body` a fixed number of times, counting down in the local `counter`. */
function repeat(counter: number, times: number, body: readonly number[]): number[] {
  return [
    ...[op.constant, ...signed(times), op.set, counter],
    ...[op.loop, noResult, ...body],
    ...[...get(counter), op.constant, 1, op.subtract, op.tee, counter],
    ...[op.branchIf, 0, op.end],
  ];
}

function get(variable: number): number[] {
  return [op.get, variable];
}

function advance(variable: number, bytes: number): number[] {
  return [...get(variable), op.constant, ...signed(bytes), op.add, op.set, variable];
}

function load(instruction: number, offset: number): number[] {
  return [...vector(instruction), 0, ...unsigned(offset)];
}

function vector(instruction: number): number[] {
  return [op.simd, ...unsigned(instruction)];
}

/** LEB128 of a number that is not negative. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128 of a number that is not negative: the sign bit of the last byte stays clear. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

function section(id: number, bytes: readonly number[]): number[] {
  return [id, ...sized(bytes)];
}

function name(text: string): number[] {
  return sized([...new TextEncoder().encode(text)]);
}
