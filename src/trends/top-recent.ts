/** What ranking reads of a paper. `order`: its place in the order of the feeds, the smaller the earlier. */
export interface RankedPaper {
  id: string;
  upvotes: number | null;
  comments: number | null;
  order: number;
}

/** The rule by which `topRecent` ranks, in the words that stand on the page. */
export const rankingRule =
  'Ranked by upvotes, then by comments, where the source counts them; papers without either follow in the order of their feeds.';

/** Ranks papers by `rankingRule`, and takes the first `count`. */
export function topRecent<T extends RankedPaper>(papers: readonly T[], count: number): T[] {
  return [...papers]
    .sort(
      (a, b) =>
        (b.upvotes ?? 0) - (a.upvotes ?? 0) ||
        (b.comments ?? 0) - (a.comments ?? 0) ||
        a.order - b.order ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, count);
}
