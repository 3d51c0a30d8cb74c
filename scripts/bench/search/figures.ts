/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Bytes in kB of 1024. */
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`;

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const inSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;

/** `value` as a fraction of `other`. */
export const ratio = (value: number, other: number): string => `1/${(other / value).toFixed(1)}`;

/** One line of the table: what was measured, its value, and the target if it has one. */
export interface Row {
  what: string;
  value: string;
  target?: { text: string; met: boolean } | undefined;
}

/** A target that is a highest value. */
export const atMost = (text: string, value: number, limit: number): Row['target'] => ({
  text,
  met: value <= limit,
});

export function printRows(size: string, rows: readonly Row[]): void {
  for (const { what, value, target } of rows) {
    const verdict = target ? `  (target ${target.text}: ${target.met ? 'met' : 'MISSED'})` : '';
    console.log(`${size.padEnd(5)} ${what.padEnd(58)} ${value}${verdict}`);
  }
}
