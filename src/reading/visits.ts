/** After so long without a page a reader has left; the next page begins a new visit. */
const absenceMilliseconds = 30 * 60_000;

/**
 * A reader's visits: the newest digest that the visits before this one showed (null on the first visit), the newest
 * that any has shown, and when a page was last open (milliseconds since 1970).
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

/**
 * The visits after a page was opened at a time: null before any page showed a digest. `newest` is the newest digest of
 * which the page shows something, or null.
 */
export function nextVisits(visits: Visits | null, newest: string | null, openedAt: number): Visits | null {
  if (visits === null) return newest === null ? null : { previous: null, current: newest, openedAt };
  const isSameVisit = openedAt - visits.openedAt < absenceMilliseconds;
  return {
    previous: isSameVisit ? visits.previous : visits.current,
    current: newest !== null && newest > visits.current ? newest : visits.current,
    openedAt,
  };
}
