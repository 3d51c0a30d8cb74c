import { relatedPapers } from '#related/related.ts';
import { buildSearch } from '#search/build-search.ts';

/** Compares all papers, in a worker thread. */
export const relate = relatedPapers;

/** Indexes all papers for search, in a worker thread; answers the files by their paths. */
export function index(documents: Parameters<typeof buildSearch>[0]): Map<string, Uint8Array> {
  return buildSearch(documents).files;
}
