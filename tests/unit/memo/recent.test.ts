import { expect, it } from 'vitest';
import { Recent } from '#memo/recent.ts';

it('makes a value once for as long as it is asked for of late, and anew when it was forgotten', () => {
  const recent = new Recent<string, string>(2);
  const made: string[] = [];
  const get = (key: string): string =>
    recent.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A']);
  expect(made).toEqual(['a', 'b', 'c']);
  // Both generations are full: the older one, with b, goes. What was asked for since is in the younger.
  expect(['d', 'a', 'b'].map(get)).toEqual(['D', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
  recent.limit(1);
  expect(['b', 'e', 'f', 'b'].map(get)).toEqual(['B', 'E', 'F', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b', 'e', 'f', 'b']);
});
