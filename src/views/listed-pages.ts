import type { Corpus } from '#corpus/corpus.ts';
import { archivePages } from './archive-pages.ts';
import { datePages } from './date-pages.ts';
import type { StampedPage } from './stamped-page.ts';
import { topPages } from './top-page.ts';

/** The rooms with pages of lists that are stamped. */
export const listRooms: readonly StampedPage['room'][] = ['dates', 'topics', 'published', 'code', 'top'];

/** All pages of lists that are stamped, one at a time: there are too many for a page by Astro each. */
export function* listedPages(corpus: Corpus): Generator<StampedPage> {
  yield* datePages(corpus);
  yield* archivePages(corpus);
  yield* topPages(corpus);
}
