import { expect, it } from 'vitest';
import { sharedTerms } from '#related/shared-terms.ts';
import type { TermIndex } from '#related/term-index.ts';

/** What a document shares with one of these weights by label, when each term weighs 1 in the document itself. */
function shared(weights: Readonly<Record<string, number>>, bar: number): string[] {
  const labels = Object.keys(weights);
  const before = 3;
  const vectors = {
    starts: Uint32Array.of(0, before, before + labels.length),
    numbers: Uint32Array.from([0, 1, 2, ...labels.keys()]),
    weights: Float32Array.from([...Array<number>(before).fill(1), ...Object.values(weights)]),
  };
  const index = { vectors, label: (term: number) => labels[term]! } as TermIndex;
  return sharedTerms(index, new Float32Array(labels.length).fill(1), 1, bar);
}

it('names what adds most first, the earlier of equals, and at most four', () => {
  expect(shared({ a: 0.1, b: 0.3, c: 0.2, d: 0.3, e: 0.05, f: 0.25 }, 0)).toEqual(['b', 'd', 'f', 'c']);
});

it('leaves out what adds less than asked, or nothing', () => {
  expect(shared({ a: 0.5, b: 0.25, c: 0.125 }, 0.25)).toEqual(['a', 'b']);
  expect(shared({ a: 0.5, b: 0, c: 0 }, 0)).toEqual(['a']);
});

it('names nothing that is part of what it names, whichever adds more', () => {
  expect(shared({ 'lazy walk': 0.5, walk: 0.4, lazy: 0.3 }, 0)).toEqual(['lazy walk']);
  expect(shared({ z: 0.6, walk: 0.5, y: 0.4, lazy: 0.3, x: 0.2, 'lazy walk': 0.1 }, 0)).toEqual([
    'z',
    'lazy walk',
    'y',
  ]);
});
