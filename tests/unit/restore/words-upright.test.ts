import { expect, test } from 'vitest';
import { wordsUpright } from '../../../src/restore/words-upright.ts';

const tex = String.raw;

test.each([
  [tex`\pi_kept >= \tau`, tex`\pi_\text{kept} >= \tau`],
  ['J_eff=1/2', tex`J_\text{eff}=1/2`],
  ['[d_in, p_inv]', tex`[d_\text{in}, p_\text{inv}]`],
  ['pass^k', tex`\text{pass}^k`],
  ['O(size of answer)', tex`O(\text{size of answer})`],
  [tex`\mathrm{size of} + L_depth`, tex`\mathrm{size of} + L_\text{depth}`],
  [tex`\{size of a\}`, tex`\{\text{size of} a\}`],
  [tex`\mathcal O(d_model)`, tex`\mathcal O(d_\text{model})`],
  [tex`\emptyset \neq S_kept`, tex`\emptyset \neq S_\text{kept}`],
])('%s has words: %s', (formula, upright) => {
  expect(wordsUpright(formula)).toBe(upright);
});

test.each([
  ['X^TX', 'a_tdW_t', 'log_2 n', 'a_{max}', 'O(nk log m)', tex`x_\sigma`, 'a in B'],
  [
    tex`\text{size of answer}`,
    tex`\mathrm{size of {any answer}}`,
    tex`\mathrm{{an} size of}`,
    tex`{\rm size of answer}`,
  ],
  // The damage would end the root at the brace of the text.
  [tex`\sqrt{size of answer}`],
])('others stay', (...formulas) => {
  expect(formulas.map(wordsUpright)).toEqual(formulas);
});

test('a long formula takes linear time', () => {
  for (const piece of ['a', 'ab ', '_abc', '{', '}', tex`\text{`, tex`\a`])
    expect(wordsUpright(piece.repeat(100_000 / piece.length))).toContain(piece);
});
