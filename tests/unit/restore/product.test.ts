import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Product } from '../../../src/restore/product.ts';

const channels = 16;
const maxRows = 9;
const level = fc.integer({ min: -1023, max: 1023 });
const rowsOf = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: count * channels, maxLength: count * channels });

/** A factor whose largest weight is 1, so that its integer weights are known. */
function factorValues(levels: readonly number[]): Float32Array {
  const values = Float32Array.from(levels, (value) => value / 1023);
  values[0] = 1;
  return values;
}

test('products are those of integer arithmetic, for every number of rows and every shift', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: maxRows }).chain((count) => fc.tuple(fc.constant(count), rowsOf(count))),
      fc.array(level, { minLength: channels * channels, maxLength: channels * channels }),
      fc.integer({ min: -8, max: 8 }),
      ([count, activations], levels, shift) => {
        const product = new Product(channels, maxRows, 1);
        const values = factorValues(levels);
        const [factor] = product.factors(values);
        product.setRows(Float32Array.from(activations, (value) => value / 1024));
        product.add(factor!, shift);
        const sums = new Float32Array(count * channels);
        product.takeSums(factor!, sums);
        for (let row = 0; row < count; row++) {
          const from = row + shift;
          for (let column = 0; column < channels; column++) {
            let sum = 0;
            if (from >= 0 && from < count)
              for (let c = 0; c < channels; c++)
                sum += activations[from * channels + c]! * Math.round(values[c * channels + column]! * 1023);
            expect(sums[row * channels + column]).toBe(Math.fround(sum * factor!.unit));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the products of several factors add up, and later rows do not see earlier ones', () => {
  const product = new Product(channels, maxRows, 2);
  const identity = new Float32Array(2 * channels * channels);
  for (let c = 0; c < channels; c++)
    identity[c * channels + c] = identity[channels * channels + c * channels + c] = 1;
  const [first, second] = product.factors(identity);
  product.setRows(new Float32Array(maxRows * channels).fill(2));
  product.add(first!, 0);
  product.add(second!, 1);
  const sums = new Float32Array(2 * channels);
  product.takeSums(first!, sums);
  expect(sums[0]).toBeCloseTo(4, 3);
  expect(product.of(new Float32Array(channels).fill(0.5), first!)[3]).toBeCloseTo(0.5, 3);
});
