import type { Taxonomy } from '#topics/schema.ts';
import { entryDate, newestFirst } from './entry-date.ts';
import type { Entry } from './schema.ts';

/** The entries of each topic of the taxonomy, newest first; a topic without papers has an empty list. */
export function groupByTopic(entries: readonly Entry[], taxonomy: Taxonomy): Map<string, Entry[]> {
  const byTopic = new Map<string, Entry[]>(taxonomy.topics.map(({ slug }) => [slug, []]));
  const dated = entries.map((entry) => ({ entry, id: entry.paper.id, date: entryDate(entry.paper) }));
  for (const { entry } of dated.sort(newestFirst))
    for (const topic of entry.topics) byTopic.get(topic)?.push(entry);
  return byTopic;
}
