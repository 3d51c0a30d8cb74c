import { expect, it } from 'vitest';
import { papersByMonth, recentMonths } from '#views/recent-months.ts';
import { renderedCorpus } from './rendered-corpus.ts';

it('ends with the month of the newest digest', () => {
  expect(recentMonths(renderedCorpus, 3)).toEqual(['2025-08', '2025-09', '2025-10']);
  expect(recentMonths(renderedCorpus, 12)[0]).toBe('2024-11');
  expect(recentMonths({ digests: [] })).toEqual([]);
});

it('counts each paper once, in the month that first had it', () => {
  expect(papersByMonth(renderedCorpus.entries, ['2025-09', '2025-10'])).toEqual([
    { label: 'September 2025', value: 0 },
    { label: 'October 2025', value: 2 },
  ]);
});
