/** A stretch of days without a digest: `from`, `to` are the digests at its ends, `days` the steps between them. */
export interface DigestGap {
  from: string;
  to: string;
  days: number;
}

/** A gap is odd when it is more than this many times the usual one, and longer than a weekend with a holiday. */
const oddFactor = 3;
const minOddDays = 4;
const dayMilliseconds = 86_400_000;

/** Days after the newest digest at which the next one is overdue, as a gap between two would be odd. */
export function overdueAfter(usualDays: number | null): number {
  return Math.max(minOddDays, oddFactor * (usualDays ?? 1));
}

/** The usual step between digests (the median, in days; null below two digests) and the odd gaps, newest first. */
export function digestGaps(dates: readonly string[]): { usualDays: number | null; odd: DigestGap[] } {
  const sorted = [...dates].sort();
  const steps = sorted.slice(1).map((to, index): DigestGap => {
    const from = sorted[index]!;
    return { from, to, days: (Date.parse(to) - Date.parse(from)) / dayMilliseconds };
  });
  const lengths = steps.map(({ days }) => days).sort((a, b) => a - b);
  const usualDays = lengths[Math.floor((lengths.length - 1) / 2)] ?? null;
  if (usualDays === null) return { usualDays, odd: [] };
  const odd = steps.filter(({ days }) => days > overdueAfter(usualDays));
  return { usualDays, odd: odd.reverse() };
}
