import { describe, expect, it } from 'vitest';
import { tokenizeFormula, tokenizeText } from '#search/tokenize.ts';

const terms = (text: string) => tokenizeText(text).map(({ term }) => term);

describe('tokenizeText', () => {
  it.each([
    ['Self-Attention in GPT-4', ['self', 'attention', 'in', 'gpt', '4']],
    ['ε-greedy', ['epsilon', 'greedy']],
    ['\\epsilon-greedy', ['epsilon', 'greedy']],
    ['\\varepsilon', ['epsilon']],
    ['ϵ and 𝜖', ['epsilon', 'and', 'epsilon']],
    ['β-VAE, Σ, ς', ['beta', 'vae', 'sigma', 'sigma']],
    ['αβ-CROWN', ['alpha', 'beta', 'crown']],
    ['L∞ norm of ∇f', ['l', 'infty', 'norm', 'of', 'nabla', 'f']],
    ['ℓ₁ and n²', ['l1', 'and', 'n2']],
    ['L^2, x_{ij}, \\ell_1 and CO_2', ['l2', 'xij', 'l1', 'and', 'co2']],
    ['pi_0, Sigma^2, log_2 and CO_2', ['pi', '0', 'sigma', '2', 'log', '2', 'and', 'co2']],
    ['O(√n)', ['o', 'sqrt', 'n']],
    ['O(n log n) time', ['o', 'n', 'log', 'n', 'time']],
    ['\\sqrt{n} ≤ ∑ × ∞', ['sqrt', 'n', 'leq', 'sum', 'times', 'infty']],
    ['method(s) my_name', ['method', 's', 'my', 'name']],
    ['Schrödinger, Łukasz Straße', ['schrodinger', 'lukasz', 'strasse']],
    ['\\textbf is no word', ['is', 'no', 'word']],
    ['', []],
    ['—…!', []],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('says where in the text each term was read', () => {
    expect(tokenizeText('An ε-net O(√n)')).toEqual([
      { term: 'an', start: 0, end: 2, inFormula: false },
      { term: 'epsilon', start: 3, end: 4, inFormula: false },
      { term: 'net', start: 5, end: 8, inFormula: false },
      { term: 'o', start: 9, end: 14, inFormula: true },
      { term: 'sqrt', start: 9, end: 14, inFormula: true },
      { term: 'n', start: 9, end: 14, inFormula: true },
    ]);
  });
});

describe('tokenizeFormula', () => {
  it.each([
    ['\\ell_1', ['l1']],
    ['H_{2}O', ['h2o']],
    ['\\epsilon_0', ['epsilon', '0']],
    ['O(\\sqrt{n})', ['o', 'sqrt', 'n']],
    ['O(\\sqrt n\\log n)', ['o', 'sqrt', 'n', 'log', 'n']],
    ['\\frac{L}{\\mu}', ['l', 'mu']],
    ['x \\leq y \\le z \\leqslant w', ['x', 'leq', 'y', 'leq', 'z', 'leq', 'w']],
    ['\\max_i \\exp(\\int f)', ['max', 'i', 'exp', 'int', 'f']],
    ['\\poly(\\eps)', ['poly', 'epsilon']],
    ['\\mathbb{R}^d', ['rd']],
    ['\\mathrm{ReLU}', ['relu']],
    ['L_\\infty', ['l', 'infty']],
    ['\\Sigma\\varphi', ['sigma', 'phi']],
  ])('%s', (tex, expected) => {
    expect(tokenizeFormula(tex)).toEqual(expected);
  });
});
