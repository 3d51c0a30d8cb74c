import { describe, expect, it } from 'vitest';
import { texMath, texText } from '#citation/tex-text.ts';

describe('texText', () => {
  it.each([
    ['A plain (text), really: 1+1=2!', 'A plain (text), really: 1+1=2!'],
    ['50% of R&D #1 a_b $5 {x}', String.raw`50\% of R\&D \#1 a\_b \$5 \textbraceleft{}x\textbraceright{}`],
    ['~ ^ \\', String.raw`\textasciitilde{} \textasciicircum{} \textbackslash{}`],
    [
      'Gödel, Čech, Erdős, naïve, ç, Łoś',
      String.raw`G{\"o}del, {\v{C}}ech, Erd{\H{o}}s, na{\"\i}ve, {\c{c}}, {\L}o{\'s}`,
    ],
    ['Go\u0308del', String.raw`G{\"o}del`],
    ['α–β “x”…', String.raw`$\alpha$--$\beta$ ${'``'}x''\ldots{}`],
    ['2 × 3 ≤ ∞ · x', String.raw`2 $\times$ 3 $\le$ $\infty$ \textperiodcentered{} x`],
    ['王小明', '王小明'],
  ])('%s', (text, tex) => {
    expect(texText(text)).toBe(tex);
  });
});

describe('texMath', () => {
  it.each([
    ['σ', String.raw`\sigma`],
    ['σx + αβ^γ ≤ 2·n', String.raw`\sigma x + \alpha\beta^\gamma \le 2\cdot n`],
    [String.raw`\sigma_{\text{für σ}} \% x`, String.raw`\sigma_{\text{f{\"u}r $\sigma$}} \% x`],
    ['x_甲', 'x_甲'],
  ])('%s', (formula, tex) => {
    expect(texMath(formula)).toBe(tex);
  });
});
