/** Papers on one page of a list of cards (topics, months, weeks, years of publication). */
export const papersPerPage = 60;

/** Papers on one page of a digest: a day is read as a whole, so only the largest are cut. */
export const digestPapersPerPage = 300;

/** How many pages of at most `size` a list of so many items has; an empty list has one, which is empty. */
export function pageCount(items: number, size: number): number {
  return Math.max(Math.ceil(items / size), 1);
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function paginate<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: pageCount(items.length, size) }, (_, index) => pageOf(items, index + 1, size));
}

/**
 * The items on one page, counted from 1. Pages are laid out one by one, and many at a time are kept until they are
 * filled in: each must hold no more than its own.
 */
export function pageOf<T>(items: readonly T[], page: number, size: number): T[] {
  return items.slice((page - 1) * size, page * size);
}

/** What stands on one page of several lists read one after the other: each list with its items there, if any. */
export function pageOfLists<T extends { items: readonly unknown[] }>(
  lists: readonly T[],
  page: number,
  size: number,
): T[] {
  const end = page * size;
  let start = 0;
  return lists.flatMap((list) => {
    const from = start;
    start += list.items.length;
    const items = list.items.slice(Math.max(end - size - from, 0), Math.max(end - from, 0));
    return items.length > 0 ? [{ ...list, items }] : [];
  });
}

/** How many items several lists have. */
export function itemCount(lists: readonly { items: readonly unknown[] }[]): number {
  return lists.reduce((sum, { items }) => sum + items.length, 0);
}
