import { entryDate } from '#corpus/entry-date.ts';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import type { SparkColumn } from './bars.ts';
import { formatMonth } from './format.ts';

/** The months up to the newest digest, the oldest first: `2024-11` … `2025-10`. Empty where nothing is dated. */
export function recentMonths({ digests }: Pick<Corpus, 'digests'>, length = 12): string[] {
  const newest = digests[0]?.date;
  if (newest == null) return [];
  const last = Number(newest.slice(0, 4)) * 12 + Number(newest.slice(5, 7)) - 1;
  return Array.from({ length }, (_, index) => {
    const month = last - length + 1 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** How many of these papers each month brought, by the first digest that had them. */
export function papersByMonth(entries: readonly Entry[], months: readonly string[]): SparkColumn[] {
  const counts = new Map<string, number>();
  for (const { paper } of entries) {
    const month = entryDate({ sightings: paper.sightings, published: null })?.slice(0, 7);
    if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return months.map((month) => ({ label: formatMonth(month), value: counts.get(month) ?? 0 }));
}
