import { expect, test } from 'vitest';
import { titleLikeness, titlesContradict } from '#papers/title-likeness.ts';

test.each([
  ['Lazy Walkers, Part I', 'Lazy Walkers, Part II', true],
  ['Free $S_{1,1,5}$ Graphs', 'Free $S_{2,2,3}$ Graphs', true],
  ['Comment on Walkers', 'Walkers', true],
  ['Rejoinder: Walkers', 'Comment: Walkers', true],
  ['Walkers', 'Walkers 2', false],
  ['A Matrix of Walkers', 'Phoenix Walkers', false],
  ['Commentary on Walkers', 'Walkers', false],
  ['Deep Sets', 'On Covering Grids', false],
])('%s and %s: %s', (a, b, contradict) => {
  expect(titlesContradict(a, b)).toBe(contradict);
  expect(titlesContradict(b, a)).toBe(contradict);
});

test('titles are alike by their words', () => {
  expect(titleLikeness('Lazy Walkers on Grids', 'LAZY Walkers on a Torus')).toBe(0.5);
  expect(titleLikeness('…', '…')).toBe(0);
});
