import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paginate } from '#site/page-sizes.ts';

it('keeps every item, in order, on pages that are full but for the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (items, size) => {
      const pages = paginate(items, size);
      expect(pages.flat()).toEqual(items);
      expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
      expect(pages.at(-1)!.length).toBeLessThanOrEqual(size);
    }),
  );
});

it('makes an empty list one empty page', () => {
  expect(paginate([], 60)).toEqual([[]]);
});
