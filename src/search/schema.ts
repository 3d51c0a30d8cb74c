import { z } from 'zod';

/** A stretch of text, or a formula as its TeX and its MathML. */
export const segmentSchema = z.union([z.string(), z.tuple([z.string(), z.string()])]);

export type Segment = z.infer<typeof segmentSchema>;

/**
 * What search knows of a paper. Dates are ISO dates or null.
 *
 * - `byline`: its authors in short, as lists show them.
 * - `seen`: the first digest that had it, under which it is found by date, else under `published`.
 */
export const searchDocumentSchema = z.object({
  slug: z.string().min(1),
  title: z.array(segmentSchema),
  abstract: z.array(segmentSchema),
  authors: z.array(z.string()),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  byline: z.string().nullable(),
  seen: z.iso.date().nullable(),
  published: z.iso.date().nullable(),
  hasCode: z.boolean(),
  hasMath: z.boolean(),
});

export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** The date that a paper is found by. */
export function dateOf({ seen, published }: Pick<SearchDocument, 'seen' | 'published'>): string | null {
  return seen ?? published;
}

/** A paper as search results show it: the first of its authors, and indexes into the corpus' topics. */
export interface StoredDocument {
  slug: string;
  title: Segment[];
  abstract: Segment[];
  authors: string[];
  authorCount: number;
  byline: string | null;
  topics: number[];
  seen: string | null;
  published: string | null;
  hasCode: boolean;
}
