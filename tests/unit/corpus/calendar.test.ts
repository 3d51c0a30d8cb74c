import { expect, it } from 'vitest';
import { isoWeek, mondayOf, monthOf, yearOf } from '#corpus/calendar.ts';

it.each([
  ['2025-10-28', '2025-W44', '2025-10-27'],
  ['2025-01-01', '2025-W01', '2024-12-30'],
  ['2024-12-30', '2025-W01', '2024-12-30'],
  ['2021-01-03', '2020-W53', '2020-12-28'],
])('%s is in week %s, whose Monday is %s', (date, week, monday) => {
  expect(isoWeek(date)).toBe(week);
  expect(mondayOf(week)).toBe(monday);
});

it('cuts month and year', () => {
  expect(monthOf('2025-10-28')).toBe('2025-10');
  expect(yearOf('2025-10-28')).toBe('2025');
});
