import type { Clock } from '../../../scripts/fetch/clock.ts';

/** A clock that stands still but while somebody sleeps, and tells how long each sleep was, in milliseconds. */
export function fakeClock(startMs = Date.parse('2025-10-28T12:00:00Z')): Clock & { sleeps: number[] } {
  let nowMs = startMs;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => nowMs,
    async sleep(milliseconds) {
      sleeps.push(milliseconds);
      nowMs += milliseconds;
    },
  };
}
