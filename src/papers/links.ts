/**
 * A reason to take two sightings (by their indexes, `a < b`) for one paper. The stronger the link, the earlier it is
 * followed: 2 for equal title and abstract, 1 to 2 for equal titles and like abstracts, below 1 for different titles.
 */
export interface PaperLink {
  a: number;
  b: number;
  strength: number;
}

/** A link between two indexes in any order. */
export function paperLink(a: number, b: number, strength: number): PaperLink {
  return a < b ? { a, b, strength } : { a: b, b: a, strength };
}
