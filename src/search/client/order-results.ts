import { filterField } from '#search/options.ts';
import { selectBest, type Ranking } from '#search/query/rank.ts';
import { maxVotesDigits, votesPrefix } from '#search/votes-term.ts';
import type { IndexFiles } from './index-files.ts';
import type { SortOrder } from './search-response.ts';

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

/** The row of each document in a ranking, -1 of others; and how rows of one day or one number of votes are ordered. */
function rowsOf({ documents, scores }: Ranking, documentCount: number) {
  const rowOf = new Int32Array(documentCount).fill(-1);
  documents.forEach((document, row) => (rowOf[document] = row));
  return { rowOf, byScore: (a: number, b: number) => scores[b]! - scores[a]! || b - a };
}

/** The rows of documents with a filter term of this prefix, those of the last term first. */
async function rowsWithFilter(
  files: IndexFiles,
  prefix: string,
  { rowOf, byScore }: ReturnType<typeof rowsOf>,
  signal?: AbortSignal,
): Promise<number[]> {
  const terms = await files.termsInRange(prefix, `${prefix}\uffff`, signal);
  return terms.toReversed().flatMap(({ postings }) =>
    Array.from(postings[filterField]?.documents ?? [], (document) => rowOf[document]!)
      .filter((row) => row !== -1)
      .sort(byScore),
  );
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
  const order = rowsOf(ranking, files.manifest.documentCount);
  const { rowOf, byScore } = order;
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
    rows = rows.concat(await rowsWithFilter(files, prefix, order, signal));
  }
  return pick(ranking, rows.slice(0, count));
}

/**
 * The `count` documents of a ranking with the most upvotes, better scores first among those with as many, and those
 * without any last. Numbers are looked up from those with the most digits, and no further than needed.
 */
async function selectMostVoted(
  files: IndexFiles,
  ranking: Ranking,
  count: number,
  signal?: AbortSignal,
): Promise<Ranking> {
  const order = rowsOf(ranking, files.manifest.documentCount);
  const rows: number[] = [];
  for (let digits = maxVotesDigits; digits > 0 && rows.length < count; digits--) {
    for (const row of await rowsWithFilter(files, votesPrefix(digits), order, signal)) rows.push(row);
  }
  if (rows.length < count) {
    const voted = new Set(rows);
    const others = Array.from(ranking.documents.keys()).filter((row) => !voted.has(row));
    for (const row of others.sort(order.byScore)) rows.push(row);
  }
  return pick(ranking, rows.slice(0, count));
}

/** The first `count` documents of a ranking in an order. */
export function orderResults(
  files: IndexFiles,
  ranking: Ranking,
  sort: SortOrder,
  count: number,
  signal?: AbortSignal,
): Promise<Ranking> {
  switch (sort) {
    case 'relevance':
      return Promise.resolve(selectBest(ranking, count));
    case 'date':
      return selectNewest(files, ranking, count, signal);
    case 'votes':
      return selectMostVoted(files, ranking, count, signal);
  }
}
