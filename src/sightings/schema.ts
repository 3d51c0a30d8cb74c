import { z } from 'zod';

/** An ISO calendar date, `2025-10-28`. */
export const isoDateSchema = z.iso.date();

/** A link that a feed gives or that stands in an abstract. `url` is http(s) only. */
export const linkSchema = z.object({
  kind: z.enum(['code', 'project', 'data', 'other']),
  url: z.url({ protocol: /^https?$/ }),
});

export type Link = z.infer<typeof linkSchema>;

/** The input formats that are read, each by the module of its name. */
const feedFormatSchema = z.enum([
  'blocks',
  'blocks-with-bylines',
  'compact',
  'hf-api',
  'arxiv-atom',
  'arxiv-rss',
  'arxiv-json',
]);

export type FeedFormat = z.infer<typeof feedFormatSchema>;

/**
 * One entry of one feed, as the feed has it: white space collapsed, control characters removed, else unchanged.
 *
 * - `feed`: the path of the file below `content/feeds`, with `/`.
 * - `line`: where the entry starts in the feed, from 1. `position`: its rank in the feed, from 1.
 * - `date`: the day of the digest that the entry belongs to; null when the feed is undated.
 * - `tex`: `damaged` when dollars and backslashes were lost on the way (`restore/damage.ts`),
 *   `authors` when the text is the authors' own TeX.
 * - `abstract`: empty when the entry has none.
 * - `arxivId`: without version (`2405.21060`, `math/0309136`).
 * - Unknown values are null, unknown lists empty.
 */
export const sightingSchema = z.object({
  feed: z.string().min(1),
  line: z.int().positive(),
  position: z.int().positive(),
  date: isoDateSchema.nullable(),
  format: feedFormatSchema,
  tex: z.enum(['damaged', 'authors']),
  title: z.string().min(1),
  abstract: z.string(),
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
});

export type Sighting = z.infer<typeof sightingSchema>;

/** How each line of a text feed was read: one entry a line, in order. */
export const lineRoleSchema = z.enum(['blank', 'preamble', 'title', 'abstract', 'byline', 'unrecognised']);

export type LineRole = z.infer<typeof lineRoleSchema>;

/**
 * A whole feed after reading: its sightings and the account of its lines (null for formats that are not lines of
 * text: there every record is either a sighting or a message).
 */
export interface ReadFeed {
  feed: string;
  format: FeedFormat | null;
  date: string | null;
  label: string | null;
  sourceUrl: string | null;
  sightings: Sighting[];
  lineRoles: LineRole[] | null;
  lineCount: number;
}

/**
 * What a feed cannot say of itself (an entry of `content/feeds.yaml`).
 *
 * - `date`: the day of its digest; null when it is known to have none.
 * - `order`: its place among the feeds of one day, lowest first. `note`: for the maintainers of the file.
 */
export const feedConfigSchema = z.strictObject({
  date: isoDateSchema.nullish(),
  label: z.string().optional(),
  sourceUrl: z.url({ protocol: /^https?$/ }).optional(),
  order: z.int().optional(),
  note: z.string().optional(),
});

export type FeedConfig = z.infer<typeof feedConfigSchema>;
