import type { Note } from '#diagnostics/message-log.ts';
import { toIsoDate, type MonthDay } from './month-day.ts';

/** What is known of the day of one scraped page. */
export interface PageDay {
  /** The ISO date, or null when the page is undated. */
  date: string | null;
  /** The year that dates without a year belong to; null when nothing tells. */
  year: number | null;
}

/**
 * The day on which a page was captured.
 *
 * 1. The date of `feeds.yaml` holds when its month and day are those that the page prints, or the page prints none.
 *    Where they differ, a first page follows `feeds.yaml`; a later page pasted behind it keeps its own month and
 *    day, in the year that brings it nearest to the date of `feeds.yaml`.
 * 2. A date that is printed with its year.
 * 3. The earliest year consistent with the dates inside the page: these pages print a year except that of the
 *    capture, so the capture was in the year after the latest year that is printed. No clock is asked.
 * 4. Else the page is undated, with a message unless `feeds.yaml` says so (`date: null`).
 */
export function pageDay(
  printed: MonthDay | null,
  bylineDates: readonly MonthDay[],
  configured: string | null | undefined,
  page: { firstLine: number; index: number },
  note: Note,
): PageDay {
  if (configured) return configuredDay(printed, configured, page, note);
  if (configured === undefined && printed?.year != null)
    return { date: toIsoDate(printed, printed.year), year: printed.year };
  const years = bylineDates.flatMap((date) => (date.year === null ? [] : [date.year]));
  const year = years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b)) + 1;
  if (configured === null) return { date: null, year };
  if (printed === null || year === null) {
    const lack =
      printed === null ? 'no date' : 'a date without a year, and no dates inside from which to infer it';
    note(
      'warning',
      'feed-undated',
      page.firstLine,
      `The page prints ${lack}; its digest is undated. Give the feed a date in feeds.yaml.`,
    );
    return { date: null, year };
  }
  const date = toIsoDate(printed, year);
  note(
    'info',
    'year-inferred',
    page.firstLine,
    `The page prints its date without a year; ${year} is the year after the latest one printed inside, so its digest is of ${date ?? 'no date'}. Give the feed a date in feeds.yaml to be sure.`,
  );
  return { date, year };
}

function configuredDay(
  printed: MonthDay | null,
  configured: string,
  page: { firstLine: number; index: number },
  note: Note,
): PageDay {
  const year = Number(configured.slice(0, 4));
  if (printed === null || toIsoDate(printed, printed.year ?? year) === configured)
    return { date: configured, year };
  if (page.index === 0) {
    note(
      'warning',
      'date-conflict',
      page.firstLine,
      `The page prints another date than feeds.yaml, which says ${configured}; feeds.yaml was followed.`,
    );
    return { date: configured, year };
  }
  const distance = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(configured));
  const [nearest = configured] = (printed.year === null ? [year, year - 1, year + 1] : [printed.year])
    .flatMap((candidate) => toIsoDate(printed, candidate) ?? [])
    .sort((a, b) => distance(a) - distance(b));
  return { date: nearest, year: Number(nearest.slice(0, 4)) };
}
