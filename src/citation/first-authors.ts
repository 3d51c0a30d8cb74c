/** Of more authors than this a page names the first in its references and metadata: some papers have thousands. */
export const maxAuthorsOnPage = 50;

/** A record as a page has it, which is loaded by many more people than need the names of all authors. */
export function withFirstAuthors<T extends { authors: readonly string[]; moreAuthors: number }>(
  record: T,
): T {
  const { authors, moreAuthors } = record;
  if (authors.length <= maxAuthorsOnPage) return record;
  const first = authors.slice(0, maxAuthorsOnPage);
  return { ...record, authors: first, moreAuthors: moreAuthors + authors.length - first.length };
}
