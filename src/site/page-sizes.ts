/** Papers on one page of a list of cards (topics, months, weeks, years of publication). */
export const papersPerPage = 60;

/** Papers on one page of a digest: a day is read as a whole, so only the largest are cut. */
export const digestPapersPerPage = 300;

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function paginate<T>(items: readonly T[], size: number): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < Math.max(items.length, 1); start += size)
    pages.push(items.slice(start, start + size));
  return pages;
}
