import { expect, test } from 'vitest';
import { damage } from '../../../src/restore/damage.ts';

test.each([
  [String.raw`$\mathbb{R}^d$`, 'R^d'],
  [String.raw`$\frac{\sqrt{p}}{n\epsilon}$`, 'sqrt{p}{nepsilon}'],
  [String.raw`$\tilde{\mathcal{O}}(n)$`, 'mathcal{O}(n)'],
  [String.raw`$\sqrt{\mathcal{C}_\Phi/m}$`, 'mathcal{C_Phi/m}'],
  [String.raw`$M\in \mathbb{R}^{m\times n}$`, 'Min R^{mtimes n}'],
  [String.raw`$\|x\|_2$`, '|x|_2'],
  [String.raw`\href{U}{T} \emph{x}`, 'U{T} x'],
  [String.raw`\"o \% {\em x} \method ~ -- \(x\)`, String.raw`\"o \% {\em x} \method ~ -- \(x\)`],
  ['two\nlines', 'two\nlines'],
])('%s becomes %s', (original, damaged) => {
  expect(damage(original)).toBe(damaged);
});
