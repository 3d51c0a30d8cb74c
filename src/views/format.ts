import { monthName } from '#text/long-date.ts';

export { longDate as formatDate } from '#text/long-date.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** `2025-10` -> `October 2025`; with a day, of that day's month. */
export function formatMonth(date: string): string {
  return `${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
}

/** `2025-10` -> `Oct 2025`. */
export function formatShortMonth(date: string): string {
  return `${monthName(Number(date.slice(5, 7))).slice(0, 3)} ${date.slice(0, 4)}`;
}

/** `2025-10-28` -> `28 Oct 2025`. */
export function formatShortDate(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthName(Number(date.slice(5, 7))).slice(0, 3)} ${date.slice(0, 4)}`;
}

/** `2025-10-28` -> `Tuesday`. */
export function formatWeekday(date: string): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}

/** `2025-W44` -> `Week 44 of 2025`. */
export function formatWeek(week: string): string {
  return `Week ${Number(week.slice(6))} of ${week.slice(0, 4)}`;
}

/** 12345 -> `12,345`. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** (2, 'paper') -> `2 papers`; an irregular plural is given. */
export function formatCount(value: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(value)} ${value === 1 ? noun : plural}`;
}

/** `3 upvotes`; nothing where there are none, or nobody counts them. */
export function formatAny(value: number | null | undefined, noun: string): string | undefined {
  return value ? formatCount(value, noun) : undefined;
}

/** 21 -> `21st`. */
export function formatOrdinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${formatNumber(value)}${suffix}`;
}
