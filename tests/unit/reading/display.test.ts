import { expect, it } from 'vitest';
import { readDisplay } from '#reading/display.ts';

it.each([
  [null, {}],
  ['not JSON', {}],
  ['null', {}],
  ['["dark"]', {}],
  ['{"theme":"dark","size":3,"measure":"","other":"x"}', { theme: 'dark' }],
])('reads %s', (stored, choices) => {
  expect(readDisplay(stored)).toEqual(choices);
});
