/**
 * What the build and the query must agree on, and what a full MiniSearch index would be given to rank alike:
 * `{ fields: searchFields, searchOptions: { boost, bm25, weights } }` with the tokens of `tokenize`.
 */

/** Indexed text fields; the position is the field's number in the files. */
export const searchFields = ['title', 'abstract', 'authors', 'topics'] as const;

export type SearchField = (typeof searchFields)[number];

/** The number of the field whose lengths follow from the order of the documents. */
export const abstractField = 1;

/** The pseudo-field of filter terms (`!topic:…`, `!date:…`, `!has:…`), which never score. */
export const filterField = searchFields.length;

/** Multiplies what a match in the field scores. */
export const fieldBoosts: Record<SearchField, number> = { title: 3, abstract: 1, authors: 2, topics: 1 };

/** BM25+ parameters: term frequency saturation, length normalisation, lower bound. MiniSearch's defaults. */
export const bm25 = { k: 1.2, b: 0.7, d: 0.5 };

/** Weight of a prefix or corrected match at distance 0, as against 1 for the word itself. MiniSearch's defaults. */
export const matchWeights = { prefix: 0.375, fuzzy: 0.45 };

/** Letters a last word needs before it also matches the words it begins. */
export const minPrefixLength = 3;

/** Weight of a word that begins with the query's, falling with the letters it has more. */
export function prefixWeight(termLength: number, queryLength: number): number {
  return (matchWeights.prefix * termLength) / (termLength + 0.3 * (termLength - queryLength));
}

/** Weight of a correction, falling with the edits it took. */
export function fuzzyWeight(termLength: number, distance: number): number {
  return (matchWeights.fuzzy * termLength) / (termLength + distance);
}
