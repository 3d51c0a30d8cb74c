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
  byline: string | null;
  /** Authors who match, but are not in the byline. */
  foundAuthors: MarkedSegment[][];
  topics: TopicName[];
  seen: string | null;
  published: string | null;
  hasCode: boolean;
  upvotes: number | null;
  score: number;
}

export interface SearchResponse {
  results: SearchResult[];
  /** Papers that match. */
  total: number;
  /** False while a phrase was not yet looked for in all candidates: then there may be more or fewer. */
  isTotalExact: boolean;
  /** Papers by year, newest first; years without papers are left out. */
  years: { year: number; count: number }[];
  /** Files that counting by topic loads; it is worth asking first when they are many. */
  topicFileCount: number;
  /** Topics that the words of the query name: their pages have what other words say of the same. */
  topicsMeant: TopicName[];
  /** How the query was read, where that may not be what was meant; sentences. */
  notes: string[];
}

/** Papers of an answer with a topic. */
export interface TopicCount extends TopicName {
  count: number;
}

/** Orders of results; the first where none is asked for. */
export const sortOrders = ['relevance', 'date', 'votes'] as const;

export type SortOrder = (typeof sortOrders)[number];

export interface SearchOptions {
  /** Results wanted, and how many to skip before them. */
  limit?: number;
  offset?: number;
  sort?: SortOrder;
  signal?: AbortSignal;
}
