import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import type { Urls } from '#site/urls.ts';
import { paperItem } from './paper-item.ts';
import type { FeedItem } from './schema.ts';

/** A paper is in several feeds: its item is kept while they are written, of no more than so many papers at a time. */
const maxKeptItems = 20_000;
/** Of a larger site so many would be forgotten all the same before the next feed asks for them. */
const maxKeptOfMany = 4000;
const manyPapers = 50_000;

/** The function that makes the items of a corpus' papers. */
export function createPaperItems(
  { entries, taxonomy, renderedById }: Pick<Corpus, 'entries' | 'taxonomy' | 'renderedById'>,
  urls: Urls,
): (entry: Entry) => FeedItem {
  const names = new Map(taxonomy.topics.map(({ slug, name }) => [slug, name]));
  const most = entries.length > manyPapers ? maxKeptOfMany : maxKeptItems;
  const kept = new Map<string, FeedItem>();
  return (entry) => {
    const { id } = entry.paper;
    let item = kept.get(id);
    if (item === undefined) {
      if (kept.size >= most) kept.clear();
      kept.set(id, (item = paperItem(entry, renderedById.get(id)!, names, urls)));
    }
    return item;
  };
}
