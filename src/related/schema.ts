import { z } from 'zod';

/** A paper that is like another, and the terms that made it so, heaviest first. */
export const relatedSchema = z.object({ id: z.string(), score: z.number(), terms: z.array(z.string()) });

export type Related = z.infer<typeof relatedSchema>;
