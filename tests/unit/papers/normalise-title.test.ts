import { expect, test } from 'vitest';
import { damage } from '#restore/damage.ts';
import { normaliseTitle } from '#papers/normalise-title.ts';

test.each([
  ['HyperZ$\\cdot$Z$\\cdot$W', 'hyperzcdotzcdotw'],
  ['On $\\frac{\\sqrt{p}}{n}$ Rates', 'onsqrtpnrates'],
  ['\\textbf{\\emph{Deep}} Sets', 'deepsets'],
  ['$\\sigma$-GPTs', 'sigmagpts'],
  ['σ-GPTs', 'sigmagpts'],
  ["Erd\\H{o}s--R\\'enyi", 'erdosrenyi'],
  ['深度 学习', '深度学习'],
  ['…', '…'],
])('%s', (title, normalised) => {
  expect(normaliseTitle(title)).toBe(normalised);
  expect(normaliseTitle(damage(title))).toBe(normalised);
});
