import { z } from 'zod';

/**
 * What the program has to say about its input: never thrown, always collected, shown on the status page
 * and counted by rule in the build report.
 *
 * - `rule`: kebab-case name of what was noticed, stable (`abstract-missing`), the unit of counting.
 * - `feed`, `line`: where; null where the message is about several feeds or about the content as a whole.
 *   Lines count from 1.
 * - `text`: one sentence that says what, why, and what was done about it.
 * - `severity`: `info` (nothing to do), `warning` (something was repaired or doubtful),
 *   `error` (an input could not be used; `--strict` makes the build fail).
 */
export const messageSchema = z.object({
  severity: z.enum(['info', 'warning', 'error']),
  rule: z.string().regex(/^[a-z0-9-]+$/),
  feed: z.string().nullable(),
  line: z.int().positive().nullable(),
  text: z.string().min(1),
});

export type Message = z.infer<typeof messageSchema>;

/** What every room returns: its value, and what it has to say about its input. */
export interface Result<T> {
  value: T;
  messages: Message[];
}
