import { z } from 'zod';
import { isoDateSchema } from '#sightings/schema.ts';
import { paperSchema } from '#papers/schema.ts';

/** A restored formula: `start`, `end` are the UTF-16 range of `$…$`, dollars included, in the restored text. */
export const formulaSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  tex: z.string(),
  confidence: z.number().min(0).max(1),
  lossy: z.boolean(),
  reconstructed: z.boolean(),
});

/** A text with its mathematics in `$…$`. */
export const restoredTextSchema = z.object({ text: z.string(), formulas: z.array(formulaSchema) });

/** A paper that is like another, and the terms that made it so, heaviest first. */
export const relatedSchema = z.object({ id: z.string(), score: z.number(), terms: z.array(z.string()) });

export type Related = z.infer<typeof relatedSchema>;

/**
 * One entry of the corpus: the paper, its restored texts, its topics (slugs, best first), its related papers, and
 * its links (those of the feeds and those found in the abstract).
 */
export const entrySchema = z.object({
  paper: paperSchema,
  title: restoredTextSchema,
  abstract: restoredTextSchema,
  topics: z.array(z.string()),
  related: z.array(relatedSchema),
  links: paperSchema.shape.links,
});

export type Entry = z.infer<typeof entrySchema>;

/**
 * The papers of one date (`date` null: of one undated feed), in the feeds' order. `seenBefore` tells those that an
 * earlier digest had.
 */
export const digestSchema = z.object({
  date: isoDateSchema.nullable(),
  feeds: z.array(z.string()),
  items: z.array(
    z.object({ id: z.string(), position: z.int().positive(), seenBefore: isoDateSchema.nullable() }),
  ),
});

export type Digest = z.infer<typeof digestSchema>;
