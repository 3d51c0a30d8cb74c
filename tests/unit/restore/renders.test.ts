import { expect, test } from 'vitest';
import { sharedFormulas } from '../../../src/abstracts/formula-cache.ts';
import { renders } from '../../../src/restore/renders.ts';

test.each([
  [String.raw`\texttt{D}`, true],
  [String.raw`\textbf{\texttt{D}}`, false],
  [String.raw`\frac{1}`, false],
])('%s renders: %s', (tex, answer) => {
  expect(renders(tex)).toBe(answer);
  expect(!('error' in sharedFormulas.typeset(tex, false))).toBe(answer);
});
