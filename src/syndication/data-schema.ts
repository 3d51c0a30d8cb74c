import { z } from 'zod';
import { entrySchema } from '#corpus/schema.ts';
import { paperSchema } from '#papers/schema.ts';

/** Grows when a field is removed or changes its meaning; new fields do not change it. */
export const dataVersion = 1;

const { shape } = paperSchema;

/** A paper in the data for programs: `/data/<slug>.json`, and one line of `/data/papers.jsonl.gz`. */
export const paperDataSchema = z
  .object({
    version: z.literal(dataVersion).describe('Version of this schema.'),
    id: shape.id.describe('Stable; unlike the title it never changes.'),
    slug: shape.slug.describe('The last part of the address of the page.'),
    url: z.url().describe('The page of the paper.'),
    title: z.string().describe('With its mathematics as TeX between dollars.'),
    abstract: z.string().describe('With its mathematics as TeX between dollars; empty when there is none.'),
    plain: z
      .object({ title: z.string(), abstract: z.string() })
      .describe('The same as Unicode text without markup.'),
    source: z
      .object({ title: z.string(), abstract: z.string() })
      .describe('The texts as the feeds have them.'),
    formulas: entrySchema.shape.abstract.shape.formulas.describe(
      'The formulas of the abstract: UTF-16 range, TeX, and whether and how surely they were reconstructed.',
    ),
    published: shape.published.describe('Date of publication.'),
    updated: shape.updated.describe('Date of the last version.'),
    arxivId: shape.arxivId,
    doi: shape.doi,
    authors: shape.authors.describe('Empty when they are not known.'),
    authorCount: shape.authorCount.describe('Their number, which some feeds give without names.'),
    organization: shape.organization,
    categories: shape.categories.describe('Categories of arXiv.'),
    keywords: shape.keywords,
    summary: shape.summary.describe('A summary given by a feed.'),
    comments: shape.comments.describe('Number of comments where the feed counts them.'),
    upvotes: shape.upvotes.describe('Number of votes where the feed counts them.'),
    topics: entrySchema.shape.topics.describe('Slugs of topics, best first.'),
    links: entrySchema.shape.links,
    related: entrySchema.shape.related.describe(
      'Papers like this one, by id, and the terms that they share.',
    ),
    sightings: shape.sightings.describe('Where and when it was seen: feed, line and position in it, date.'),
  })
  .describe('A paper of a site made by paper-digest.');

export type PaperData = z.infer<typeof paperDataSchema>;

/** The papers of a topic, newest first: `/data/topics/<slug>.json`. */
export const topicDataSchema = z
  .object({
    version: z.literal(dataVersion),
    slug: z.string(),
    name: z.string(),
    url: z.url(),
    papers: z.array(
      paperDataSchema
        .pick({ id: true, slug: true, url: true, published: true })
        .extend({ title: z.string().describe('Unicode text without markup.') }),
    ),
  })
  .describe('A topic of a site made by paper-digest, and its papers, newest first.');

export type TopicData = z.infer<typeof topicDataSchema>;
