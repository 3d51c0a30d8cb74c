import type { FeedItem } from './schema.ts';

/**
 * A day as a point in time, as feeds know no other dates: noon in Greenwich, when it is that day nearly everywhere on
 * earth. Readers show times by their own clocks, and what is of midnight is of the day before in all of America.
 */
export const noon = (date: string): string => `${date}T12:00:00Z`;

/** Places that times tell apart: ten hours. */
const maxPlace = 36_000;

/**
 * When an item of a day is said to have come: a second for each that stood before it earlier than noon, since readers
 * order by time, newest first, and would show those of one time in any order.
 */
export function momentOf(date: string, place: number): string {
  const time = Date.parse(noon(date)) - 1000 * Math.min(place, maxPlace);
  return new Date(time).toISOString().replace('.000', '');
}

/** The newest day among the items: a feed was updated when its newest item came. Null when none is dated. */
export function latestDate(items: readonly Pick<FeedItem, 'date'>[]): string | null {
  let latest: string | null = null;
  for (const { date } of items) if (date !== null && (latest === null || date > latest)) latest = date;
  return latest;
}
