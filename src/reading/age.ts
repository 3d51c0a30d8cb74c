const dayMilliseconds = 86_400_000;

/** Days, of the reader's calendar, that have passed since a date; below nought before it. */
export function daysSince(date: string, now: Date): number {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((today - Date.parse(date)) / dayMilliseconds);
}

/** How long ago a date was, in the reader's days: `today`, `yesterday`, `12 days ago`; `in the future` after today. */
export function ageInWords(date: string, now: Date): string {
  const days = daysSince(date, now);
  if (days < 0) return 'in the future';
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
