import { expect, test } from 'vitest';
import { parseByline } from '#sightings/byline.ts';
import { mailDay } from '#sightings/mail-date.ts';
import { parseMonthDay, toIsoDate } from '#sightings/month-day.ts';

test.each([
  ['• 3 authors', { authorCount: 3, dotted: true }],
  ['1 author', { authorCount: 1, dotted: false }],
  ['2 Authors · 1 Comment', { authorCount: 2, comments: 1 }],
  ['·', { dotted: true }],
  ['Jun 20, 2018', { date: { month: 6, day: 20, year: 2018 }, dotted: false }],
  ['Mar 24 1', { date: { month: 3, day: 24, year: null }, comments: 1 }],
  ['• 3 authors · Jun 2, 2023 2', { authorCount: 3, comments: 2 }],
  ['12 upvotes', { upvotes: 12 }],
  ['Upvote 7', { upvotes: 7 }],
  ['▲ 7 · 2 comments', { upvotes: 7, comments: 2 }],
])('%s is a byline', (text, byline) => {
  expect(parseByline(text)).toMatchObject(byline);
});

test.each([
  'Deep Sets',
  'Three authors',
  'Mar 32',
  'Feb 30, 2024',
  '3 authors walk',
  'Attention · Transformers',
  '• 2 authors'.repeat(20),
])('%s is none', (text) => {
  expect(parseByline(text)).toBeNull();
});

test('dates exist, or are none', () => {
  expect(parseMonthDay('September 3')?.date).toEqual({ month: 9, day: 3, year: null });
  expect(toIsoDate({ month: 2, day: 29, year: null }, 2024)).toBe('2024-02-29');
  expect(toIsoDate({ month: 2, day: 29, year: null }, 2025)).toBeNull();
  expect(mailDay('Mon, 2 Apr 2007 19:18:42 GMT')).toBe('2007-04-02');
  expect(mailDay('31 Feb 2007')).toBeNull();
});
