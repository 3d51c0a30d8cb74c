import type { MonthlyCounts } from './months.ts';

const quoted = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/**
 * Monthly counts as CSV (RFC 4180): a line for each month and topic that has papers, with the papers of the topic, all
 * papers of the month, and the share.
 */
export function trendsCsv(
  { months, totals, counts }: MonthlyCounts,
  topics: readonly { slug: string; name: string }[],
): string {
  const lines = ['month,topic,name,papers,papers_of_month,share'];
  months.forEach((month, place) => {
    for (const { slug, name } of topics) {
      const papers = counts.get(slug)?.[place] ?? 0;
      if (papers === 0) continue;
      const share = (papers / totals[place]!).toFixed(4);
      lines.push([month, slug, quoted(name), papers, totals[place]!, share].join(','));
    }
  });
  return `${lines.join('\r\n')}\r\n`;
}
