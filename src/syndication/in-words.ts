/** `1 paper`, `2 papers`. */
export function paperCount(papers: number): string {
  return `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
}

/** How many papers a mail or an entry of a feed lists: a day of more ends with where the others are. */
export const maxListedPapers = 300;

/** `and 700 more papers`, for a list of `listed` of so many in all; nothing when all are listed. */
export function morePapers(papers: number, listed = maxListedPapers): string {
  return papers > listed ? `and ${papers - listed} more ${papers - listed === 1 ? 'paper' : 'papers'}` : '';
}

/** How many authors are named before “and others”. */
const maxNamedAuthors = 5;

/** Names with commas between them, the first few where there are many. */
export function authorNames(authors: readonly string[]): string {
  const more = authors.length - maxNamedAuthors;
  if (more <= 1) return authors.join(', ');
  return `${authors.slice(0, maxNamedAuthors).join(', ')} and ${more} others`;
}
