import type { Paper } from '#papers/schema.ts';

/**
 * The date under which a paper is listed: the first digest that had it, else its publication, else null.
 * Never the last digest: a paper that comes again is not new.
 */
export function entryDate(paper: Pick<Paper, 'sightings' | 'published'>): string | null {
  let first: string | null = null;
  for (const { date } of paper.sightings) if (date !== null && (first === null || date < first)) first = date;
  return first ?? paper.published;
}

/** Orders newest first, undated last, and within a date by id. */
export function newestFirst(
  a: { date: string | null; id: string },
  b: { date: string | null; id: string },
): number {
  const dateA = a.date ?? '';
  const dateB = b.date ?? '';
  if (dateA !== dateB) return dateA < dateB ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
