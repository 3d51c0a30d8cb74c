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
  const inText = groupsOf([...findHits(title, terms), ...findHits(abstract, terms)]);
  const found = authors.map((name) => ({ name, groups: groupsOf(findHits([name], terms)) }));
  const most = Math.max(...found.map(({ groups }) => groups.size));
  return found
    .filter(({ groups }) => groups.size === most && [...groups].some((group) => !inText.has(group)))
    .filter(({ name }) => !byline?.includes(name))
    .slice(0, maxNamed)
    .map(({ name }) => highlight([name], terms));
}
