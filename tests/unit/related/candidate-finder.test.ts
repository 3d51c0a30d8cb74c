import { expect, it } from 'vitest';
import { CandidateFinder } from '#related/candidate-finder.ts';
import type { TermIndex } from '#related/term-index.ts';

/** Documents that share the one term of the first, which weighs so much in each. */
function finderOf(weights: readonly number[]): CandidateFinder {
  const rows = {
    starts: Uint32Array.from([...weights, 0].keys()),
    numbers: new Uint32Array(weights.length),
    weights: Float32Array.from(weights),
  };
  const postings = {
    starts: Uint32Array.of(0, weights.length),
    numbers: Uint32Array.from(weights.keys()),
    weights: Float32Array.from(weights),
  };
  return new CandidateFinder({ vectors: rows, postings } as TermIndex, weights.length);
}

it('takes all while they are few, without the document itself, and the same again', () => {
  const finder = finderOf([1, ...Array<number>(59).fill(1 / 512)]);
  const found = finder.find(0);
  expect(found.bar).toBe(0);
  expect(found.candidates).toHaveLength(59);
  expect(found.candidates).not.toContain(0);
  expect(finder.find(0)).toEqual(found);
});

it('takes of many those that share most, and tells the least that they share', () => {
  const weights = [1, ...Array.from({ length: 200 }, (_, at) => (at + 1) / 256)];
  const { candidates, bar } = finderOf(weights).find(0);
  expect(bar).toBe((4 * 141 + 1) / 1024);
  expect(candidates).toEqual(Array.from({ length: 59 }, (_, at) => 142 + at));
});

it('takes all of those that share most where they are too many to tell apart', () => {
  const { candidates, bar } = finderOf(Array<number>(100).fill(1)).find(7);
  expect(bar).toBe(1023 / 1024);
  expect(candidates).toHaveLength(99);
});

it('searches by no more than the heaviest terms', () => {
  const vectors = {
    starts: Uint32Array.of(0, 25, 26, 27),
    numbers: Uint32Array.from([...Array(25).keys(), 23, 24]),
    weights: new Float32Array(27).fill(0.2),
  };
  const postings = {
    starts: Uint32Array.from({ length: 26 }, (_, term) => Math.max(0, 2 * (term - 23)) + Math.min(term, 23)),
    numbers: Uint32Array.from([...Array<number>(23).fill(0), 0, 1, 0, 2]),
    weights: new Float32Array(27).fill(0.2),
  };
  const finder = new CandidateFinder({ vectors, postings } as TermIndex, 3);
  expect(finder.find(0).candidates).toEqual([1]);
});
