import type { CitationRecord } from './schema.ts';

/** Of more authors than this the first is named alone. */
const maxNamedAuthors = 8;

/** A reference as a sentence: `Ada Lovelace and Émile Borel. On √n. arXiv:2510.00001, 2025. https://…`. */
export function plainReference({
  title,
  authors,
  moreAuthors,
  date,
  arxivId,
  doi,
  url,
}: CitationRecord): string {
  const number = arxivId !== null ? `arXiv:${arxivId}` : doi !== null ? `doi:${doi}` : null;
  const where = [number, date?.slice(0, 4)].filter(Boolean).join(', ');
  const sentences = [authorList(authors, moreAuthors), title, where].filter((part) => part !== '');
  return `${sentences.map((part) => (/[.?!]$/.test(part) ? part : `${part}.`)).join(' ')} ${url}`;
}

function authorList(authors: readonly string[], moreAuthors: number): string {
  if (authors.length > maxNamedAuthors || moreAuthors > 0) return `${authors[0]} et al.`;
  const last = authors.at(-1) ?? '';
  if (authors.length < 3) return authors.join(' and ');
  return `${authors.slice(0, -1).join(', ')}, and ${last}`;
}
