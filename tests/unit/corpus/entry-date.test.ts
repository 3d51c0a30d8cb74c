import { expect, it } from 'vitest';
import { entryDate, newestFirst } from '#corpus/entry-date.ts';

const seen = (...dates: (string | null)[]) =>
  dates.map((date) => ({ feed: 'f', line: 1, position: 1, date }));

it('is the first digest, then the publication, then nothing', () => {
  expect(entryDate({ sightings: seen('2025-05-08', null, '2025-03-11'), published: '2018-06-20' })).toBe(
    '2025-03-11',
  );
  expect(entryDate({ sightings: seen('2025-03-11', '2025-05-08'), published: null })).toBe('2025-03-11');
  expect(entryDate({ sightings: seen(null), published: '2018-06-20' })).toBe('2018-06-20');
  expect(entryDate({ sightings: seen(null), published: null })).toBeNull();
});

it('orders newest first, undated last, then by id', () => {
  const dated = [
    { date: null, id: 'a' },
    { date: '2024-01-01', id: 'c' },
    { date: '2025-01-01', id: 'd' },
    { date: '2024-01-01', id: 'b' },
  ];
  expect(dated.toSorted(newestFirst).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  expect(
    dated
      .toReversed()
      .sort(newestFirst)
      .map(({ id }) => id),
  ).toEqual(['d', 'b', 'c', 'a']);
});
