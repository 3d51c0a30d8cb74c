/** A record of unknown shape, as JSON or a Python literal gives it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields; lists are not. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field of the record's own; undefined where it has none, or for anything but a record. */
export function field(record: unknown, key: string): unknown {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The string in a field; empty where there is none. */
export function stringField(record: unknown, key: string): string {
  const value = field(record, key);
  return typeof value === 'string' ? value : '';
}

/** The id in a field, which some programs write as a number; empty where there is none. */
export function idField(record: unknown, key: string): string {
  const value = field(record, key);
  return typeof value === 'number' ? String(value) : stringField(record, key);
}

/** The count in a field: a whole number from 0, which some programs write as a string, or null. */
export function countField(record: unknown, key: string): number | null {
  const own = field(record, key);
  const value = typeof own === 'string' && /^\s*\d+\s*$/.test(own) ? Number(own) : own;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The list in a field; empty where there is none. */
export function listField(record: unknown, key: string): unknown[] {
  const value = field(record, key);
  return Array.isArray(value) ? value : [];
}

/** The strings in a list field, trimmed, without empty ones and repetitions. */
export function stringsField(record: unknown, key: string): string[] {
  const strings = listField(record, key).flatMap((value) => (typeof value === 'string' ? value.trim() : []));
  return [...new Set(strings)].filter((value) => value !== '');
}

/**
 * The day with which an ISO timestamp (`2024-05-27T03:50:58.348Z`) begins, as it is written, if the calendar has it; or
 * null.
 */
export function isoDay(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(text.trim())?.[0];
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
