import { describe, expect, it } from 'vitest';
import { terms } from '#text/terms.ts';
import { words } from '#text/words.ts';

describe('words', () => {
  it.each([
    ['optimisation', 'optimization'],
    ['optimised', 'optimized'],
    ['Schrödinger', 'Schrodinger'],
    ['GANs', 'GAN'],
    ['models', 'model'],
  ])('%s and %s share a stem', (first, second) => {
    expect(words(first)[0]!.form.stem).toBe(words(second)[0]!.form.stem);
  });

  it.each([
    ['promise', 'prom'],
    ['noise', 'noiz'],
    ['Ising', 'is'],
  ])('%s does not become %s', (word, wrong) => {
    expect(words(word)[0]!.form.stem).not.toBe(wrong);
  });

  it('leaves formulas, commands and addresses out', () => {
    const text = 'A $O(n^2)$ bound {\\em on} $\\ell_2$~norms, see https://example.org/code.';
    expect(words(text).map(({ form }) => form.surface)).toEqual(['A', 'bound', 'on', 'norms', 'see']);
  });

  it('knows names in capitals', () => {
    expect(words('SAM and NeRF, but not Adam').map(({ form }) => form.capitals)).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('glues words across spaces and hyphens only', () => {
    expect(words("state-space models, and Newton's method").map(({ glued }) => glued)).toEqual([
      false,
      true,
      true,
      false,
      true,
      true,
    ]);
  });

  it('tells words apart whose hashes are the same', () => {
    // Such words, after Thue and Morse, have one hash whatever odd number it is made with.
    let [a, b] = ['a', 'b'];
    while (a.length < 256) [a, b] = [a + b, b + a];
    expect(words(`${a} ${b}`).map(({ form }) => form.surface)).toEqual([a, b]);
  });

  it('has one form for a word, however many others came between', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `word${i.toString(36)}`).join(' ');
    const first = words(text).map(({ form }) => form);
    expect(new Set(first.map(({ number }) => number)).size).toBe(20_000);
    expect(words(text).every(({ form }, i) => form === first[i])).toBe(true);
  });
});

describe('terms', () => {
  it('keeps content words, and common nouns where they end a phrase', () => {
    expect(terms('We propose a new diffusion model for the inverse problem of MRI.')).toEqual([
      { stem: 'diffus', surface: 'diffusion', alone: true, pairs: false },
      { stem: 'model', surface: 'model', alone: false, pairs: true },
      { stem: 'invers', surface: 'inverse', alone: true, pairs: false },
      { stem: 'problem', surface: 'problem', alone: false, pairs: true },
      { stem: 'mri', surface: 'MRI', alone: true, pairs: false },
    ]);
  });
});
