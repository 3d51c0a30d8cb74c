/** After so long without a page a reader has left; the next page begins a new visit. */
const absenceMilliseconds = 30 * 60_000;

/**
 * A reader's visits: the newest digest that the visit before this one could have shown (null on the first visit), the
 * newest of this visit, and when a page was last opened (milliseconds since 1970).
 */
export interface Visits {
  previous: string | null;
  current: string;
  openedAt: number;
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads kept visits; null for what is not of their form. */
export function readVisits(text: string | null): Visits | null {
  try {
    const { previous, current, openedAt } = JSON.parse(text ?? 'null') as Partial<Visits>;
    const isDate = (value: unknown): value is string => typeof value === 'string' && datePattern.test(value);
    if (!isDate(current) || typeof openedAt !== 'number') return null;
    return { previous: isDate(previous) ? previous : null, current, openedAt };
  } catch {
    return null;
  }
}

/** The visits after a page was opened at a time. `newest` is the date of the site's newest digest. */
export function nextVisits(visits: Visits | null, newest: string, openedAt: number): Visits {
  if (visits === null) return { previous: null, current: newest, openedAt };
  const isSameVisit = openedAt - visits.openedAt < absenceMilliseconds;
  return { previous: isSameVisit ? visits.previous : visits.current, current: newest, openedAt };
}
