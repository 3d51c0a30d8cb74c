import { expect, test } from 'vitest';
import { packReranker, unpackReranker } from '../../../src/restore/reranker-weights.ts';
import { candidateRows, Reranker, rerankerRowCount, surroundingsOf } from '../../../src/restore/reranker.ts';

const text = 'Over the field R, a map from R to O(n) of cost f.';
const at = text.indexOf('O(n)');
const around = surroundingsOf(text, at, at + 4);

test('the surroundings are the two nearest words or signs on each side', () => {
  expect(around).toEqual({ text, before: ['to', 'r'], after: ['of', 'cost'] });
  expect(surroundingsOf('x', 0, 1)).toEqual({ text: 'x', before: [], after: [] });
});

test('without weights the order is that of the scores, with them that of both', () => {
  const candidates = [
    { tex: 'O(n)', score: -1 },
    { tex: '\\mathcal{O}(n)', score: -2 },
  ];
  const weights = new Int8Array(rerankerRowCount);
  const parameters = { scoreWeight: 0.5, weights, step: 0.1 };
  expect(new Reranker(parameters).rerank(candidates, around)).toEqual([
    { tex: 'O(n)', score: -0.5 },
    { tex: '\\mathcal{O}(n)', score: -1 },
  ]);
  const rows = candidates.map(({ tex }) => candidateRows(tex, around));
  const own = rows[1]!.find((row) => !rows[0]!.includes(row))!;
  weights[own] = 20;
  const [best] = new Reranker(parameters).rerank(candidates, around);
  expect(best!.tex).toBe('\\mathcal{O}(n)');
  expect(best!.score).toBeCloseTo(1, 9);
});

test('how often an argument stands alone in the text tells', () => {
  const twice = surroundingsOf(text, at, at + 4);
  const once = surroundingsOf(text.replace('field R', 'field S'), at, at + 4);
  const never = surroundingsOf(text.replaceAll('R', 'Real'), at, at + 4);
  const rows = [twice, once, never].map((where) => candidateRows('\\mathbb{R}', where).join());
  expect(new Set(rows).size).toBe(3);
});

test('how often an argument stands alone is counted once a text', () => {
  const long = surroundingsOf('aRb '.repeat(1_000_000), 0, 1);
  const first = candidateRows('\\mathbb{R}', long);
  for (let formula = 0; formula < 4000; formula++) candidateRows('\\mathbb{R}', long);
  expect(candidateRows('\\mathbb{R}', around)).not.toEqual(first);
  expect(candidateRows('\\mathbb{R}', long)).toEqual(first);
});

test('packing loses nothing', () => {
  const weights = new Int8Array(rerankerRowCount);
  weights[0] = -127;
  weights[5] = 3;
  weights[rerankerRowCount - 1] = 127;
  const parameters = { scoreWeight: 0.47, weights, step: 0.02 };
  expect(unpackReranker(packReranker(parameters))).toEqual(parameters);
});
