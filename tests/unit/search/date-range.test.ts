import { describe, expect, it } from 'vitest';
import { isInRange, parseDateRange } from '#search/query/date-range.ts';

describe('parseDateRange', () => {
  it.each([
    ['2025', { from: '2025', to: '2025' }],
    ['2025-03', { from: '2025-03', to: '2025-03' }],
    ['2025-03-11', { from: '2025-03-11', to: '2025-03-11' }],
    ['2025-3', { from: '2025-03', to: '2025-03' }],
    ['2025-3-1..2025-3-11', { from: '2025-03-01', to: '2025-03-11' }],
    ['2025-003', null],
    ['2024..2025-03', { from: '2024', to: '2025-03' }],
    ['2025-03..2024', { from: '2024', to: '2025-03' }],
    ['2024..', { from: '2024', to: '9999' }],
    ['..2024', { from: '0001', to: '2024' }],
    ['..', null],
    ['2025-13', null],
    ['2025-00', null],
    ['25', null],
    ['2024..2025..2026', null],
    ['soon', null],
    ['', null],
  ])('%s', (text, range) => {
    expect(parseDateRange(text)).toEqual(range);
  });
});

describe('isInRange', () => {
  it.each([
    ['2025-03-11', '2025', true],
    ['2025-03-11', '2025-03', true],
    ['2025-03-11', '2025-03-10', false],
    ['2025-03-11', '2024..2025-03-11', true],
    ['2025-03-12', '2024..2025-03-11', false],
    ['2023-12-31', '2024..', false],
    ['2025', '2025-03', true],
    ['2024', '2025-03', false],
  ])('%s in %s: %s', (date, range, expected) => {
    expect(isInRange(date, parseDateRange(range)!)).toBe(expected);
  });
});
