import fc from 'fast-check';
import { expect, it } from 'vitest';
import { archivePageCount, archivePageOf, mainPageOf } from '#site/list-pages.ts';
import { papersPerPage } from '#site/page-sizes.ts';

const numbersUpTo = (count: number) => Array.from({ length: count }, (_, index) => index);
/** The pages of a list, newest first: the main page, then the archive pages from the last to the first. */
const pagesOf = <T>(items: readonly T[]): T[][] => [
  mainPageOf(items),
  ...numbersUpTo(archivePageCount(items.length))
    .reverse()
    .map((index) => archivePageOf(items, index + 1)),
];

it('keeps every item, in order: archive pages are full, the main page has half a page to one and a half', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 * papersPerPage }), (count) => {
      const items = numbersUpTo(count);
      const [main, ...archive] = pagesOf(items);
      expect([main, ...archive].flat()).toEqual(items);
      expect(archive.every((page) => page.length === papersPerPage)).toBe(true);
      expect(main!.length).toBeLessThan(1.5 * papersPerPage);
      expect(main!.length).toBeGreaterThanOrEqual(Math.min(count, papersPerPage / 2));
    }),
  );
});

it('leaves archive pages as they are when newer items come', () => {
  fc.assert(
    fc.property(fc.nat({ max: 900 }), fc.nat({ max: 200 }), (count, more) => {
      const before = numbersUpTo(count).map((item) => `old ${item}`);
      const after = [...numbersUpTo(more).map((item) => `new ${item}`), ...before];
      const kept = archivePageCount(before.length);
      expect(archivePageCount(after.length)).toBeGreaterThanOrEqual(kept);
      for (let number = 1; number <= kept; number += 1)
        expect(archivePageOf(after, number)).toEqual(archivePageOf(before, number));
    }),
  );
});
