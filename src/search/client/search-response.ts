import type { MarkedSegment } from '#search/query/highlight.ts';

/** A topic of the corpus. */
export interface TopicName {
  slug: string;
  name: string;
}

/** A paper found, ready to be shown. */
export interface SearchResult {
  slug: string;
  title: MarkedSegment[];
  excerpt: MarkedSegment[];
  authors: string[];
  authorCount: number;
  topics: TopicName[];
  date: string | null;
  hasCode: boolean;
  score: number;
}

export interface SearchResponse {
  results: SearchResult[];
  /** Papers that match. */
  total: number;
  /** False while a phrase was not yet looked for in all candidates: then there may be more or fewer. */
  isTotalExact: boolean;
  /** How the query was read, where that may not be what was meant; sentences. */
  notes: string[];
}

/** Papers of the answer by topic, most first, and by year, newest first; years without papers are left out. */
export interface Facets {
  topics: (TopicName & { count: number })[];
  years: { year: number; count: number }[];
}

export type SortOrder = 'relevance' | 'date';

export interface SearchOptions {
  /** Results wanted, and how many to skip before them. */
  limit?: number;
  offset?: number;
  sort?: SortOrder;
  signal?: AbortSignal;
}
