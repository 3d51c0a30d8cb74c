import type { Paper } from '#papers/schema.ts';
import type { Digest } from './schema.ts';

/**
 * Groups papers into digests: one a date (over all feeds of that date), one for each undated feed. Newest first,
 * undated last by feed name. Within a digest, feeds follow `feedOrder` (rank by feed name), then the feed's own
 * order; a paper that a day's feeds have twice stands at its first place.
 */
export function groupDigests(papers: readonly Paper[], feedOrder: ReadonlyMap<string, number>): Digest[] {
  interface Item {
    id: string;
    feed: string;
    feedPosition: number;
    seenBefore: string | null;
  }
  const groups = new Map<string, { date: string | null; items: Item[] }>();
  for (const paper of papers) {
    // A feed may have a paper thousands of times on one day.
    const dates = [...new Set(paper.sightings.flatMap(({ date }) => date ?? []))].sort();
    for (const { feed, position, date } of paper.sightings) {
      const key = date ?? `undated ${feed}`;
      const group = groups.get(key) ?? { date, items: [] };
      groups.set(key, group);
      const earlier = date === null ? null : (dates.filter((other) => other < date).at(-1) ?? null);
      group.items.push({ id: paper.id, feed, feedPosition: position, seenBefore: earlier });
    }
  }
  const rank = (feed: string) => feedOrder.get(feed) ?? Number.MAX_SAFE_INTEGER;
  const byPlace = (a: Item, b: Item) =>
    rank(a.feed) - rank(b.feed) ||
    (a.feed < b.feed ? -1 : a.feed > b.feed ? 1 : a.feedPosition - b.feedPosition);
  const digests = [...groups].map(([key, { date, items }]) => {
    const seen = new Set<string>();
    const ordered = items.sort(byPlace).filter(({ id }) => !seen.has(id) && seen.add(id));
    return {
      key: date === null ? `0 ${key}` : `1 ${date}`,
      digest: {
        date,
        feeds: [...new Set(ordered.map(({ feed }) => feed))],
        items: ordered.map(({ id, seenBefore }, index) => ({ id, position: index + 1, seenBefore })),
      },
    };
  });
  const dated = digests.filter(({ digest }) => digest.date !== null).sort((a, b) => (a.key < b.key ? 1 : -1));
  const undated = digests
    .filter(({ digest }) => digest.date === null)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return [...dated, ...undated].map(({ digest }) => digest);
}
