import { filterField } from '#search/options.ts';
import type { Ranking } from '#search/query/rank.ts';
import type { IndexFiles } from './index-files.ts';
import type { Facets } from './search-response.ts';

const topicPrefix = '!topic:';

/** Counts the documents of a ranking by topic and by year. Years cost nothing; topics are loaded once. */
export async function countFacets(
  files: IndexFiles,
  { documents }: Ranking,
  signal?: AbortSignal,
): Promise<Facets> {
  const isFound = new Uint8Array(files.manifest.documentCount);
  for (const document of documents) isFound[document] = 1;

  const years: Facets['years'] = [];
  let document = 0;
  for (const { year, abstractLengths } of files.core.years) {
    let count = 0;
    for (const end = document + abstractLengths.length; document < end; document++)
      count += isFound[document]!;
    if (year > 0 && count > 0) years.unshift({ year, count });
  }

  const names = new Map(files.core.topics.map(({ slug, name }) => [slug, name]));
  const terms = await files.termsInRange(topicPrefix, `${topicPrefix}\uffff`, signal);
  const topics = terms.map(({ term, postings }) => {
    const slug = term.slice(topicPrefix.length);
    let count = 0;
    for (const number of postings[filterField]?.documents ?? []) count += isFound[number]!;
    return { slug, name: names.get(slug) ?? slug, count };
  });
  return {
    topics: topics
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1)),
    years,
  };
}
