import type { StoredDocument } from '#search/schema.ts';
import { findHits, highlight, type Hit, type HighlightTerms, type MarkedSegment } from './highlight.ts';

/** Authors named beside a byline, at most. */
const maxNamed = 2;

const groupsOf = (hits: readonly Hit[]): Set<number> => new Set(hits.map(({ group }) => group));

/**
 * The authors for whom a paper was found, as far as its byline leaves them out: those with the most words of the query
 * in their names, where some of these words are neither in its title nor in its abstract.
 */
export function foundAuthors(
  { title, abstract, authors, byline }: Pick<StoredDocument, 'title' | 'abstract' | 'authors' | 'byline'>,
  terms: HighlightTerms,
): MarkedSegment[][] {
  const found = authors
    .map((name) => ({ name, groups: groupsOf(findHits([name], terms)) }))
    .filter(({ groups }) => groups.size > 0);
  // Most papers are found by their texts alone, which need not be read again then.
  if (found.length === 0) return [];
  const most = Math.max(...found.map(({ groups }) => groups.size));
  const inText = groupsOf([...findHits(title, terms), ...findHits(abstract, terms)]);
  return found
    .filter(({ groups }) => groups.size === most && [...groups].some((group) => !inText.has(group)))
    .filter(({ name }) => !byline?.includes(name))
    .slice(0, maxNamed)
    .map(({ name }) => highlight([name], terms));
}
