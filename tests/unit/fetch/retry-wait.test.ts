import { expect, it } from 'vitest';
import { retryWaitMs } from '../../../scripts/fetch/retry-wait.ts';

const now = Date.parse('2025-10-28T12:00:00Z');

it.each([
  ['doubles from five seconds', 1, null, 5_000],
  ['doubles from five seconds', 2, null, 10_000],
  ['doubles from five seconds', 3, null, 20_000],
  ['waits as many seconds as it is asked to', 1, '30', 30_000],
  ['waits until the date it is asked to', 1, 'Tue, 28 Oct 2025 12:01:00 GMT', 60_000],
  ['does not wait less than its own pause', 2, '1', 10_000],
  ['does not wait less than its own pause', 1, 'Tue, 28 Oct 2025 11:00:00 GMT', 5_000],
  ['passes over a header it does not understand', 1, 'soon', 5_000],
])('%s (attempt %i, Retry-After: %s)', (_, attempt, header, expected) => {
  expect(retryWaitMs(attempt, header, now)).toBe(expected);
});
