import { expect, test } from 'vitest';
import { mailDay } from '#sightings/mail-date.ts';

test.each([
  ['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02'],
  ['Fri, 24 May 2024 00:00:00 -0400', '2024-05-24'],
  ['24 May 2024', '2024-05-24'],
  ['  Fri,24 May 2024', '2024-05-24'],
  ['Tue, 32 May 2025 00:00:00 -0400', null],
  ['Sat, 29 Feb 2025', null],
  ['24 Mai 2024', null],
  ['24 May 20245', null],
  ['on Fri, 24 May 2024', null],
  ['2024-05-24', null],
])('%s is of the day %s', (text, day) => {
  expect(mailDay(text)).toBe(day);
});
