const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** An ISO date in words, the same on every machine: `28 October 2025`. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${months[month - 1]} ${year}`;
}

/** `1 paper`, `2 papers`. */
export function paperCount(papers: number): string {
  return `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
}

/** How many authors are named before “and others”. */
const maxNamedAuthors = 5;

/** Names with commas between them, the first few where there are many. */
export function authorNames(authors: readonly string[]): string {
  const more = authors.length - maxNamedAuthors;
  if (more <= 1) return authors.join(', ');
  return `${authors.slice(0, maxNamedAuthors).join(', ')} and ${more} others`;
}
