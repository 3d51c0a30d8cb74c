import { expect, test } from 'vitest';
import { brackets } from '../../../src/restore/brackets.ts';

test('brackets of any kind are paired from inside out, and know what is open around them', () => {
  const { partner, enclosing, depth } = brackets(['a', '(', 'b', '[', 'c', '}', 'd', ')', ']', '{']);
  expect([...partner]).toEqual([-1, 7, -1, 5, -1, 3, -1, 1, -1, -1]);
  expect([...enclosing]).toEqual([-1, -1, 1, 1, 3, 1, 1, -1, -1, -1]);
  expect([...depth]).toEqual([0, 0, 1, 1, 2, 2, 1, 1, 0, 0]);
});
