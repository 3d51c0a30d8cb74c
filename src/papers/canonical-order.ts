import type { Sighting } from '#sightings/schema.ts';

/** Formats that describe papers, rather than list those of one day. */
const RECORD_FORMATS = new Set<Sighting['format']>(['arxiv-atom', 'arxiv-json', 'arxiv-rss']);

/** Compares by UTF-16 code units. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The order in which sightings have a say in what a paper is called: digests before records of arXiv, which are
 * often added later to describe papers already there; then by date, undated first; then by feed, line, position.
 */
export function canonicalOrder(a: Sighting, b: Sighting): number {
  return (
    Number(RECORD_FORMATS.has(a.format)) - Number(RECORD_FORMATS.has(b.format)) ||
    byCodeUnits(a.date ?? '', b.date ?? '') ||
    byCodeUnits(a.feed, b.feed) ||
    a.line - b.line ||
    a.position - b.position
  );
}

/** The sightings in canonical order, each place in a feed once. */
export function canonicalSightings(sightings: readonly Sighting[]): Sighting[] {
  const sorted = [...sightings].sort(
    (a, b) => canonicalOrder(a, b) || byCodeUnits(JSON.stringify(a), JSON.stringify(b)),
  );
  return sorted.filter((sighting, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || canonicalOrder(previous, sighting) !== 0;
  });
}
