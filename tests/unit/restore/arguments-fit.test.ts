import { expect, test } from 'vitest';
import { argumentsFit } from '../../../src/restore/arguments-fit.ts';

const tex = String.raw;

test.each([
  [tex`\frac{a}{b}`, true],
  [tex`\frac12`, true],
  [tex`\frac{\sqrt{n}}{m}`, true],
  [tex`\frac{n})`, false],
  [tex`\sqrt[3]{x}`, true],
  [tex`\sqrt x`, true],
  [tex`\sqrt{x)}`, false],
  [tex`\tilde`, false],
  [tex`\hat\beta`, true],
  [tex`\bar{x`, false],
  [tex`\alpha)`, true],
])('%s', (formula, fit) => {
  expect(argumentsFit(formula)).toBe(fit);
});
