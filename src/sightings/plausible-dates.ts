import type { Note } from '#diagnostics/message-log.ts';
import type { Sighting } from './schema.ts';

/** Years that a date of a paper can be of. arXiv has records dated back to well before it began, but not to 1900. */
const [firstYear, lastYear] = [1900, 2099];

/** The date, or null for one of a year that no paper is of. */
export function plausibleDate(date: string | null): string | null {
  const year = Number(date?.slice(0, 4));
  return year >= firstYear && year <= lastYear ? date : null;
}

/** The sighting without dates of years that no paper is of; they are told. */
export function withPlausibleDates(sighting: Sighting, note: Note): Sighting {
  const dates = ['date', 'published', 'updated'] as const;
  const wrong = dates.filter((field) => sighting[field] !== plausibleDate(sighting[field]));
  if (wrong.length === 0) return sighting;
  const said = new Set(wrong.map((field) => sighting[field]));
  note(
    'warning',
    'date-implausible',
    sighting.line,
    `The date ${[...said].join(' and ')} is not between ${firstYear} and ${lastYear}; it was taken as unknown. Mend the feed, or give it a date in feeds.yaml.`,
  );
  return { ...sighting, ...Object.fromEntries(wrong.map((field) => [field, null])) };
}
