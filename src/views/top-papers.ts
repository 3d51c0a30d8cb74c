import { isoWeek, monthOf } from '#corpus/calendar.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { topRecent, type RankedPaper } from '#trends/top-recent.ts';
import { datedDigests } from './digest-days.ts';

/** How many papers the page of a period shows at most. */
export const papersOfPeriod = 50;

/** Spans of time that papers are ranked within. */
export type TopPeriod = 'day' | 'week' | 'month';

const keyOf = { day: (date: string) => date, week: isoWeek, month: monthOf } as const;

/** The papers that digests of one period had for the first time, ranked. */
export interface TopList {
  period: TopPeriod;
  key: string;
  papers: number;
  ranked: RankedPaper[];
}

/** The newest day, week and month with a digest, each with its first `count` papers by rank. */
export function latestTops(corpus: Pick<Corpus, 'digests' | 'entryById'>, count: number): TopList[] {
  return (['day', 'week', 'month'] as const).flatMap((period) => topsBy(corpus, period, count).slice(0, 1));
}

const known = new WeakMap<object, Map<string, TopList[]>>();

/** All periods of a kind, newest first, each with its first `count` papers by rank. Ranked once a corpus. */
export function topsBy(
  corpus: Pick<Corpus, 'digests' | 'entryById'>,
  period: TopPeriod,
  count: number,
): readonly TopList[] {
  const lists = known.get(corpus) ?? new Map<string, TopList[]>();
  known.set(corpus, lists);
  const key = `${period} ${count}`;
  let tops = lists.get(key);
  if (tops === undefined) lists.set(key, (tops = rankPeriods(corpus, period, count)));
  return tops;
}

function rankPeriods(
  corpus: Pick<Corpus, 'digests' | 'entryById'>,
  period: TopPeriod,
  count: number,
): TopList[] {
  return [...Map.groupBy(datedDigests(corpus), ({ date }) => keyOf[period](date))].map(([key, digests]) => {
    const papers = digests
      .flatMap(({ items }) => items.filter(({ seenBefore }) => seenBefore === null))
      .map(({ id }, order): RankedPaper => {
        const { upvotes, comments } = corpus.entryById.get(id)!.paper;
        return { id, upvotes, comments, order };
      });
    return { period, key, papers: papers.length, ranked: topRecent(papers, count) };
  });
}
