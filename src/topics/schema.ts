import { z } from 'zod';

const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a slug: small letters, digits and hyphens');

/** Phrases with commas between them, in any number of lines. */
const phraseListSchema = z
  .string('phrases with commas between them')
  .transform((list) => list.split(',').flatMap((phrase) => phrase.trim().replace(/\s+/g, ' ') || []));

/** A heading under which topics stand together. */
const topicGroupSchema = z.strictObject({ slug: slugSchema, name: z.string().min(1) });

/**
 * A topic and its evidence.
 *
 * - `slug`: its address; never changes. `description`: one line of Markdown.
 * - `phrases`: phrases by weight, negative weights speak against the topic.
 * - `except`: longer phrases inside which those of `phrases` do not count.
 * - `arxiv`: arXiv categories and their weights, used for papers whose feed gives categories.
 */
export const topicSchema = z.strictObject({
  slug: slugSchema,
  name: z.string().min(1),
  group: slugSchema,
  description: z.string().min(1),
  phrases: z
    .record(z.string().regex(/^-?\d+(?:\.\d+)?$/, 'a weight, such as 3'), phraseListSchema)
    .default({}),
  except: phraseListSchema.default([]),
  arxiv: z.record(z.string(), z.number()).default({}),
});

export type Topic = z.infer<typeof topicSchema>;

/** `content/topics.yaml`. */
export const taxonomySchema = z
  .strictObject({ groups: z.array(topicGroupSchema), topics: z.array(topicSchema).min(1) })
  .superRefine(({ groups, topics }, context) => {
    const known = new Set(groups.map(({ slug }) => slug));
    const seen = new Set<string>();
    topics.forEach(({ slug, group }, index) => {
      if (seen.has(slug))
        context.addIssue({
          code: 'custom',
          path: ['topics', index, 'slug'],
          message: `two topics have the slug "${slug}"; give one of them another`,
        });
      if (!known.has(group))
        context.addIssue({
          code: 'custom',
          path: ['topics', index, 'group'],
          message: `topic "${slug}" is in group "${group}", which is not among the groups; known: ${[...known].join(', ')}`,
        });
      seen.add(slug);
    });
  });

export type Taxonomy = z.infer<typeof taxonomySchema>;
