import { z } from 'zod';

/** A stretch of text, or a formula as its TeX and its MathML. */
export const segmentSchema = z.union([z.string(), z.tuple([z.string(), z.string()])]);

export type Segment = z.infer<typeof segmentSchema>;

/** What search knows of a paper. `date`, an ISO date, is the one that the site lists the paper under, or null. */
export const searchDocumentSchema = z.object({
  slug: z.string().min(1),
  title: z.array(segmentSchema),
  abstract: z.array(segmentSchema),
  authors: z.array(z.string()),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  date: z.iso.date().nullable(),
  hasCode: z.boolean(),
  hasMath: z.boolean(),
});

export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** A paper as search results show it: the first of its authors, and indexes into the corpus' topics. */
export interface StoredDocument {
  slug: string;
  title: Segment[];
  abstract: Segment[];
  authors: string[];
  authorCount: number;
  topics: number[];
  date: string | null;
  hasCode: boolean;
}
