import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedCount, shingles, shingleSketch } from '#text/shingles.ts';
import { wordHashes } from '#text/word-hashes.ts';

const setOf = (text: string) => shingles(wordHashes(text));

test('words are folded runs of letters and digits', () => {
  expect(wordHashes('The “Érdős” number, 42—a')).toEqual(wordHashes('the erdos NUMBER 42 a'));
  expect(wordHashes('a b')).not.toEqual(wordHashes('ab'));
  expect(wordHashes(' … ')).toHaveLength(0);
});

test('a text of n words has n - 2 shingles, a shorter one has one, an empty one none', () => {
  expect(['', 'a', 'a b', 'a b c', 'a b c d', 'a a a a a'].map((text) => setOf(text).length)).toEqual([
    0, 1, 1, 1, 2, 1,
  ]);
});

test('texts share the shingles that they share', () => {
  expect(sharedCount(setOf('a b c d e'), setOf('x b c d e'))).toBe(2);
  expect(sharedCount(setOf('a b c'), setOf('c b a'))).toBe(0);
});

test('a sketch is the beginning of the set', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 9 }), (list, size) => {
      const hashes = wordHashes(list.join(' '));
      expect(shingleSketch(hashes, size)).toEqual(shingles(hashes).slice(0, size));
    }),
  );
});
