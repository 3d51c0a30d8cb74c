import { describe, expect, it } from 'vitest';
import { affectedBy } from '#related/affected.ts';
import type { TermIndex } from '#related/term-index.ts';

/** An index of documents by the weights of their terms, heaviest first; the first `weighing` of them weigh terms. */
function indexOf(
  documents: readonly (readonly [term: number, weight: number][])[],
  weighing: number,
): TermIndex {
  const termCount = 1 + Math.max(...documents.flat().map(([term]) => term));
  const countIn = (some: typeof documents) =>
    Uint32Array.from(
      { length: termCount },
      (_, term) => some.filter((own) => own.some(([number]) => number === term)).length,
    );
  const rows = (lists: readonly (readonly [number, number][])[]) => ({
    starts: Uint32Array.from([0, ...lists.map((_, row) => lists.slice(0, row + 1).flat().length)]),
    numbers: Uint32Array.from(lists.flat(), ([number]) => number),
    weights: Float32Array.from(lists.flat(), ([, weight]) => weight),
  });
  const postings = Array.from({ length: termCount }, (_, term) =>
    documents.flatMap((own, document) =>
      own.filter(([number]) => number === term).map(([, weight]): [number, number] => [document, weight]),
    ),
  );
  return {
    termCount,
    vectors: rows(documents),
    postings: rows(postings),
    weighingCounts: countIn(documents.slice(0, weighing)),
    documentCounts: countIn(documents),
    label: String,
  };
}

/** The affected documents, where those that came are the last ones. */
function affected(
  documents: Parameters<typeof indexOf>[0],
  weighing: number,
  bars: readonly number[],
): number[] {
  const newcomers = documents.flatMap((_, document) => (document < bars.length ? [] : [document]));
  const isAffected = affectedBy(newcomers, indexOf(documents, weighing), [
    ...bars,
    ...newcomers.map(() => 0),
  ]);
  return [...documents.keys()].filter(isAffected);
}

describe('affectedBy', () => {
  it('names newcomers, and documents of which one becomes a candidate', () => {
    const documents: Parameters<typeof indexOf>[0] = [[[0, 0.5]], [[0, 0.5]], [[1, 1]], [[1, 1]], [[0, 0.5]]];
    expect(affected(documents, 4, [0.2, 0.3, 0, 0])).toEqual([0, 4]);
  });

  it('looks at the searched terms alone', () => {
    const many = Array.from({ length: 25 }, (_, term): [number, number] => [term, 1 - term / 100]);
    expect(affected([many, many, [[24, 1]]], 2, [0, 0])).toEqual([2]);
    expect(affected([many, many, [[23, 1]]], 2, [0, 0])).toEqual([0, 1, 2]);
  });

  it('names a document whose word was its own', () => {
    const documents: Parameters<typeof indexOf>[0] = [
      [[0, 0.5]],
      [[1, 0.5]],
      [[1, 0.5]],
      [
        [0, 0.1],
        [1, 0.1],
      ],
    ];
    expect(affected(documents, 3, [1, 1, 1])).toEqual([0, 3]);
  });

  it('names documents with a word that only new ones have', () => {
    const documents: Parameters<typeof indexOf>[0] = [
      [[1, 0.5]],
      [[1, 0.5]],
      [[0, 0.5]],
      [[0, 0.5]],
      [
        [0, 0.1],
        [1, 0.1],
      ],
    ];
    expect(affected(documents, 2, [1, 1, 1, 1])).toEqual([2, 3, 4]);
    expect(affected(documents, 3, [1, 1, 1, 1])).toEqual([4]);
  });
});
