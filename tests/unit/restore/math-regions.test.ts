import { expect, test } from 'vitest';
import { mathRegions } from '../../../src/restore/math-regions.ts';

const tex = String.raw;

test.each([
  ['a $x$ b $y$', ['$x$', '$y$']],
  ['a $$x$$ b', ['$$x$$']],
  [tex`\(x\) and \[y\]`, [tex`\(x\)`, tex`\[y\]`]],
  [tex`\(x $y$ z\)`, [tex`\(x $y$ z\)`]],
  [tex`costs \$5, so $x$`, ['$x$']],
  [tex`$a \$ b$`, [tex`$a \$ b$`]],
  ['one $ only', []],
  [tex`\(x and $y$`, ['$y$']],
])('%s', (text, regions) => {
  expect(mathRegions(text).map(({ start, end }) => text.slice(start, end))).toEqual(regions);
});
