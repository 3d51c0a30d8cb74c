import { expect, it } from 'vitest';
import { addDays, daysBetween, isWeekend } from '../../../scripts/fetch/days.ts';

it('counts days over the ends of months and years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(daysBetween('2025-10-28', '2025-10-27')).toEqual([]);
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
});

it('knows weekends', () => {
  expect(['2025-10-24', '2025-10-25', '2025-10-26', '2025-10-27'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
