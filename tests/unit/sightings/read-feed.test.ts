import { expect, test } from 'vitest';
import { fixtureCases, readCase } from './fixture.ts';

test.each(fixtureCases('sightings'))('reads the case $name', async ({ folder }) => {
  const { actual, expected, feed } = await readCase(folder);
  expect(actual).toEqual(expected);
  expect(feed.lineRoles ?? new Array(feed.lineCount)).toHaveLength(feed.lineCount);
});
