import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TermIds } from '#search/build/term-ids.ts';
import type { Segment } from '#search/schema.ts';
import { indexTerms } from '#search/segment-terms.ts';

const piece = fc.constantFrom(
  ...[
    'graph',
    'Graph',
    'GRAPHS',
    'the',
    'x',
    '7',
    '10',
    '_',
    '^',
    '(',
    ')',
    '{2}',
    '\\',
    '\\sqrt',
    '-',
    ' ',
    ' ',
  ],
  ...['naïve', 'Σ', '√', '"', 'O(n log n)', 'CO_2'],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', 'C', '1', '_', '(', ' '), maxLength: 6 }), {
      maxLength: 20,
    })
    .map((pieces) => pieces.join(' ')),
);
const segment: fc.Arbitrary<Segment> = fc.oneof(
  { weight: 4, arbitrary: text },
  text.map((tex): Segment => [tex, '<math></math>']),
);

test('terms are numbered as they are read', () => {
  fc.assert(
    fc.property(fc.array(fc.array(segment, { maxLength: 4 }), { maxLength: 6 }), (texts) => {
      const ids = new TermIds();
      for (const segments of texts) {
        const read = Array.from(ids.indexIds(segments), (id) => ids.terms[id]);
        expect(read).toEqual(indexTerms(segments));
      }
      expect(new Set(ids.terms).size).toBe(ids.terms.length);
    }),
    { numRuns: 1000 },
  );
});

test('any number of words is kept apart', () => {
  const ids = new TermIds();
  const words = Array.from({ length: 20_000 }, (_, i) => `word${i}`);
  const once = ids.indexIds([words.join(' ')]);
  expect(Array.from(once, (id) => ids.terms[id])).toEqual(words);
  expect(ids.indexIds([words.join('-').toUpperCase()])).toEqual(once);
});
