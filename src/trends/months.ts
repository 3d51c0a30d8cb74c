/** A paper as trends see it: the ISO date on which it was first seen (null: unknown), and its topics. */
export interface TrendPaper {
  date: string | null;
  topics: readonly string[];
}

const numberOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/**
 * `count` months ending with that of `last`, the oldest first: (`2025-02-14`, 3) -> `2024-12`, `2025-01`, `2025-02`.
 */
export function monthsUpTo(last: string, count: number): string[] {
  const first = numberOf(last) - count + 1;
  return Array.from({ length: count }, (_, index) => {
    const month = first + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * How many papers each month had, in all (`totals`) and by topic (`counts`). `months` are consecutive, the oldest
 * first; a month without papers counts nought.
 */
export interface MonthlyCounts {
  months: string[];
  totals: number[];
  counts: Map<string, number[]>;
}

/** Counts the dated papers by month, from the first month with papers to the last, of at most `maxMonths`. */
export function countByMonth(
  papers: readonly TrendPaper[],
  slugs: readonly string[],
  maxMonths = Infinity,
): MonthlyCounts {
  const dates = papers.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const months =
    first === undefined || last === undefined
      ? []
      : monthsUpTo(last, Math.min(numberOf(last) - numberOf(first) + 1, maxMonths));
  const places = new Map(months.map((month, place) => [month, place]));
  const totals = months.map(() => 0);
  const counts = new Map(slugs.map((slug) => [slug, months.map(() => 0)]));
  for (const { date, topics } of papers) {
    const place = date === null ? undefined : places.get(date.slice(0, 7));
    if (place === undefined) continue;
    totals[place]!++;
    for (const topic of topics) {
      const row = counts.get(topic);
      if (row !== undefined) row[place]!++;
    }
  }
  return { months, totals, counts };
}
