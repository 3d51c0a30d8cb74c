import type { Note } from '#diagnostics/message-log.ts';
import { isoDay } from './record.ts';

/**
 * The day that a record states, as `read` finds it; null where it states nothing (no value, an empty text), and null
 * with a message where what it states names no day.
 */
export function notedDay(
  what: string,
  stated: unknown,
  line: number,
  note: Note,
  read: (text: string) => string | null = isoDay,
): string | null {
  const text = shown(stated).trim();
  if (text === '') return null;
  const day = read(text);
  if (day === null)
    note(
      'info',
      'date-incomplete',
      line,
      `The ${what} “${text.slice(0, 40).toWellFormed()}” names no day; it was left out.`,
    );
  return day;
}

/** A value of JSON; lists and objects are as deep as a file likes, and none is a day. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  return String(value ?? '');
}
