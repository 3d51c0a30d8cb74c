/** Dates from `from` to `to`, both included, as ISO dates cut to equal precision or not: `2025` holds `2025-03-01`. */
export interface DateRange {
  from: string;
  to: string;
}

const datePattern = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * Reads `2025`, `2025-03`, `2025-03-11`, `2024..2025`, `2024..` or `..2025`, also with `2025-3-1`; null for anything
 * else.
 */
export function parseDateRange(text: string): DateRange | null {
  const [first = '', second, ...rest] = text.replace(/-(?=\d(?!\d))/g, '-0').split('..');
  const from = first === '' && second !== undefined ? '0001' : first;
  const to = second === undefined ? first : second === '' ? '9999' : second;
  if (
    rest.length > 0 ||
    !datePattern.test(from) ||
    !datePattern.test(to) ||
    (first === '' && second === '')
  ) {
    return null;
  }
  return cutTo(from, to.length) <= cutTo(to, from.length) ? { from, to } : { from: to, to: from };
}

function cutTo(date: string, length: number): string {
  return date.slice(0, length);
}

/** Whether an ISO date, or one cut to year or month, lies in the range as far as both are precise. */
export function isInRange(date: string, { from, to }: DateRange): boolean {
  return (
    cutTo(date, from.length) >= cutTo(from, date.length) && cutTo(date, to.length) <= cutTo(to, date.length)
  );
}
