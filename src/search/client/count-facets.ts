import { filterField } from '#search/options.ts';
import type { Ranking } from '#search/query/rank.ts';
import type { IndexFiles } from './index-files.ts';
import type { SearchResponse, TopicCount } from './search-response.ts';

/** What the filter terms of topics begin with. */
export const topicPrefix = '!topic:';

/** Counts the documents of a ranking by year, newest first. */
export function countYears({ core }: IndexFiles, { documents }: Ranking): SearchResponse['years'] {
  const ends: number[] = [];
  for (const { abstractLengths } of core.years) ends.push((ends.at(-1) ?? 0) + abstractLengths.length);
  const counts = core.years.map(() => 0);
  let run = 0;
  for (const document of documents) {
    while (document >= (ends[run] as number)) run++;
    while (run > 0 && document < (ends[run - 1] as number)) run--;
    counts[run]!++;
  }
  return core.years
    .map(({ year }, run) => ({ year, count: counts[run] as number }))
    .filter(({ year, count }) => year > 0 && count > 0)
    .reverse();
}

/** Counts the documents of a ranking by topic, most first. */
export async function countTopics(
  files: IndexFiles,
  { documents }: Ranking,
  signal?: AbortSignal,
): Promise<TopicCount[]> {
  const isFound = new Uint8Array(files.manifest.documentCount);
  for (const document of documents) isFound[document] = 1;
  const names = new Map(files.core.topics.map(({ slug, name }) => [slug, name]));
  const terms = await files.termsInRange(topicPrefix, `${topicPrefix}\uffff`, signal);
  return terms
    .map(({ term, postings }): TopicCount => {
      const slug = term.slice(topicPrefix.length);
      let count = 0;
      for (const document of postings[filterField]?.documents ?? []) count += isFound[document]!;
      return { slug, name: names.get(slug) ?? slug, count };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}
