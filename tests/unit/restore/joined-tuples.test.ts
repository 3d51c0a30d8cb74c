import { expect, test } from 'vitest';
import { joinedTuples } from '../../../src/restore/joined-tuples.ts';

/** The pieces that become formulas, of a text whose spans stand between bars. */
function joined(marked: string): string[] {
  const text = marked.replaceAll('|', '');
  const spans = marked.split('|').flatMap((piece, i, pieces) => {
    const start = pieces.slice(0, i).join('').length;
    const span = { start, end: start + piece.length, probability: 1 / (i + 1), mathProbability: 1 };
    return i % 2 === 1 ? [span] : [];
  });
  return joinedTuples(text, spans).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['of |langle P_u|, |P_a, H rangle|, say', ['langle P_u, P_a, H rangle']],
  ['|langle a|, |b|, |c rangle|', ['langle a', 'b', 'c rangle']],
  ['|langle a rangle|, |langle b rangle|', ['langle a rangle', 'langle b rangle']],
  ['|langle a| and |b rangle|', ['langle a', 'b rangle']],
  ['|x|, |y|', ['x', 'y']],
])('%s', (marked, expected) => {
  expect(joined(marked)).toEqual(expected);
});

test('a joined span is as probable as its less probable half', () => {
  const [span] = joinedTuples('langle a, b rangle', [
    { start: 0, end: 8, probability: 0.9, mathProbability: 1 },
    { start: 10, end: 18, probability: 0.4, mathProbability: 1 },
  ]);
  expect(span).toEqual({ start: 0, end: 18, probability: 0.4, mathProbability: 1 });
});

test('a long stretch of white space between spans takes linear time', () => {
  const blanks = ' '.repeat(300_000);
  expect(joined(`|x|${blanks}and |y|`)).toEqual(['x', 'y']);
  expect(joined(`|langle x|${blanks},${blanks}|y rangle|`)).toHaveLength(1);
});
