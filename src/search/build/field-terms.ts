import { votesTerm } from '#search/votes-term.ts';
import { dateOf, type SearchDocument, type Segment } from '#search/schema.ts';
import type { TermIds } from './term-ids.ts';

/** The ids of the terms of each field of a document, repeats included; the last field has its filter terms. */
export type FieldTerms = Uint32Array[];

/** The filter terms of a document; `!` sorts before every letter and digit, and no text has it in a term. */
function filterTerms(document: SearchDocument): string[] {
  const terms = document.topics.map(({ slug }) => `!topic:${slug}`);
  const date = dateOf(document);
  if (date !== null) terms.push(`!date:${date}`);
  if (document.arxivId !== null) terms.push(`!arxiv:${document.arxivId}`);
  if (document.upvotes !== null && document.upvotes > 0) terms.push(votesTerm(document.upvotes));
  if (document.hasCode) terms.push('!has:code');
  if (document.hasMath) terms.push('!has:math');
  return terms;
}

/** A document's fields as MiniSearch would be given them. */
export function fieldSegments({ title, abstract, authors, topics }: SearchDocument): (readonly Segment[])[] {
  return [title, abstract, authors, topics.map(({ name }) => name)];
}

export function fieldTerms(document: SearchDocument, ids: TermIds): FieldTerms {
  return [
    ...fieldSegments(document).map((segments) => ids.indexIds(segments)),
    Uint32Array.from(filterTerms(document), (term) => ids.idOf(term)),
  ];
}
