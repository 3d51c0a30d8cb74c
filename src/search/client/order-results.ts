import { filterField } from '#search/options.ts';
import { selectBest, type Ranking } from '#search/query/rank.ts';
import type { IndexFiles } from './index-files.ts';

/** A ranking without some of its documents. */
export function without(ranking: Ranking, refuted: ReadonlySet<number>): Ranking {
  const rows = Array.from(ranking.documents.keys());
  return pick(
    ranking,
    rows.filter((row) => !refuted.has(ranking.documents[row]!)),
  );
}

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
  const rowOf = new Int32Array(files.manifest.documentCount).fill(-1);
  ranking.documents.forEach((document, row) => (rowOf[document] = row));
  const byScore = (a: number, b: number) => ranking.scores[b]! - ranking.scores[a]! || b - a;
  let rows: number[] = [];
  let end = rowOf.length;
  for (const { year, abstractLengths } of files.core.years.toReversed()) {
    if (rows.length >= count) break;
    const start = end - abstractLengths.length;
    const ofYear = Array.from(rowOf.subarray(start, end)).filter((row) => row !== -1);
    end = start;
    if (ofYear.length === 0) continue;
    if (year === 0) {
      rows = rows.concat(ofYear.sort(byScore));
      continue;
    }
    const prefix = `!date:${String(year).padStart(4, '0')}`;
    const days = await files.termsInRange(prefix, `${prefix}\uffff`, signal);
    for (const { postings } of days.toReversed()) {
      const ofDay = Array.from(postings[filterField]?.documents ?? [], (document) => rowOf[document]!);
      rows = rows.concat(ofDay.filter((row) => row !== -1).sort(byScore));
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
