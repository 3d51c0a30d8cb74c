const dayMilliseconds = 86_400_000;

/** How long ago a date was, in the reader's days: `today`, `yesterday`, `12 days ago`; `in the future` after today. */
export function ageInWords(date: string, now: Date): string {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.round((today - Date.parse(date)) / dayMilliseconds);
  if (days < 0) return 'in the future';
  if (days === 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
