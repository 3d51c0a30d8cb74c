import { expect, test } from 'vitest';
import { fixtureCases, readCase } from './fixture.ts';

test.each(fixtureCases('hostile'))('survives the case $name', async ({ folder }) => {
  const { actual, expected } = await readCase(folder);
  expect(actual).toEqual(expected);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
