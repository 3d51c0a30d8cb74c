import { z } from 'zod';
import { isoDateSchema, sightingSchema } from '#sightings/schema.ts';

/** What arXiv knows of a paper: text with the authors' own TeX, and the facts that a scraped page lacks. */
const arxivRecordSchema = sightingSchema.pick({
  title: true,
  abstract: true,
  authors: true,
  categories: true,
  published: true,
  doi: true,
});

export type ArxivRecord = z.infer<typeof arxivRecordSchema> & { arxivId: string };

/**
 * How far a paper and a record agree, from 0 to 1, rounded to 3 digits.
 *
 * - `title`: Dice's coefficient of the words of the titles; 1 exactly when the normalised titles are equal.
 * - `containment`, `jaccard`: of the abstracts' runs of three words: the part of the shorter one's that both have, and
 *   the part of all that both have (Broder, "On the resemblance and containment of documents", 1997). Null when an
 *   abstract is missing or too short to tell.
 */
const agreementSchema = z.object({
  title: z.number().min(0).max(1),
  containment: z.number().min(0).max(1).nullable(),
  jaccard: z.number().min(0).max(1).nullable(),
});

export type Agreement = z.infer<typeof agreementSchema>;

/**
 * One line of `content/enrichment.jsonl` (papers known by title) or of a file below `content/records/` (papers whose
 * feeds give the arXiv id), to be reviewed by hand: which arXiv record a paper is.
 *
 * - `paperTitle`: as the feeds have it, for whoever reviews the line.
 * - `arxivId`: null when the arXiv API was asked and nothing like the paper was found, or it has no such id.
 * - `accepted`: whether the build uses the record. Whoever sets it has the last word.
 * - `paperTitle`, `agreement`, `record`: missing in lines written by hand.
 */
export const enrichmentSchema = z.strictObject({
  paper: z.string().min(1),
  paperTitle: z.string().optional(),
  arxivId: z.string().min(1).nullable(),
  accepted: z.boolean(),
  agreement: agreementSchema.optional(),
  record: arxivRecordSchema.extend({ published: isoDateSchema.nullable() }).optional(),
});

export type Enrichment = z.infer<typeof enrichmentSchema>;
