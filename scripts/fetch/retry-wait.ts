/** The wait before the second attempt; it doubles with each further one. */
const firstRetryMs = 5_000;

/** A server that asks for a longer pause than this is asked again by the next run, not by this one. */
export const maxRetryAfterMs = 10 * 60_000;

/**
 * How long to wait before the next attempt: what the server asks for in `Retry-After` (seconds or an HTTP date,
 * RFC 9110, section 10.2.3), at least the back-off of 5, 10, 20, … seconds. `attempt` counts from 1; `nowMs` is the
 * Unix time.
 */
export function retryWaitMs(attempt: number, retryAfter: string | null, nowMs: number): number {
  const backOff = firstRetryMs * 2 ** (attempt - 1);
  return Math.max(backOff, retryAfterMs(retryAfter, nowMs));
}

function retryAfterMs(header: string | null, nowMs: number): number {
  if (header === null) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : date - nowMs;
}
