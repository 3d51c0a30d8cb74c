import { describe, expect, it } from 'vitest';
import { findHits } from '#search/query/highlight.ts';
import type { Segment } from '#search/schema.ts';
import { gluedNames, indexTerms, tokenizeSegments } from '#search/segment-terms.ts';

describe('indexTerms', () => {
  it('leaves out common words and digits, and single letters that are in no formula', () => {
    const formula = ['x_1 + a \\in 3', '<math></math>'] as const;
    expect(indexTerms(['We show that ', formula, ' is an R-tree of O(n) 4'])).toEqual([
      'x1',
      'a',
      'tree',
      'o',
      'n',
    ]);
  });
});

/** Segments of a text whose formulas stand in dollars. */
const segmentsOf = (text: string): Segment[] =>
  text
    .split('$')
    .map((part, i): Segment => (i % 2 === 0 ? part : [part, '']))
    .filter((segment) => segment !== '');

describe('gluedNames', () => {
  it.each([
    ['UFO$^3$: Weaving', ['ufo3']],
    ['$L^2$M and D$^2$PO', ['l2m', 'd2po']],
    [String.raw`the $k$NN, CO$_2$Jump and $\mu$P`, ['knn', 'co2jump', 'mup']],
    [String.raw`7.0$\times$ at 360$^\circ$, SFT$\rightarrow$DPO, 12$x$`, []],
    [String.raw`x$\leq$y, top-$k$ of $O(n \log n)$s`, []],
    ['UFO', []],
  ])('%s', (text, names) => {
    expect(gluedNames(segmentsOf(text)).map(({ term }) => term)).toEqual(names);
  });

  it('are in the index, in phrases and marked', () => {
    const segments = segmentsOf('From UFO$^3$: Weaving');
    expect(indexTerms(segments)).toContain('ufo3');
    expect(tokenizeSegments(segments)).toEqual(['from', 'ufo', '3', 'weaving']);
    expect(tokenizeSegments(segments, true)).toEqual(['from', 'ufo3', 'weaving']);
    expect(findHits(segments, new Map([['ufo3', 0]]))).toEqual([{ segment: 1, start: 0, end: 1, group: 0 }]);
  });
});
