/** A month of a figure: `share` from 0 to 1 of that month's papers, null where it had none. */
export interface FigureMonth {
  label: string;
  share: number | null;
}

/** 0.0834 -> `8.3 %`, 0.34 -> `34 %`. */
export const percent = (share: number): string =>
  `${(share * 100).toFixed(share > 0 && share < 0.0995 ? 1 : 0)} %`;

/** A figure in a sentence: its span, the largest share and the last. `name` is what the shares are of. */
export function describeShares(name: string, months: readonly FigureMonth[]): string {
  const known = months.filter((month): month is FigureMonth & { share: number } => month.share !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name}: no papers yet.`;
  if (first === last) return `${name}: ${percent(first.share)} of the papers of ${first.label}.`;
  const most = known.reduce((best, month) => (month.share > best.share ? month : best));
  return (
    `${name}, share of each month's papers from ${first.label} to ${last.label}: ${percent(first.share)} at first, ` +
    `at most ${percent(most.share)} (${most.label}), ${percent(last.share)} at last.`
  );
}
