import { lastSuccessor, type Successors } from '#text/successors.ts';
import type { Taxonomy } from './schema.ts';

/** Where the owner of a site says what became of topics, below the content folder. */
export const formerTopicsFile = 'former-topics.yaml';

/** What is wrong with the lines on former topics, beside these; nothing when they can be followed. */
export function impossibleSuccessors(formerTopics: Successors, { topics }: Taxonomy): string[] {
  const present = new Set(topics.map(({ slug }) => slug));
  return Object.keys(formerTopics).flatMap((slug) => {
    if (present.has(slug)) return `  “${slug}” is a topic. Remove its line here, or the topic there.`;
    const successor = lastSuccessor(formerTopics, slug);
    if (successor === null || URL.canParse(successor) || present.has(successor)) return [];
    return `  “${slug}” leads to “${successor}”, which is no topic. Known: ${[...present].join(', ')}.`;
  });
}

/** The slugs that lead to each topic, in the order of the lines. */
export function formerSlugsByTopic(formerTopics: Successors): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(Object.keys(formerTopics), (slug) => lastSuccessor(formerTopics, slug) ?? '');
}
