import { describe, expect, it } from 'vitest';
import type { Corpus } from '#corpus/corpus.ts';
import { listedPages } from '#views/listed-pages.ts';
import { topRail } from '#views/list-rails.ts';
import { monthsSpan } from '#views/month-sections.ts';
import { paperEntry } from '../syndication/corpus-of.ts';
import { corpusOfDays } from './corpus-of-days.ts';
import { expectValidHtml } from './valid-html.ts';

const daysOf = (year: number, months: number): string[] =>
  Array.from({ length: months }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}-14`);

const isArchivePage = (path: string): boolean => !/\/(top|dates)\//.test(path);

/** 180 papers of two years, and the same with two more days: one of the last month, one of the next. */
const days = [...daysOf(2024, 12), ...daysOf(2025, 8)];
const before = corpusOfDays(days, 9);
const after = corpusOfDays([...days, '2025-08-15', '2025-09-01'], 9);
const pagesOf = (corpus: Corpus) =>
  new Map(Array.from(listedPages(corpus), ({ path, head, main }) => [path, head + main]));

describe('pages of lists', () => {
  it('has archive pages of topics, of their years, of years of publication and of papers with code', () => {
    expect([...pagesOf(before).keys()].filter(isArchivePage)).toEqual([
      '/digest/topics/theory/1/',
      '/digest/topics/theory/2/',
      '/digest/topics/theory/2024/1/',
      '/digest/published/2024/1/',
      '/digest/code/1/',
      '/digest/code/2/',
    ]);
  });

  it('numbers them from the oldest, and says of when their papers are', () => {
    const page = pagesOf(before).get('/digest/topics/theory/1/')!;
    expect(page).toContain('<title>Theory, archive page 1 · A Digest</title>');
    expect(page).toContain('January 2024 to July 2024');
    expect(page).toContain('data-paper="2024-01-14-0"');
    expect(page).not.toContain('data-paper="2024-08-14-0"');
    expect(page).toContain('<a class="pager-step" rel="prev" href="/digest/topics/theory/2/">Newer</a>');
    const last = pagesOf(before).get('/digest/topics/theory/2/')!;
    expect(last).toContain('<a class="pager-step" rel="prev" href="/digest/topics/theory/">Newer</a>');
  });

  it('is valid HTML', async () => {
    for (const path of ['/digest/topics/theory/2/', '/digest/published/2024/1/', '/digest/code/1/'])
      await expectValidHtml(
        pagesOf(before)
          .get(path)!
          .replace(/^.*?(?=<div|<header)/s, ''),
      );
    for (const path of ['/digest/top/2025-08/', '/digest/top/2025-W33/', '/digest/top/2025-08-14/'])
      await expectValidHtml(
        pagesOf(before)
          .get(path)!
          .replace(/^.*?(?=<div)/s, ''),
      );
  });

  it('leaves the pages of what is past as they were when days come, but those that lead to them', () => {
    const [old, now] = [pagesOf(before), pagesOf(after)];
    const changed = [...old.keys()].filter((path) => old.get(path) !== now.get(path));
    expect(changed.filter(isArchivePage)).toEqual([]);
    // In the tops of the year stands the new month, in those of the month the new day and its week.
    expect(
      changed.filter((path) => path.includes('/top/')).every((path) => path.includes('/top/2025-')),
    ).toBe(true);
    expect(changed.filter((path) => path.includes('/dates/'))).toEqual([
      '/digest/dates/2025-08-14/',
      '/digest/dates/2025-W33/',
      '/digest/dates/2025-08/',
    ]);
    expect(now.get('/digest/top/2025-08/')).not.toBe(old.get('/digest/top/2025-08/'));
  });
});

describe('monthsSpan', () => {
  it.each([
    [['2025-03-02', '2025-01-31'], 'January 2025 to March 2025'],
    [['2025-03-02', '2025-03-01'], 'March 2025'],
    [['2025-03-02', null], 'March 2025 and undated'],
    [[null, null], 'undated'],
  ])('%j: %s', (dates, text) => {
    const entries = dates.map((published, index) => paperEntry({ id: String(index), published }));
    expect(monthsSpan(entries, ({ paper }) => paper.published)).toBe(text);
  });
});

describe('topRail', () => {
  const namesOf = (rail: string) =>
    [...rail.matchAll(/<(?:h2|a href)[^>]*>([^<]+)</g)].map(([, name]) => name);

  it('shows the months of a year and their neighbours, and the weeks of a month', () => {
    expect(namesOf(topRail(before, { period: 'month', key: '2024-12' }).text)).toEqual([
      'Months',
      'The newest',
      'January 2025',
      ...['December', 'November', 'October', 'September', 'August', 'July', 'June', 'May', 'April'].map(
        (month) => `${month} 2024`,
      ),
      ...['March', 'February', 'January'].map((month) => `${month} 2024`),
      'Weeks of December 2024',
      'Week 50 of 2024',
    ]);
  });

  it('adds the days of the week to a week and a day, and marks where one is', () => {
    for (const list of [
      { period: 'week', key: '2025-W33' },
      { period: 'day', key: '2025-08-15' },
    ] as const) {
      const rail = topRail(after, list).text;
      expect(namesOf(rail).slice(-3)).toEqual(['Week 33 of 2025', '15 Aug 2025', '14 Aug 2025']);
      expect(rail).toContain(`href="/digest/top/${list.key}/" aria-current="page"`);
    }
  });

  it('leads from the newest papers to earlier years', () => {
    const rail = topRail(after, null).text;
    expect(namesOf(rail).slice(-2)).toEqual(['Earlier years', '2024']);
    expect(rail).toContain('href="/digest/top/2024-12/">2024<');
  });
});
