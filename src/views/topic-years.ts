import { entryDate } from '#corpus/entry-date.ts';
import { yearOf } from '#corpus/calendar.ts';
import type { Entry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';

/**
 * Entries by the year in which a digest first had them, in the order given. Empty where all are of one year, since
 * there is nothing to choose then. Grouped once a list.
 */
export const entriesByYear = onceFor((entries: readonly Entry[]): ReadonlyMap<string, Entry[]> => {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = entryDate({ sightings: entry.paper.sightings, published: null });
    if (date === null) continue;
    const year = yearOf(date);
    if (years.has(year)) years.get(year)!.push(entry);
    else years.set(year, [entry]);
  }
  return years.size > 1 ? years : new Map();
});
