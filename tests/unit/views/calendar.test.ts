import { expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';
import { monthCalendar } from '#views/calendar.ts';
import { expectValidHtml } from './valid-html.ts';

const urls = createUrls({ url: 'https://a.org', base: '/' });
const counts = new Map([
  ['2025-10-28', 53],
  ['2025-10-01', 1],
]);
const october = monthCalendar('2025-10', counts, urls).text;

it('has every day of the month once, from Monday', () => {
  const days = [...october.matchAll(/class="day">(\d+)</g)].map(([, day]) => Number(day));
  expect(days).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
  const rows = october.split('<tr>').slice(2);
  expect(rows).toHaveLength(5);
  expect(
    rows[0]!
      .split('<td')
      .slice(1)
      .findIndex((cell) => cell.includes('class="day">1<')),
  ).toBe(2);
});

it('links days and weeks that have papers, and no others', () => {
  expect([...october.matchAll(/href="\/dates\/([^/]*)\//g)].map(([, date]) => date)).toEqual([
    '2025-10',
    '2025-W40',
    '2025-10-01',
    '2025-W44',
    '2025-10-28',
  ]);
  expect(october).toContain('<b>53</b><span class="visually-hidden"> papers</span>');
  expect(october).toContain('<b>1</b><span class="visually-hidden"> paper</span>');
});

it('marks the page that it stands on', () => {
  const counts = new Map([['2025-10-28', 3]]);
  const linksOf = (current: string) =>
    monthCalendar('2025-10', counts, urls, { current }).text.match(/<a [^>]*aria-current="page"[^>]*>/g);
  expect(linksOf('')).toBeNull();
  expect(linksOf(urls.month('2025-10'))).toEqual([`<a href="${urls.month('2025-10')}" aria-current="page">`]);
  expect(linksOf(urls.week('2025-W44'))).toEqual([expect.stringContaining('aria-label="Week 44 of 2025"')]);
});

it('carries the days that may be new to the reader', () => {
  expect([...october.matchAll(/data-day="([^"]*)"/g)].map(([, day]) => day)).toEqual([
    '2025-10-01',
    '2025-10-28',
  ]);
});

it('shades by the number of papers', () => {
  expect([...october.matchAll(/shade-(\d)/g)].map(([, shade]) => shade)).toEqual(['1', '3']);
});

it('is valid HTML, also across a new year', async () => {
  await expectValidHtml(october);
  await expectValidHtml(monthCalendar('2026-01', new Map([['2026-01-01', 2]]), urls).text);
  expect(monthCalendar('2026-01', new Map([['2026-01-01', 2]]), urls).text).toContain('/dates/2026-W01/');
});
