import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { FigureMonth } from '#trends/describe-shares.ts';
import { countByMonth, type MonthlyCounts } from '#trends/months.ts';
import { formatShortMonth } from './format.ts';

type TrendCorpus = Pick<Corpus, 'entries' | 'taxonomy'>;

const known = new WeakMap<TrendCorpus['entries'], MonthlyCounts>();

/** The papers of each month and topic. A paper counts in the month in which a digest first had it. */
export function monthlyCounts({ entries, taxonomy }: TrendCorpus): MonthlyCounts {
  let counts = known.get(entries);
  if (counts === undefined) {
    const papers = entries.map(({ paper, topics }) => ({
      date: entryDate({ sightings: paper.sightings, published: null }),
      topics,
    }));
    counts = countByMonth(
      papers,
      taxonomy.topics.map(({ slug }) => slug),
    );
    known.set(entries, counts);
  }
  return counts;
}

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
