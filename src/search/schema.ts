/** A stretch of text, or a formula as its TeX and its MathML. */
export type Segment = string | readonly [tex: string, mathml: string];

/** A topic; `abbreviations` are what it is called in short, in small letters. */
export interface SearchTopic {
  slug: string;
  name: string;
  abbreviations: readonly string[];
}

/**
 * What search knows of a paper. Dates are ISO dates or null.
 *
 * - `byline`: its authors in short, as lists show them.
 * - `arxivId`: without version, and without the subject class of old ids.
 * - `seen`: the first digest that had it, under which it is found by date, else under `published`.
 * - `upvotes`: null where its source counts none.
 */
export interface SearchDocument {
  slug: string;
  title: readonly Segment[];
  abstract: readonly Segment[];
  authors: readonly string[];
  byline: string | null;
  topics: readonly SearchTopic[];
  seen: string | null;
  published: string | null;
  arxivId: string | null;
  upvotes: number | null;
  hasCode: boolean;
  hasMath: boolean;
}

/** The date that a paper is found by. */
export function dateOf({ seen, published }: Pick<SearchDocument, 'seen' | 'published'>): string | null {
  return seen ?? published;
}

/** A paper as search results show it: the first of its authors, and indexes into the corpus' topics. */
export interface StoredDocument extends Omit<SearchDocument, 'topics' | 'arxivId' | 'hasMath'> {
  authorCount: number;
  topics: readonly number[];
}
