import { expect, it } from 'vitest';
import { readFeed } from '#sightings/read-feed.ts';
import type { FeedConfig } from '#sightings/schema.ts';

const entry = (published: string, submitted: string) => ({
  paper: {
    id: '2510.00001',
    title: 'On cheese',
    summary: 'It is blue.',
    authors: [{ name: 'Ada One' }],
    publishedAt: `${published}T00:00:00.000Z`,
    submittedOnDailyAt: `${submitted}T00:00:00.000Z`,
  },
});

async function read(text: string, config?: FeedConfig) {
  const { value, messages } = await readFeed({ name: 'a', chunks: [Buffer.from(text)] }, config);
  return {
    date: value.date,
    dates: value.sightings.map(({ date, published }) => [date, published]),
    told: messages.filter(({ rule }) => rule === 'date-implausible').map(({ line, text }) => [line, text]),
  };
}

const told = (date: string) =>
  `The date ${date} is not between 1900 and 2099; it was taken as unknown. Mend the feed, or give it a date in feeds.yaml.`;

it('takes the dates of years that no paper is of as unknown, and says so', async () => {
  const entries = [entry('2025-10-27', '2999-10-28'), entry('0001-01-01', '2025-10-28')];
  expect(await read(entries.map((one) => JSON.stringify(one)).join('\n'))).toEqual({
    date: null,
    dates: [
      [null, '2025-10-27'],
      ['2025-10-28', null],
    ],
    told: [
      [1, told('2999-10-28')],
      [2, told('0001-01-01')],
    ],
  });
  expect(await read(JSON.stringify([entry('9999-12-31', '2999-10-28')]))).toEqual({
    date: null,
    dates: [[null, null]],
    told: [[1, told('2999-10-28 and 9999-12-31')]],
  });
});

it('takes a date that feeds.yaml gives instead', async () => {
  const text = JSON.stringify([entry('2025-10-27', '2999-10-28')]);
  expect(await read(text, { date: '2025-10-28' })).toEqual({
    date: '2025-10-28',
    dates: [['2025-10-28', '2025-10-27']],
    told: [],
  });
});

it('takes the first and the last day of all that are plausible', async () => {
  const days = ['1900-01-01', '2099-12-31'] as const;
  expect((await read(JSON.stringify([entry(...days)]))).told).toEqual([]);
});

it('does so for pages, whose year is printed or inferred', async () => {
  const page = (printed: string) =>
    [
      'new',
      'Get trending papers in your email inbox!',
      'Subscribe',
      printed,
      'Lazy Walkers on Grids',
      'We bound the number of steps that a lazy walker needs before it has seen every corner of a grid, and show ' +
        'that a small change of the step rule halves the bound.',
      '',
    ].join('\n\n');
  expect(await read(page('Mar 11, 2999'))).toMatchObject({ date: null, dates: [[null, null]] });
  expect(await read(page('Mar 11, 2025'))).toMatchObject({ date: '2025-03-11', told: [] });
});
