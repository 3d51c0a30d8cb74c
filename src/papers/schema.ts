import { z } from 'zod';
import { isoDateSchema, linkSchema, sightingSchema } from '#sightings/schema.ts';

/** Where and when a paper was sighted. */
const appearanceSchema = sightingSchema.pick({ feed: true, line: true, position: true, date: true });

export type Appearance = z.infer<typeof appearanceSchema>;

/**
 * The deduplicated record merged from all sightings of a paper. Text is as the best sighting has it (`tex` says
 * whether that is the authors' own TeX).
 *
 * - `id`, `slug`: stable; they do not change when further feeds arrive.
 * - `formerSlugs`: addresses that this paper would have had by another of its titles; they redirect.
 * - `sightings`: every appearance, by date (undated last), feed and line.
 */
export const paperSchema = z.object({
  id: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  formerSlugs: z.array(z.string()),
  title: z.string().min(1),
  abstract: z.string(),
  tex: z.enum(['damaged', 'authors']),
  published: isoDateSchema.nullable(),
  updated: isoDateSchema.nullable(),
  arxivId: z.string().nullable(),
  doi: z.string().nullable(),
  authors: z.array(z.string()),
  authorCount: z.int().positive().nullable(),
  organization: z.string().nullable(),
  comments: z.int().nonnegative().nullable(),
  upvotes: z.int().nonnegative().nullable(),
  categories: z.array(z.string()),
  keywords: z.array(z.string()),
  summary: z.string().nullable(),
  links: z.array(linkSchema),
  sightings: z.array(appearanceSchema).min(1),
});

export type Paper = z.infer<typeof paperSchema>;
