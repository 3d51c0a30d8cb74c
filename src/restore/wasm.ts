/** WebAssembly instructions, as the bytes of a module (WebAssembly Core Specification 2.0, section 5). */
export type Code = readonly number[];

export const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

/** An exported function: the types of its parameters, those of its other variables, and what it does. */
export interface WasmFunction {
  name: string;
  parameters: Code;
  locals: Code;
  body: Code;
}

/**
 * A function whose variables have names; `write` gets their numbers. It answers nothing. A local is one variable of a
 * type, or several in a row, of which the name stands for the first.
 */
export function wasmFunction<P extends string, L extends string>(
  name: string,
  parameters: Record<P, number>,
  locals: Record<L, readonly [type: number, count?: number]>,
  write: (variable: Record<P | L, number>) => Code,
): WasmFunction {
  const numbers: Partial<Record<P | L, number>> = {};
  const declared: number[] = [];
  for (const variable in parameters) numbers[variable] = declared.push(parameters[variable]) - 1;
  const parameterCount = declared.length;
  for (const variable in locals) {
    const [type, count = 1] = locals[variable];
    numbers[variable] = declared.length;
    for (let i = 0; i < count; i++) declared.push(type);
  }
  return {
    name,
    parameters: declared.slice(0, parameterCount),
    locals: declared.slice(parameterCount),
    body: write(numbers as Record<P | L, number>),
  };
}

/** A module with a memory of so many pages of 64 kB, exported as `memory`, and these functions. */
export function wasmModule(pages: number, functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const count = unsigned(functions.length);
  return Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [...count, ...functions.flatMap(({ parameters }) => [0x60, ...sized(parameters), 0])]),
    ...section(3, [...count, ...functions.flatMap((_, i) => unsigned(i))]),
    ...section(5, [1, 0x00, ...unsigned(pages)]),
    ...section(7, [
      ...unsigned(functions.length + 1),
      ...[...text('memory'), 0x02, 0],
      ...functions.flatMap(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]),
    ]),
    ...section(10, [
      ...count,
      ...functions.flatMap(({ locals, body }) =>
        sized([...unsigned(locals.length), ...locals.flatMap((type) => [1, type]), ...body, 0x0b]),
      ),
    ]),
  );
}

export const get = (variable: number): Code => [0x20, ...unsigned(variable)];
export const set = (variable: number, value: Code): Code => [...value, 0x21, ...unsigned(variable)];
/** Adds to an i32 variable. */
export const advance = (variable: number, by: number | Code): Code =>
  set(variable, i32.add(get(variable), typeof by === 'number' ? i32.constant(by) : by));

/** Does `body` as often as `times` says, at least once, counting down in the variable `counter`. */
export const repeat = (counter: number, times: Code, body: Code): Code => [
  ...set(counter, times),
  ...[0x03, 0x40, ...body],
  ...set(counter, i32.subtract(get(counter), i32.constant(1))),
  ...[...get(counter), 0x0d, 0, 0x0b],
];

type Address = Code;
const binary =
  (...instruction: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...instruction];
const unary =
  (...instruction: number[]) =>
  (a: Code): Code => [...a, ...instruction];
const loader =
  (...instruction: number[]) =>
  (from: Address, offset = 0): Code => [...from, ...instruction, 0, ...unsigned(offset)];
const storer =
  (...instruction: number[]) =>
  (to: Address, value: Code, offset = 0): Code => [...to, ...value, ...instruction, 0, ...unsigned(offset)];
const vector = (instruction: number): number[] => [0xfd, ...unsigned(instruction)];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  subtract: binary(0x6b),
  multiply: binary(0x6c),
  load: loader(0x28),
  loadUint16: loader(0x2f),
};

export const f32 = {
  constant: (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer)],
  add: binary(0x92),
  multiply: binary(0x94),
  divide: binary(0x95),
  squareRoot: unary(0x91),
  load: loader(0x2a),
  store: storer(0x38),
};

export const v128 = {
  load: loader(...vector(0x00)),
  store: storer(...vector(0x0b)),
  zero: [...vector(0x0c), ...new Uint8Array(16)] as Code,
};

export const i16x8 = {
  loadInt8: loader(...vector(0x01)),
  add: binary(...vector(0x8e)),
  subtract: binary(...vector(0x91)),
  /** The low eight lanes of two vectors of int32, those too large or too small cut. */
  narrow: binary(...vector(0x85)),
};

export const i32x4 = {
  loadSplat: loader(...vector(0x09)),
  add: binary(...vector(0xae)),
  subtract: binary(...vector(0xb1)),
  /** Products of int16, those of neighbours added up. */
  dot: binary(...vector(0xba)),
  extendLow: unary(...vector(0xa7)),
  extendHigh: unary(...vector(0xa8)),
  truncate: unary(...vector(0xf8)),
};

export const f32x4 = {
  loadSplat: loader(...vector(0x09)),
  splat: unary(...vector(0x13)),
  add: binary(...vector(0xe4)),
  multiply: binary(...vector(0xe6)),
  max: binary(...vector(0xe9)),
  ofIntegers: unary(...vector(0xfa)),
  /** The sum of the four numbers of a variable, always in the same order. */
  sum: (variable: number): Code =>
    [0, 1, 2, 3]
      .map((lane): Code => [...get(variable), ...vector(0x1f), lane])
      .reduce((a, b) => f32.add(a, b)),
};

/** LEB128 of a number that is not negative. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128 of a number that is not negative: the sign bit of the last byte stays clear. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}

function sized(bytes: Code): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

function section(id: number, bytes: Code): number[] {
  return [id, ...sized(bytes)];
}

function text(value: string): number[] {
  return sized([...new TextEncoder().encode(value)]);
}
