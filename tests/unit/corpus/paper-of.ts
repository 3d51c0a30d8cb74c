import type { Paper } from '#papers/schema.ts';
import type { Entry } from '#corpus/schema.ts';

/** A paper with the given values and nothing else known. */
export function paperOf(values: Partial<Paper> & { id: string }): Paper {
  return {
    slug: values.id,
    formerSlugs: [],
    title: `Title of ${values.id}`,
    abstract: '',
    tex: 'damaged',
    published: null,
    updated: null,
    arxivId: null,
    doi: null,
    authors: [],
    authorCount: null,
    organization: null,
    comments: null,
    upvotes: null,
    categories: [],
    keywords: [],
    summary: null,
    links: [],
    sightings: [{ feed: 'a.txt', line: 1, position: 1, date: null }],
    ...values,
  };
}

/** An entry of the corpus around such a paper. */
export function entryOf(values: Partial<Paper> & { id: string }, topics: string[] = []): Entry {
  const paper = paperOf(values);
  return {
    paper,
    title: { text: paper.title, formulas: [] },
    abstract: { text: paper.abstract, formulas: [] },
    topics,
    related: [],
    links: [],
  };
}
