import { Temporal } from 'temporal-polyfill';

/** The day that many days later (or, below zero, earlier): `('2025-10-28', -1)` -> `2025-10-27`. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Every day from `since` to `until`, both included; none when `until` lies before. */
export function daysBetween(since: string, until: string): string[] {
  const days: string[] = [];
  for (let day = since; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;
