import type { Segment, StoredDocument } from '#search/schema.ts';
import { searchFields, type SearchField } from '#search/options.ts';
import { tokenizeSegments } from '#search/segment-terms.ts';

/** By a word of the query, what it may stand for besides itself. */
export type Replacements = ReadonlyMap<string, readonly string[]>;

function contains(terms: readonly string[], phrase: readonly string[], replacements: Replacements): boolean {
  const isMatch = (found: string, term: string) =>
    found === term || (replacements.get(term)?.includes(found) ?? false);
  for (let start = 0; start + phrase.length <= terms.length; start++) {
    if (phrase.every((term, i) => isMatch(terms[start + i]!, term))) return true;
  }
  return false;
}

/**
 * How to read a text: as it is, and where it has formulas also with the names that these make in one piece (`joined`).
 */
const readingsOf = (text: readonly Segment[]): boolean[] => (text.length > 1 ? [false, true] : [false]);

/**
 * Whether a document that has all words of a phrase has them in order within one text: the title, the abstract, one
 * author, one topic. Where a document has more authors than are stored, `author:` takes the words alone for it.
 */
export function hasPhrase(
  document: StoredDocument,
  phrase: readonly string[],
  field: SearchField | null,
  topicNames: readonly string[],
  replacements: Replacements,
): boolean {
  const texts: Record<SearchField, (readonly Segment[])[]> = {
    title: [document.title],
    abstract: [document.abstract],
    authors: document.authors.map((author) => [author]),
    topics: document.topics.map((topic) => [topicNames[topic] ?? '']),
  };
  if (field === 'authors' && document.authors.length < document.authorCount) return true;
  return (field === null ? searchFields : [field]).some((name) =>
    texts[name].some((text) =>
      readingsOf(text).some((joined) => contains(tokenizeSegments(text, joined), phrase, replacements)),
    ),
  );
}
