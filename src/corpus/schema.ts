import { z } from 'zod';
import { isoDateSchema } from '#sightings/schema.ts';
import { paperSchema } from '#papers/schema.ts';
import { relatedSchema } from '#related/schema.ts';
import { restoredTextSchema } from '#restore/schema.ts';

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

/** What the pages show of an entry, rendered once: HTML with KaTeX, and plain Unicode for places without markup. */
export const renderedEntrySchema = z.object({
  titleHtml: z.string(),
  abstractHtml: z.string(),
  titlePlain: z.string(),
  abstractPlain: z.string(),
  hasMath: z.boolean(),
});

export type RenderedEntry = z.infer<typeof renderedEntrySchema>;

/** An author by name: `slug` is stable, `entries` are ids, newest paper first. */
export const authorRecordSchema = z.object({
  slug: z.string(),
  name: z.string(),
  entries: z.array(z.string()),
});

export type AuthorRecord = z.infer<typeof authorRecordSchema>;

/** What is computed of a paper alone, apart from all others; kept between builds under a key of its inputs. */
export const preparedSchema = z.object({
  title: restoredTextSchema,
  abstract: restoredTextSchema,
  topics: z.array(z.string()),
  links: paperSchema.shape.links,
  rendered: renderedEntrySchema,
  styles: z.array(z.string()),
});

export type Prepared = z.infer<typeof preparedSchema>;
