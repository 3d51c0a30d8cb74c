import { parseMonthDay, toIsoDate } from './month-day.ts';

/** The day of an RFC 822 date (`Mon, 2 Apr 2007 19:18:42 GMT`), in the time zone in which it is written; or null. */
export function mailDay(text: string): string | null {
  const match = /^\s*(?:[A-Za-z]{3},\s*)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b/.exec(text);
  const date = match === null ? null : parseMonthDay(`${match[2]} ${match[1]}, ${match[3]}`)?.date;
  return date?.year == null ? null : toIsoDate(date, date.year);
}
