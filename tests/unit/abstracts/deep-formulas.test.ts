import { expect, test } from 'vitest';
import { toMathml } from '#abstracts/feed-html.ts';
import { renderAbstract, toPlain } from '#abstracts/render.ts';
import { formulasOf } from '#restore/formulas-of.ts';

/** A writer that visits anything twice at each level would need longer than the universe has. */
const levels = 80;

test.each([
  ['\\sqrt{', '}'],
  ['\\overset{a}{', '}'],
  ['\\underset{a}{', '}'],
  ['\\hat{', '}'],
  ['\\underbrace{', '}'],
  ['\\frac{', '}{a}'],
  ['\\binom{', '}{a}'],
  ['x_{', '}^2'],
  ['\\sum_{', '}x'],
  ['\\left(', '\\right)'],
  ['\\begin{matrix}', '\\end{matrix}'],
  ['\\text{$', '$}'],
  ['\\xrightarrow{', '}x'],
])('a formula of %s…%s within each other is written in every form', (open, close) => {
  const source = `$${open.repeat(levels)}x${close.repeat(levels)}$`;
  const text = { text: source, formulas: formulasOf(source) };
  expect(renderAbstract(text).html).toContain('katex');
  expect(toPlain(text)).toContain('x');
  expect(toMathml(text)).toContain('x');
});
