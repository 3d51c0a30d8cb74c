import { expect, test } from 'vitest';
import { overlappingPairs } from '#papers/near-duplicates.ts';

const sketch = (...elements: number[]) => Uint32Array.from(elements);

test('pairs share two elements or more', () => {
  expect(overlappingPairs([sketch(1, 2, 3), sketch(2, 3, 4), sketch(3, 4, 5), sketch(9)])).toEqual([
    { a: 0, b: 1 },
    { a: 1, b: 2 },
  ]);
});

test('the largest elements are told apart', () => {
  expect(overlappingPairs([sketch(2 ** 32 - 2, 2 ** 32 - 1), sketch(2 ** 32 - 2, 2 ** 32 - 1)])).toHaveLength(
    1,
  );
  expect(overlappingPairs([sketch(2 ** 32 - 4, 2 ** 32 - 3), sketch(2 ** 32 - 2, 2 ** 32 - 1)])).toEqual([]);
});

test('what many share is not followed, so that time stays near-linear', () => {
  const members = Array.from({ length: 20_000 }, (_, index) => sketch(1, 2, 3, 10 + index));
  expect(overlappingPairs(members)).toEqual([]);
});
