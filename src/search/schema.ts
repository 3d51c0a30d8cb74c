import { z } from 'zod';
import { isoDateSchema } from '#sightings/schema.ts';

/**
 * What search knows of a paper. `title` and `abstract` have their mathematics in `$…$`; `date` is the newest digest
 * the paper was in, else its publication, else null.
 */
export const searchDocumentSchema = z.object({
  slug: z.string().min(1),
  title: z.string(),
  abstract: z.string(),
  authors: z.array(z.string()),
  topics: z.array(z.object({ slug: z.string(), name: z.string() })),
  date: isoDateSchema.nullable(),
  hasCode: z.boolean(),
  hasMath: z.boolean(),
});

export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** A stretch of text, or a formula as its TeX and its MathML. */
export type Segment = string | readonly [tex: string, mathml: string];

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
