import { expect, it } from 'vitest';
import { summarizeFeed } from '#corpus/feed-summary.ts';

it('counts lines by role', () => {
  const summary = summarizeFeed({
    feed: 'a.txt',
    format: 'blocks',
    date: '2025-03-11',
    label: null,
    sourceUrl: null,
    sightings: [],
    lineRoles: ['preamble', 'blank', 'title', 'blank', 'title'],
    lineCount: 5,
  });
  expect(summary).toMatchObject({
    sightings: 0,
    lineRoles: { preamble: 1, blank: 2, title: 2 },
    lineCount: 5,
  });
});
