import { entryDate } from '#corpus/entry-date.ts';
import { yearOf } from '#corpus/calendar.ts';
import type { Entry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import type { Urls } from '#site/urls.ts';
import type { MonthsOfList } from './month-sections.ts';

/** The day on which a digest first had a paper. */
export const firstSeen = ({ paper }: Entry): string | null =>
  entryDate({ sightings: paper.sightings, published: null });

/** The months in which papers of a topic were first seen, and their pages. */
export const monthsOfTopic = (urls: Urls): MonthsOfList => ({
  dateOf: firstSeen,
  urlOf: (month) => (month === null ? urls.undated() : urls.month(month)),
});

/** What the papers of a topic that were first seen in a year are called. */
export const topicYearTitle = (name: string, year: string): string => `${name} in ${year}`;

/**
 * Entries by the year in which a digest first had them, in the order given. Empty where all are of one year, since
 * there is nothing to choose then. Grouped once a list.
 */
export const entriesByYear = onceFor((entries: readonly Entry[]): ReadonlyMap<string, Entry[]> => {
  const years = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = firstSeen(entry);
    if (date === null) continue;
    const year = yearOf(date);
    if (years.has(year)) years.get(year)!.push(entry);
    else years.set(year, [entry]);
  }
  return years.size > 1 ? years : new Map();
});
