import { describe, expect, it } from 'vitest';
import { toPlain } from '#abstracts/render.ts';

const plain = (tex: string) =>
  toPlain({
    text: `$${tex}$`,
    formulas: [{ start: 0, end: tex.length + 2, tex, confidence: 1, lossy: false, reconstructed: false }],
  });

describe('plainMath', () => {
  it.each([
    [String.raw`x^2 \in \mathbb{R}^d`, 'x² ∈ ℝᵈ'],
    [String.raw`\mathcal{O}(\sqrt{n})`, 'O(√n)'],
    [String.raw`\sqrt{n\log n}`, '√(n log n)'],
    [String.raw`\frac{a+b}{n\epsilon}`, '(a+b)/(nϵ)'],
    [String.raw`\frac12`, '1/2'],
    [String.raw`\sum_{i=1}^n x_i`, '∑ᵢ₌₁ⁿ xᵢ'],
    [String.raw`\operatorname*{argmin}_{x\in X} f(x)`, 'argmin_(x∈X) f(x)'],
    [String.raw`\tilde{O}(1/\varepsilon^2)`, 'Õ(1/ε²)'],
    [String.raw`\hat\theta_{ij}'`, 'θ̂ᵢⱼ′'],
    [String.raw`\|x\|_2 \le 1{,}000`, '‖x‖₂ ≤ 1,000'],
    [String.raw`\binom{n}{k}`, '(n choose k)'],
    [String.raw`90^\circ, x^\top`, '90°, xᵀ'],
    [String.raw`\mathbb{R}^{m \times n}`, 'ℝ^(m×n)'],
    [String.raw`p(x \mid y), \text{if } x<0`, 'p(x ∣ y), if x < 0'],
    [String.raw`\begin{pmatrix}1&2\\3&4\end{pmatrix}`, '(1, 2; 3, 4)'],
    [String.raw`\begin{aligned}a &= b\\ c &= d\end{aligned}`, 'a = b; c = d'],
    [String.raw`\sqrt[3]{x}`, '³√x'],
    [String.raw`x\!\in\!\{4,8\}`, 'x ∈ {4, 8}'],
    [String.raw`a >= b := c`, 'a >= b := c'],
    [String.raw`\overbrace{a+b}^{2}`, 'a+b²'],
  ])('%s', (tex, expected) => {
    expect(plain(tex)).toBe(expected);
  });
});
