import { filterField } from '#search/options.ts';
import { selectBest, type Ranking } from '#search/query/rank.ts';
import type { IndexFiles } from './index-files.ts';

/** The parts of a ranking at the given rows. */
function pick(ranking: Ranking, rows: readonly number[]): Ranking {
  return {
    documents: Uint32Array.from(rows, (row) => ranking.documents[row]!),
    scores: Float64Array.from(rows, (row) => ranking.scores[row]!),
    bits: Int32Array.from(rows, (row) => ranking.bits[row]!),
  };
}

/**
 * The `count` newest documents of a ranking, better scores first within a day, undated ones last. Days are looked up
 * year by year from the newest, and no further than needed.
 */
async function selectNewest(
  files: IndexFiles,
  ranking: Ranking,
  count: number,
  signal?: AbortSignal,
): Promise<Ranking> {
  const rowOf = new Map(Array.from(ranking.documents, (document, row) => [document, row]));
  const byScore = (a: number, b: number) => ranking.scores[b]! - ranking.scores[a]! || b - a;
  const rows: number[] = [];
  let end = files.manifest.documentCount;
  for (const { year, abstractLengths } of files.core.years.toReversed()) {
    const start = end - abstractLengths.length;
    const ofYear = [...rowOf]
      .filter(([document]) => document >= start && document < end)
      .map(([, row]) => row);
    end = start;
    if (rows.length >= count) break;
    if (ofYear.length === 0) continue;
    if (year === 0) {
      rows.push(...ofYear.sort(byScore));
      continue;
    }
    const prefix = `!date:${String(year).padStart(4, '0')}`;
    const days = await files.termsInRange(prefix, `${prefix}\uffff`, signal);
    for (const { postings } of days.toReversed()) {
      const ofDay = Array.from(postings[filterField]?.documents ?? [], (document) => rowOf.get(document));
      rows.push(...ofDay.filter((row) => row !== undefined).sort(byScore));
    }
  }
  return pick(ranking, rows.slice(0, count));
}

/** The first `count` documents of a ranking in an order. */
export function orderResults(
  files: IndexFiles,
  ranking: Ranking,
  sort: 'relevance' | 'date',
  count: number,
  signal?: AbortSignal,
): Promise<Ranking> {
  return sort === 'date'
    ? selectNewest(files, ranking, count, signal)
    : Promise.resolve(selectBest(ranking, count));
}
