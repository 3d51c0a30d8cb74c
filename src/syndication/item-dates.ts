import type { FeedItem } from './schema.ts';

/** A day as a point in time; feeds know no other dates. */
export const midnight = (date: string): string => `${date}T00:00:00Z`;

/** The newest day among the items: a feed was updated when its newest item came. Null when none is dated. */
export function latestDate(items: readonly Pick<FeedItem, 'date'>[]): string | null {
  let latest: string | null = null;
  for (const { date } of items) if (date !== null && (latest === null || date > latest)) latest = date;
  return latest;
}
