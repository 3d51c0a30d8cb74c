import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByWeight } from '#related/order-by-weight.ts';
import { PairTable } from '#related/pair-table.ts';

describe('numbers with weights', () => {
  it('are ordered as by comparing', () => {
    const weight = fc.oneof(
      fc.constantFrom(0, 1, 0.5),
      fc.float({ min: 0, noNaN: true, noDefaultInfinity: true }),
    );
    const number = fc.oneof(fc.nat(5), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            number,
            weight.map((value) => Math.abs(value)),
          ),
        ),
        (list) => {
          const numbers = Uint32Array.from(list, ([number]) => number);
          const weights = Float32Array.from(list, ([, weight]) => weight);
          const expected = Array.from(numbers, (number, place) => ({ number, weight: weights[place]! })).sort(
            (a, b) => b.weight - a.weight || a.number - b.number,
          );
          orderByWeight(numbers, weights);
          expect([...numbers]).toEqual(expected.map(({ number }) => number));
          expect([...weights]).toEqual(expected.map(({ weight }) => weight));
        },
      ),
    );
  });
});

describe('a table of pairs', () => {
  it('numbers them in the order in which they come', () => {
    const pair = fc.tuple(fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20_000, size: 'max' }), (pairs) => {
        const table = new PairTable();
        const numbers = new Map<string, number>();
        for (const [first, second] of pairs) {
          const key = `${first} ${second}`;
          if (!numbers.has(key)) numbers.set(key, numbers.size);
          expect(table.add(first, second)).toBe(numbers.get(key));
        }
        expect(table.size).toBe(numbers.size);
      }),
      { numRuns: 20 },
    );
  });
});
