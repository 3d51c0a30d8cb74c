import { describe, expect, it } from 'vitest';
import { excerpt } from '#search/query/excerpt.ts';
import { highlight, type MarkedSegment } from '#search/query/highlight.ts';

const shown = (segments: readonly MarkedSegment[]) =>
  segments
    .map((segment) => {
      const text = 'text' in segment ? segment.text : `$${segment.tex}$`;
      return segment.marked ? `[${text}]` : text;
    })
    .join('');

const filler = 'Some words that nobody is looking for stand here to fill the space of a whole sentence. ';

describe('highlight', () => {
  it('marks words as they stand in the text, and formulas as a whole', () => {
    const terms = new Map([
      ['epsilon', 0],
      ['nets', 1],
    ]);
    expect(shown(highlight(['ε-Nets of ', ['O(\\epsilon)', '<math/>'], ' points'], terms))).toBe(
      '[ε]-[Nets] of [$O(\\epsilon)$] points',
    );
  });

  it('marks letters in formulas only', () => {
    const terms = new Map([['a', 0]]);
    expect(shown(highlight(['a list in O(a) of ', ['a', '<math/>']], terms))).toBe(
      'a list in [O(a)] of [$a$]',
    );
  });

  it('leaves a text without matches as it is', () => {
    expect(shown(highlight(['A title'], new Map()))).toBe('A title');
  });
});

describe('excerpt', () => {
  it('begins with the sentence that has the most words of the query', () => {
    const text = `${filler}${filler}${filler}Here graphs meet kernels at last. ${filler.repeat(3)}`;
    const terms = new Map([
      ['graphs', 0],
      ['kernels', 1],
    ]);
    expect(shown(excerpt([text], terms))).toMatch(
      /^… Here \[graphs\] meet \[kernels\] at last\. Some words .*…$/,
    );
  });

  it('has the formula with the most words of the query', () => {
    const terms = new Map([
      ['n', 0],
      ['sqrt', 1],
    ]);
    const segments = [['n', '<math/>'] as const, ` ${filler.repeat(3)}`, ['\\sqrt{n}', '<math/>'] as const];
    expect(shown(excerpt(segments, terms))).toMatch(/^… .*\[\$\\sqrt\{n\}\$\]$/);
  });

  it('is the beginning when nothing matches', () => {
    expect(shown(excerpt(['A short text.'], new Map()))).toBe('A short text.');
  });

  it('fills its room with what stands before a match at the end', () => {
    expect(shown(excerpt([`${filler}${filler}${filler}The end: graphs.`], new Map([['graphs', 0]])))).toBe(
      `… ${filler}${filler}The end: [graphs].`,
    );
  });

  it('never cuts a formula, however long its surroundings', () => {
    const formula: [string, string] = ['x', '<math/>'];
    const segments = [filler.repeat(3), formula, ` graphs ${filler}`];
    expect(shown(excerpt(segments, new Map([['graphs', 0]])))).toContain('$x$ [graphs]');
  });

  it('of nothing is nothing', () => {
    expect(excerpt([], new Map())).toEqual([]);
  });
});
