import { expect, test } from 'vitest';
import { MessageLog } from '#diagnostics/message-log.ts';
import { pageDay } from '#sightings/feed-date.ts';
import { parseMonthDay } from '#sightings/month-day.ts';

const monthDay = (text: string) => parseMonthDay(text)?.date ?? null;

function day(printed: string, bylines: string[], configured: string | null | undefined, index = 0) {
  const log = new MessageLog('a.txt');
  const dates = bylines.flatMap((text) => monthDay(text) ?? []);
  const { date, year } = pageDay(monthDay(printed), dates, configured, { firstLine: 3, index }, log.note);
  return [date, year, ...log.messages.map(({ rule, line, text }) => `${rule} ${line}: ${text}`)];
}

test.each([
  ['feeds.yaml agrees with the page', ['Oct 28', [], '2025-10-28'], ['2025-10-28', 2025]],
  ['feeds.yaml dates a page without date', ['', [], '2025-10-28'], ['2025-10-28', 2025]],
  ['feeds.yaml says that it has none', ['Oct 28', ['Dec 1, 2023'], null], [null, 2024]],
  ['a date with its year', ['Oct 28, 2024', [], undefined], ['2024-10-28', 2024]],
  ['a page pasted behind that prints its year', ['Mar 12, 2019', [], '2025-03-11', 1], ['2019-03-12', 2019]],
  ['a page pasted behind, in the turn of the year', ['Dec 31', [], '2025-01-02', 1], ['2024-12-31', 2024]],
] as const)('%s', (_, [printed, bylines, configured, index], expected) => {
  expect(day(printed, [...bylines], configured, index)).toEqual(expected);
});

test('the year is the one after the latest printed', () => {
  expect(day('Oct 28', ['Jun 20, 2018', 'Dec 28, 2024', 'Mar 24'], undefined)).toEqual([
    '2025-10-28',
    2025,
    'year-inferred 3: The page prints its date without a year; 2025 is the year after the latest one printed inside, so its digest is of 2025-10-28. Give the feed a date in feeds.yaml to be sure.',
  ]);
});

test('nothing tells the year', () => {
  expect(day('Oct 28', ['Mar 24'], undefined)).toEqual([
    null,
    null,
    'feed-undated 3: The page prints a date without a year, and no dates inside from which to infer it; its digest is undated. Give the feed a date in feeds.yaml.',
  ]);
});

test('a page without date is undated, whatever years stand inside', () => {
  expect(day('', ['Jun 20, 2018'], undefined)).toEqual([
    null,
    2019,
    'feed-undated 3: The page prints no date; its digest is undated. Give the feed a date in feeds.yaml.',
  ]);
});

test('feeds.yaml contradicts the page', () => {
  expect(day('Oct 28', [], '2025-10-29')).toEqual([
    '2025-10-29',
    2025,
    'date-conflict 3: The page prints another date than feeds.yaml, which says 2025-10-29; feeds.yaml was followed.',
  ]);
});
