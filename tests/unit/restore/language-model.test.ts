import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LanguageModel } from '../../../src/restore/language-model.ts';

/** The n-grams `a`, `b`, `c`, `aa`, `ab`, `bc`, `aab` and `abc`, of an empty one. */
const ngrams: [parent: number, lastToken: number][] = [
  ...([
    [0, 0],
    [0, 0],
    [0, 1],
    [0, 2],
  ] as [number, number][]),
  ...([
    [1, 0],
    [1, 1],
    [2, 2],
    [4, 1],
    [5, 2],
  ] as [number, number][]),
];
const model = new LanguageModel({
  tokens: ['a', 'b', 'c', 'd'],
  parents: Int32Array.from(ngrams, ([parent]) => parent),
  lastTokens: Uint16Array.from(ngrams, ([, token]) => token),
  logProbabilities: Float32Array.from(ngrams, (_, node) => -node / 8),
  logBackoffs: Float32Array.from(ngrams, (_, node) => -node / 64),
});

test('an n-gram that is not known backs off to its end, and what was never seen is unlikely', () => {
  const [a, ab] = [model.next(0, 0), model.next(model.next(0, 0), 1)];
  expect(model.logProbability(a, 1)).toBe(-5 / 8);
  expect(model.logProbability(a, 2)).toBe(-1 / 64 - 3 / 8);
  expect(model.logProbability(ab, 2)).toBe(-1);
  expect(model.logProbability(ab, 3)).toBe(-5 / 64 - 2 / 64 - 16);
});

test('the probabilities of several tokens are those of each', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { maxLength: 6 }),
      fc.uniqueArray(fc.constantFrom(...model.tokens)),
      (before, wanted) => {
        const state = before.reduce((at, token) => model.next(at, token), 0);
        const among = model.tokensThat((token) => wanted.includes(token));
        expect([...model.logProbabilities(state, among)]).toEqual(
          among.tokens.map((token) => model.logProbability(state, token)),
        );
      },
    ),
  );
});
