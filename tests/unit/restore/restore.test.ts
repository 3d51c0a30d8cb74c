import { expect, test } from 'vitest';
import { damage } from '../../../src/restore/damage.ts';
import { formulasOf, restore } from '../../../src/restore/restore.ts';

test('a formula gets its dollars back', () => {
  const text = 'Points x_i of R^d in linear time.';
  const restored = restore(text);
  expect(restored.formulas.map((formula) => formula.reconstructed)).toEqual([true, true]);
  for (const { start, end, tex } of restored.formulas)
    expect(restored.text.slice(start, end)).toBe(`$${tex}$`);
  expect(damage(restored.text)).toBe(text);
});

test('TeX that survived is taken as it is', () => {
  const text = String.raw`HyperZ$\cdot$Z$\cdot$W and \(x\)`;
  const restored = restore(text);
  expect(restored.text).toBe(text);
  expect(restored.formulas).toEqual(formulasOf(text));
  expect(restored.formulas.map((formula) => formula.tex)).toEqual([
    String.raw`\cdot`,
    String.raw`\cdot`,
    'x',
  ]);
});
