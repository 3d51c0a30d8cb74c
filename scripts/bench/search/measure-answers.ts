import { SearchClient } from '#search/client/search-client.ts';
import { fetchFromFolder } from '../../search/fetch-from-folder.ts';
import { percent, quantile, type Row } from './figures.ts';
import type { FullIndex } from './full-index.ts';
import type { BenchQuery, KnownItem } from './queries.ts';
import { rankingTimes } from './ranking-times.ts';
import { equalToFullIndex, shareFound } from './relevance.ts';

/** How good answers are, measured in Node; shares of known items in the top ten. */
export interface AnswerMeasurement {
  ranking: { own: number[]; miniSearch: number[] };
  equal: { equal: number; compared: number };
  found: { site: number; typo: number; full: number };
}

export async function measureAnswers(
  folder: string,
  full: FullIndex,
  queries: readonly BenchQuery[],
  items: readonly KnownItem[],
): Promise<AnswerMeasurement> {
  const fetchFile = fetchFromFolder(folder, { requests: 0, bytes: 0 });
  const client = new SearchClient(fetchFile);
  const slugs = async (q: string) => (await client.search(q)).results.map(({ slug }) => slug);
  const topTen = (q: string) =>
    full
      .search(q)
      .slice(0, 10)
      .map(({ slug }) => slug);
  return {
    ranking: await rankingTimes(
      fetchFile,
      queries.map(({ q }) => q),
    ),
    equal: await equalToFullIndex(client, full, queries),
    found: {
      site: await shareFound(items, ({ q }) => slugs(q)),
      typo: await shareFound(items, ({ typoQ }) => slugs(typoQ)),
      full: await shareFound(items, async ({ q }) => topTen(q)),
    },
  };
}

export function answerRows({ equal, found, ranking }: AnswerMeasurement): Row[] {
  return [
    {
      what: 'top ten equal to the full index (no typo)',
      value: `${equal.equal} of ${equal.compared}`,
      target: { text: '100 %', met: equal.equal === equal.compared },
    },
    {
      what: 'known item with one typo, as a share of that without',
      value: percent(found.typo / found.site),
      target: { text: '90 %', met: found.typo >= 0.9 * found.site },
    },
    {
      what: 'ranking in Node, p95: own, MiniSearch.loadJS of the same',
      value: `${quantile(ranking.own, 0.95).toFixed(1)}, ${quantile(ranking.miniSearch, 0.95).toFixed(1)} ms`,
    },
  ];
}
