import { expect, it } from 'vitest';
import { ageInWords, daysSince } from '#reading/age.ts';

const now = new Date(2025, 9, 28, 23, 59);

it.each([
  ['2025-10-28', 'today'],
  ['2025-10-27', 'yesterday'],
  ['2025-10-16', '12 days ago'],
  ['2025-10-29', 'in the future'],
])('%s is %s', (date, words) => {
  expect(ageInWords(date, now)).toBe(words);
});

it('counts days, also across a change of the clock', () => {
  expect(daysSince('2025-03-11', now)).toBe(231);
  expect(daysSince('2025-10-29', now)).toBe(-1);
});
