import { expect, test } from 'vitest';
import { damage } from '../../../src/restore/damage.ts';
import { formulasOf } from '../../../src/restore/formulas-of.ts';
import { restore } from '../../../src/restore/restore.ts';

const tex = String.raw;

test.each([
  [
    'We find points x_i of the space R^d in time O(n log n) for every n.',
    tex`We find points $x_i$ of the space $\mathbb{R}^d$ in time $O(n \log n)$ for every $n$.`,
  ],
  [
    'Given a matrix Min R^{mtimes n}, we minimize |x|_2 subject to nepsilon leq 1.',
    tex`Given a matrix $M\in \mathbb{R}^{m\times n}$, we minimize $\|x\|_2$ subject to $n\epsilon \leq 1$.`,
  ],
  [
    'We show that M in R^{mtimes n} has rank at least 1{n} for all epsilon > 0.',
    tex`We show that $M \in \mathbb{R}^{m\times n}$ has rank at least $\frac{1}{n}$ for all $\epsilon > 0$.`,
  ],
  [
    'We reduce to PFGM when D{=}1 and to diffusion models when D{to}infty, at a cost of N^2d^2{M} for all D.',
    tex`We reduce to PFGM when $D{=}1$ and to diffusion models when $D{\to}\infty$, at a cost of $\frac{N^2d^2}{M}$ for all $D$.`,
  ],
  [
    'We show a bound of O(n log n) when tasks arrive in any order, for the label c in {True, False} and all n.',
    tex`We show a bound of $O(n \log n)$ when tasks arrive in any order, for the label $c \in \{True, False\}$ and all $n$.`,
  ],
  [
    'The factor X satisfies |X - max(0,Theta)|_F^2 leq 1 for all Theta in R^{ntimes m}.',
    tex`The factor $X$ satisfies $\|X - \max(0,\Theta)\|_F^2 \leq 1$ for all $\Theta \in \mathbb{R}^{n\times m}$.`,
  ],
  [
    'The model sets a target pi_kept geq tau and improves pass^k for all k.',
    tex`The model sets a target $\pi_\text{kept} \geq \tau$ and improves $\text{pass}^k$ for all $k$.`,
  ],
])('%s', (damaged, original) => {
  expect(damage(original)).toBe(damaged);
  expect(restore(damaged).text).toBe(original);
});

test('a formula says where it stands, what was lost and how sure it is', () => {
  const { text, formulas } = restore('We find points x_i of the space R^d.');
  expect(formulas.map(({ start, end }) => text.slice(start, end))).toEqual(['$x_i$', tex`$\mathbb{R}^d$`]);
  expect(formulas.map(({ lossy }) => lossy)).toEqual([false, true]);
  for (const { confidence, reconstructed } of formulas) {
    expect(reconstructed).toBe(true);
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('TeX that survived is taken as it is', () => {
  const text = tex`HyperZ$\cdot$Z$\cdot$W and \(x\)`;
  expect(restore(text)).toEqual({ text, formulas: formulasOf(text) });
  expect(formulasOf(text)).toEqual([
    { start: 6, end: 13, tex: tex`\cdot`, confidence: 1, lossy: false, reconstructed: false },
    { start: 14, end: 21, tex: tex`\cdot`, confidence: 1, lossy: false, reconstructed: false },
    { start: 27, end: 32, tex: 'x', confidence: 1, lossy: false, reconstructed: false },
  ]);
});

test('mathematics that survived in brackets stays among restored formulas', () => {
  const { text, formulas } = restore(tex`We solve \(y_i\) in time O(n log n) for x_i = 1.`);
  expect(text).toBe(tex`We solve \(y_i\) in time $O(n \log n)$ for $x_i = 1$.`);
  expect(formulas.map(({ start, end }) => text.slice(start, end))).toEqual([
    tex`\(y_i\)`,
    tex`$O(n \log n)$`,
    tex`$x_i = 1$`,
  ]);
  expect(formulas.map(({ reconstructed }) => reconstructed)).toEqual([false, true, true]);
});

test('a tuple is one formula', () => {
  const { text } = restore('The session is a quadruplet langle P_u, P_a, B, H rangle for every user.');
  expect(text).toBe(tex`The session is a quadruplet $\langle P_u, P_a, B, H \rangle$ for every user.`);
});

test('behind a lone dollar nothing is restored, since the dollars would pair with it', () => {
  expect(restore('Let x_i be in R^d at a cost of $5 for each x_i in R^d.').text).toBe(
    tex`Let $x_i$ be in $\mathbb{R}^d$ at a cost of $5 for each x_i in R^d.`,
  );
});

test('line breaks stay what they are', () => {
  expect(restore('We find points x_i of\nthe space R^d in time\nO(n log\nn).').text).toBe(
    tex`We find points $x_i$ of` +
      '\n' +
      tex`the space $\mathbb{R}^d$ in time` +
      '\n' +
      tex`$O(n \log` +
      '\nn)$.',
  );
});

test.each([
  'The implementation is open-sourced at https://huggingface.co/datasets/anna/8-horses{here}.',
  'All code is at https://github.com/LAB-X/FAST-Matcher{https://github.com/LAB-X/FAST-Matcher}.',
  'Policies for sim2real transfer, trained in bf16, are robust.',
  'We present gg-bench and a sim-to-real suite.',
  'The model thinks between <think> and </think>, and answers <answer>behind</answer> it.',
  'It finds jailbreaksx2013methods to elicit human behaviorx2014such as motion.',
])('makes no formula of addresses and of words that begin like commands: %s', (plain) => {
  const bound = 'We show a bound of O(n log n) for the pipeline. ';
  const restored = String.raw`We show a bound of $O(n \log n)$ for the pipeline. `;
  expect(restore(bound + plain).text).toBe(restored + plain);
});
