import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderByWeight } from '#related/order-by-weight.ts';
import { PairTable } from '#related/pair-table.ts';
import { relate } from '#related/related.ts';
import type { RelatedDocument } from '#related/schema.ts';
import { Random } from '../../scripts/random.ts';

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

describe('related documents', () => {
  /**
   * Documents of many fields, each with words of its own in two spellings; some words, and pairs, are common, some
   * rare.
   */
  function documentsOf(pick: (below: number) => number, count: number, name: string, isNew: boolean) {
    return Array.from({ length: count }, (_, number): RelatedDocument => {
      const field = pick(12);
      const words = (length: number): string =>
        Array.from({ length }, () => {
          const kind = pick(10);
          if (kind === 0) return `rare${spelt(pick(500))}`;
          if (kind < 3) return `common${spelt(pick(9))}`;
          const ending = pick(2) === 0 ? 's' : '';
          if (kind < 5) return `left${spelt(pick(90))}${ending} right${ending}`;
          return `field${spelt(field * 40 + pick(40))}${ending}`;
        }).join(' ');
      return { id: `${'badc'[number % 4]}${name}${number}`, title: words(5), abstract: words(60), isNew };
    });
  }
  const spelt = (number: number): string =>
    number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);

  it('are the same whether all are compared or only those that new ones may be related to', () => {
    let [compared, all] = [0, 0];
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed);
        const pick = (below: number): number => random.below(below);
        const before = [...documentsOf(pick, 180, 'old', false), ...documentsOf(pick, 12, 'recent', true)];
        const after = [...before, ...documentsOf(pick, 2, 'today', true)];
        const known = relate(before);
        const again = relate(after, { known });
        expect(again).toEqual(relate(after));
        all += before.length;
        compared += before.filter(({ id }) => again.related.get(id) !== known.related.get(id)).length;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeLessThan(0.6 * all);
  });
});
