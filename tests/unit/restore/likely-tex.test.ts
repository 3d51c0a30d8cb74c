import { expect, test } from 'vitest';
import { isLikelyTex, likelierTex } from '../../../src/restore/likely-tex.ts';

const tex = String.raw;

test.each([
  [tex`\sqrt{\log n}`, true],
  [tex`\sqrt{HSAT}`, true],
  [tex`\frac{a}{b} \times c`, true],
  [tex`\frac12 \log n`, true],
  [tex`\mathbf{x}`, true],
  [tex`\sqrt{TopoSRL}`, false],
  [tex`\frac{-1} \log p`, false],
  [tex`\frac\times b`, false],
  [tex`\mathbf\{x\}`, false],
  [tex`\textbf{\texttt{}D}`, false],
])('%s', (formula, isLikely) => {
  expect(isLikelyTex(formula)).toBe(isLikely);
});

test.each([
  [tex`|Q_k - Q^*\|_\infty`, tex`\|Q_k - Q^*\|_\infty`],
  [tex`|S||A||h\|_2`, tex`|S||A|\|h\|_2`],
  [tex`D(P\|Q) \leq |x|`, tex`D(P\|Q) \leq |x|`],
  [tex`p(x|y)`, tex`p(x|y)`],
  [tex`\sqrt{\texttt{H}}`, tex`\underline{\texttt{H}}`],
  [tex`\sqrt{\texttt{a}/b}`, tex`\sqrt{\texttt{a}/b}`],
])('%s is likelier %s', (guessed, likelier) => {
  expect(likelierTex(guessed)).toBe(likelier);
});
