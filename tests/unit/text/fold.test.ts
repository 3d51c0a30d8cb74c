import { expect, test } from 'vitest';
import { fold } from '#text/fold.ts';

test.each([
  ['Deep Sets', 'deep sets'],
  ['Schrödinger, Łukasz, Ångström', 'schrodinger, lukasz, angstrom'],
  ['İstanbul', 'istanbul'],
  ['Straße', 'strasse'],
  ['ﬁne ½ Ⅷ', 'fine 1⁄2 viii'],
  ['σ-GPTs Σ ς µ', 'sigma-gpts sigma sigma mu'],
  ['深度学习', '深度学习'],
])('%s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
