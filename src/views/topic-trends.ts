import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import { onceFor } from '#memo/once-for.ts';
import type { FigureMonth } from '#trends/describe-shares.ts';
import { countByMonth, type MonthlyCounts } from '#trends/months.ts';
import { formatShortMonth } from './format.ts';

type TrendCorpus = Pick<Corpus, 'entries' | 'taxonomy'>;

/** The papers of each month and topic. A paper counts in the month in which a digest first had it. */
export const monthlyCounts = onceFor(({ entries, taxonomy }: TrendCorpus): MonthlyCounts => {
  const papers = entries.map(({ paper, topics }) => ({
    date: entryDate({ sightings: paper.sightings, published: null }),
    topics,
  }));
  return countByMonth(
    papers,
    taxonomy.topics.map(({ slug }) => slug),
  );
});

const figureMonths = 24;

/** The last two years of a topic's shares, for its figure. */
export function topicShares({ months, totals, counts }: MonthlyCounts, slug: string): FigureMonth[] {
  const row = counts.get(slug) ?? [];
  const first = Math.max(0, months.length - figureMonths);
  return months.slice(first).map((month, index) => {
    const total = totals[first + index]!;
    return { label: formatShortMonth(month), share: total === 0 ? null : row[first + index]! / total };
  });
}
