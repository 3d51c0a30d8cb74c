import { expect, it } from 'vitest';
import { papersByPublicationYear } from '#views/publication-years.ts';
import { paperEntry } from '../syndication/corpus-of.ts';

it('groups by year, the newest first, and leaves out what has no date', () => {
  const entries = [
    ['a', '2024-01-01'],
    ['b', '2025-05-01'],
    ['c', null],
    ['d', '2025-06-01'],
  ].map(([id, published]) => paperEntry({ id: id!, title: 'T', published: published ?? null }));
  const byYear = papersByPublicationYear(entries);
  expect([...byYear].map(([year, papers]) => [year, papers.map(({ paper }) => paper.id)])).toEqual([
    ['2025', ['d', 'b']],
    ['2024', ['a']],
  ]);
});
