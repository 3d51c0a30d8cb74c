import { expect, it } from 'vitest';
import {
  formatCount,
  formatDate,
  formatMonth,
  formatNumber,
  formatOrdinal,
  formatShortDate,
  formatWeek,
  formatWeekday,
} from '#views/format.ts';

it('writes dates', () => {
  expect(formatDate('2025-10-28')).toBe('28 October 2025');
  expect(formatShortDate('2025-03-01')).toBe('1 Mar 2025');
  expect(formatMonth('2025-10')).toBe('October 2025');
  expect(formatWeek('2025-W01')).toBe('Week 1 of 2025');
  expect(formatWeekday('2025-10-28')).toBe('Tuesday');
  expect(formatWeekday('2000-02-29')).toBe('Tuesday');
});

it('writes numbers', () => {
  expect([0, 999, 1000, 1234567].map(formatNumber)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([0, 1, 2].map((value) => formatCount(value, 'paper'))).toEqual(['0 papers', '1 paper', '2 papers']);
  expect(formatCount(2, 'match', 'matches')).toBe('2 matches');
});

it.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [112, '112th'],
  [1001, '1,001st'],
])('writes %i as %s', (value, text) => {
  expect(formatOrdinal(value)).toBe(text);
});
