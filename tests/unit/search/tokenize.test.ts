import { describe, expect, it } from 'vitest';
import { indexTerms, tokenizeFormula, tokenizeText } from '#search/tokenize.ts';

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
    ['Schrödinger, Łukasz Straße', ['schrodinger', 'lukasz', 'strasse']],
    ['\\textbf is no word', ['is', 'no', 'word']],
    ['', []],
    ['—…!', []],
  ])('%s', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('says where in the text each term was read', () => {
    expect(tokenizeText('An ε-net')).toEqual([
      { term: 'an', start: 0, end: 2 },
      { term: 'epsilon', start: 3, end: 4 },
      { term: 'net', start: 5, end: 8 },
    ]);
  });
});

describe('tokenizeFormula', () => {
  it.each([
    ['\\ell_1', ['l1']],
    ['H_{2}O', ['h2o']],
    ['\\epsilon_0', ['epsilon', '0']],
    ['O(\\sqrt{n})', ['o', 'n']],
    ['\\mathbb{R}^d', ['rd']],
    ['\\mathrm{ReLU}', ['relu']],
    ['L_\\infty', ['l', 'infty']],
    ['\\Sigma\\varphi', ['sigma', 'phi']],
  ])('%s', (tex, expected) => {
    expect(tokenizeFormula(tex)).toEqual(expected);
  });
});

describe('indexTerms', () => {
  it('leaves out common words and single letters, of texts and formulas alike', () => {
    expect(indexTerms(['We show that ', ['x_1 + y', '<math></math>'], ' is an R-tree'])).toEqual([
      'x1',
      'tree',
    ]);
  });
});
