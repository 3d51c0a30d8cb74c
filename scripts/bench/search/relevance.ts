import type { SearchClient } from '#search/client/search-client.ts';
import type { FullIndex } from './full-index.ts';
import type { BenchQuery, KnownItem } from './queries.ts';

/** Of queries without a typo: how many have the same ten best as the full index; equal scores may change places. */
export async function equalToFullIndex(
  client: SearchClient,
  full: FullIndex,
  queries: readonly BenchQuery[],
): Promise<{ equal: number; compared: number }> {
  let equal = 0;
  let compared = 0;
  for (const { q, typo } of queries) {
    if (typo) continue;
    const { results, notes } = await client.search(q);
    // A word that is a typo in its own paper's title is corrected, which the full index does not do.
    if (notes.some((note) => note.includes('also searched'))) continue;
    compared++;
    const expected = full.search(q);
    const scoreOf = new Map(expected.map(({ slug, score }) => [slug, score]));
    const isEqual =
      results.length === Math.min(10, expected.length) &&
      results.every(
        ({ slug, score }, i) =>
          isClose(score, expected[i]!.score) && isClose(score, scoreOf.get(slug) ?? NaN),
      );
    if (isEqual) equal++;
  }
  return { equal, compared };
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

/** The share of known items among the ten best of a search. */
export async function shareFound(
  items: readonly KnownItem[],
  topTen: (item: KnownItem) => Promise<readonly string[]>,
): Promise<number> {
  let found = 0;
  for (const item of items) if ((await topTen(item)).includes(item.slug)) found++;
  return found / items.length;
}
