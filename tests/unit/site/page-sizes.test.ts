import fc from 'fast-check';
import { expect, it } from 'vitest';
import { itemCount, pageCount, pageOfLists, paginate } from '#site/page-sizes.ts';

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

it('reads several lists as one, page by page', () => {
  const lists = fc.array(fc.record({ name: fc.string(), items: fc.array(fc.integer()) }), { maxLength: 6 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 20 }), (all, size) => {
      const pages = Array.from({ length: pageCount(itemCount(all), size) }, (_, index) =>
        pageOfLists(all, index + 1, size),
      );
      const named = (some: typeof all) =>
        some.flatMap(({ name, items }) => items.map((item) => [name, item]));
      expect(pages.map(named)).toEqual(paginate(named(all), size));
      expect(pages.flat().every(({ items }) => items.length > 0)).toBe(true);
    }),
  );
});
