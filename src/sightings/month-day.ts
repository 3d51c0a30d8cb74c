const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date as the web pages print it; `year` is null where they leave it out. Months count from 1. */
export interface MonthDay {
  month: number;
  day: number;
  year: number | null;
}

const DATE = new RegExp(`^(${MONTHS.join('|')})[a-z]{0,6}\\.? (\\d{1,2})(?:, (\\d{4}))?(?: (\\d{1,6}))?$`);

/** Reads `Jun 20, 2018`, `Mar 24`, and `Mar 24 1` (a number of comments behind it); null for anything else. */
export function parseMonthDay(text: string): { date: MonthDay; comments: number | null } | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, name = '', day, year, comments] = match;
  const date = { month: MONTHS.indexOf(name) + 1, day: Number(day), year: year ? Number(year) : null };
  if (toIsoDate(date, date.year ?? 2024) === null) return null;
  return { date, comments: comments === undefined ? null : Number(comments) };
}

/** The ISO date in the given year; null where that year has no such day (29 February). */
export function toIsoDate({ month, day }: MonthDay, year: number): string | null {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
