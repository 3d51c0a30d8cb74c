import { expect, it } from 'vitest';
import { digestGaps } from '#views/digest-gaps.ts';

it('knows no usual step below two digests', () => {
  expect(digestGaps([])).toEqual({ usualDays: null, odd: [] });
  expect(digestGaps(['2025-10-28'])).toEqual({ usualDays: null, odd: [] });
});

it('takes a weekend, also a long one, for granted', () => {
  const dates = ['2025-10-20', '2025-10-21', '2025-10-22', '2025-10-23', '2025-10-24', '2025-10-28'];
  expect(digestGaps(dates)).toEqual({ usualDays: 1, odd: [] });
});

it('tells the odd gaps from the newest to the oldest, whatever the order of the dates', () => {
  const dates = [
    '2025-10-01',
    '2025-10-02',
    '2025-10-12',
    '2025-10-13',
    '2025-10-14',
    '2025-10-20',
  ].reverse();
  expect(digestGaps(dates).odd).toEqual([
    { from: '2025-10-14', to: '2025-10-20', days: 6 },
    { from: '2025-10-02', to: '2025-10-12', days: 10 },
  ]);
});

it('does not call a rare digest late', () => {
  expect(digestGaps(['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-05']).odd).toEqual([]);
});
