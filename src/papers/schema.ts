import { z } from 'zod';
import { isoDateSchema, linkSchema, sightingSchema } from '#sightings/schema.ts';

/** Where and when a paper was sighted. */
const appearanceSchema = sightingSchema.pick({ feed: true, line: true, position: true, date: true });

export type Appearance = z.infer<typeof appearanceSchema>;

/**
 * The deduplicated record merged from all sightings of a paper. Text is as the best sighting has it (`tex` says
 * whether that is the authors' own TeX), or as the owner of the site corrected it.
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
  tex: z.enum(['damaged', 'authors', 'owner']),
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

/**
 * A text of an owner. Between double quotes YAML takes the beginning of `\beta` for a sign that controls terminals, and
 * where a formula was, pages would have its remains.
 */
const ownTextSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\0-\t\v-\x1f]*$/, 'a text in single quotes: double quotes change TeX such as \\beta');

/** `content/corrections.yaml`: what a paper's title and abstract are in truth, by its slug; TeX in dollars. */
export const correctionsSchema = z.record(
  z.string(),
  z
    .strictObject({
      title: ownTextSchema.optional(),
      abstract: ownTextSchema.optional(),
    })
    .refine(({ title, abstract }) => title !== undefined || abstract !== undefined, {
      error: 'a title, an abstract or both',
    }),
);

export type Corrections = z.infer<typeof correctionsSchema>;
