import { Temporal } from 'temporal-polyfill';

const weeks = new Map<string, string>();

/** The ISO 8601 week of a calendar date: `2025-10-28` -> `2025-W44`. Kept, since every list asks for all days. */
export function isoWeek(date: string): string {
  let week = weeks.get(date);
  if (week === undefined) {
    const day = Temporal.PlainDate.from(date);
    week = `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
    weeks.set(date, week);
  }
  return week;
}

/** The Monday of an ISO week: `2025-W44` -> `2025-10-27`. */
export function mondayOf(week: string): string {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const fourthOfJanuary = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourthOfJanuary.add({ days: (number - 1) * 7 + 1 - fourthOfJanuary.dayOfWeek }).toString();
}

/** `2025-10-28` -> `2025-10`. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** `2025-10-28` -> `2025`. */
export const yearOf = (date: string): string => date.slice(0, 4);
