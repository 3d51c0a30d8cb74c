import type { MonthlyCounts } from './months.ts';

/**
 * How a topic's share of the papers changed: `before` in the year before, `now` in the last months, both from 0 to 1.
 * `strength` is the change of the logarithm of the odds in units of its standard error: above nought it rises.
 */
export interface Change {
  slug: string;
  before: number;
  now: number;
  papersNow: number;
  strength: number;
}

/**
 * What rises and falls: `recent` are the last months, `earlier` those compared with, each with its papers, `enough`
 * whether one can say.
 */
export interface Changes {
  recent: string[];
  earlier: string[];
  papersNow: number;
  papersBefore: number;
  enough: boolean;
  rising: Change[];
  falling: Change[];
}

const recentMonths = 3;
const earlierMonths = 12;
const minEarlierMonths = 3;
const minPapers = 100;
const minPapersOfTopic = 5;
/** A change this strong comes about by chance once in a hundred times. */
const minStrength = 2.58;

/**
 * Compares the last three months with the year before them, by the logarithm of the odds ratio with half a paper added
 * to each count (Haldane and Anscombe), the strongest change first. Where either side has fewer than 100 papers, or the
 * earlier months with papers are fewer than three, nothing is said to rise or fall.
 */
export function compareWithYearBefore({ months, totals, counts }: MonthlyCounts): Changes {
  const split = Math.max(0, months.length - recentMonths);
  const start = Math.max(0, split - earlierMonths);
  const before = (row: readonly number[]) => sum(row.slice(start, split));
  const now = (row: readonly number[]) => sum(row.slice(split));
  const [papersBefore, papersNow] = [before(totals), now(totals)];
  const monthsWithPapers = totals.slice(start, split).filter((total) => total > 0).length;
  const enough = papersBefore >= minPapers && papersNow >= minPapers && monthsWithPapers >= minEarlierMonths;
  const strong = enough
    ? [...counts]
        .map(([slug, row]): Change => {
          const [a, b] = [before(row), now(row)];
          return {
            slug,
            before: a / papersBefore,
            now: b / papersNow,
            papersNow: b,
            strength: logOddsChange(a, papersBefore, b, papersNow),
          };
        })
        .filter(({ strength }) => Math.abs(strength) >= minStrength)
        .sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength) || (a.slug < b.slug ? -1 : 1))
    : [];
  return {
    recent: months.slice(split),
    earlier: months.slice(start, split),
    papersNow,
    papersBefore,
    enough,
    rising: strong.filter(({ strength, papersNow }) => strength > 0 && papersNow >= minPapersOfTopic),
    falling: strong.filter(({ strength }) => strength < 0),
  };
}

const sum = (row: readonly number[]): number => row.reduce((total, count) => total + count, 0);

function logOddsChange(before: number, papersBefore: number, now: number, papersNow: number): number {
  const [a, b, c, d] = [now + 0.5, papersNow - now + 0.5, before + 0.5, papersBefore - before + 0.5] as const;
  return Math.log((a * d) / (b * c)) / Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
}
