import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { Recent } from '#memo/recent.ts';
import type { Urls } from '#site/urls.ts';
import { paperItem } from './paper-item.ts';
import type { FeedItem } from './schema.ts';

/**
 * A paper is in several feeds: its item is kept while they are written, of no more than twice so many papers at a time.
 */
const keptItems = 10_000;
/** Of a larger site so many would be forgotten all the same before the next feed asks for them. */
const keptOfMany = 2000;

/** Whether the items of so many papers are all kept. */
export const itemsFitMemory = (papers: number): boolean => papers <= 2 * keptItems;

/** The function that makes the items of a corpus' papers. */
export function createPaperItems(
  { entries, taxonomy, renderedById }: Pick<Corpus, 'entries' | 'taxonomy' | 'renderedById'>,
  urls: Urls,
): (entry: Entry) => FeedItem {
  const names = new Map(taxonomy.topics.map(({ slug, name }) => [slug, name]));
  const kept = new Recent<string, FeedItem>(itemsFitMemory(entries.length) ? keptItems : keptOfMany);
  return (entry) => {
    const { id } = entry.paper;
    return kept.get(id, () => paperItem(entry, renderedById.get(id)!, names, urls));
  };
}
