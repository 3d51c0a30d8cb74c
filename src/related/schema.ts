import { z } from 'zod';

/** A paper that is like another, and the terms that made it so, heaviest first. */
export const relatedSchema = z.object({ id: z.string(), score: z.number(), terms: z.array(z.string()) });

export type Related = z.infer<typeof relatedSchema>;

/**
 * What is compared: an id, and two texts. `isNew`: terms are weighed without it, by the documents that are not, so that
 * a new document changes nothing between the others.
 */
export interface RelatedDocument {
  id: string;
  title: string;
  abstract: string;
  isNew?: boolean;
}
