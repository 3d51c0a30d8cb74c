import { papersPerPage } from './page-sizes.ts';

/**
 * Lists that grow at their newest end (topics, years of publication, papers with code) are cut so that what was
 * published stays where it is: the newest items stand on the main page of the list, and the others on archive pages,
 * which are full and numbered from the oldest, 1. Once there, an archive page keeps its address and its items for as
 * long as items are added at the newest end only. The main page holds from half a page to one and a half.
 */

/** How many archive pages a list of so many items has. */
export function archivePageCount(items: number): number {
  return Math.max(Math.floor(items / papersPerPage - 0.5), 0);
}

/** The items, newest first, on the main page of a list. */
export function mainPageOf<T>(items: readonly T[]): T[] {
  return items.slice(0, items.length - archivePageCount(items.length) * papersPerPage);
}

/** The items, newest first, on an archive page of a list. */
export function archivePageOf<T>(items: readonly T[], number: number): T[] {
  const end = items.length - (number - 1) * papersPerPage;
  return items.slice(end - papersPerPage, end);
}
