import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestSpans } from '../../../src/restore/chain.ts';

const follows = (a: number, b: number): boolean =>
  a === 1 || a === 2 ? b === 2 || b === 3 : b === 0 || b === 1 || b === 4;
const starts = (a: number): boolean => follows(0, a);
const ends = (a: number): boolean => !(a === 1 || a === 2);

/** All sequences of labels that are allowed. */
function sequences(length: number): number[][] {
  let all: number[][] = [[]];
  for (let t = 0; t < length; t++) {
    all = all.flatMap((before) =>
      [0, 1, 2, 3, 4]
        .filter((label) => (t === 0 ? starts(label) : follows(before[t - 1]!, label)))
        .map((label) => [...before, label]),
    );
  }
  return all.filter((labels) => ends(labels.at(-1)!));
}

test('the best sequence and the probabilities of its spans are those of trying all', () => {
  const score = fc.double({ min: -3, max: 3, noNaN: true });
  const chain = fc.integer({ min: 1, max: 5 }).chain((length) =>
    fc.record({
      emissions: fc.array(score, { minLength: length * 5, maxLength: length * 5 }),
      transitions: fc.array(score, { minLength: 50, maxLength: 50 }),
      spaced: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
      leaning: fc.array(fc.constantFrom(0, 0.5, 2), { minLength: length, maxLength: length }),
    }),
  );
  fc.assert(
    fc.property(chain, ({ emissions, transitions, spaced, leaning }) => {
      const weigh = (labels: number[]): number =>
        labels.reduce((sum, label, t) => {
          const step = t === 0 ? 0 : transitions[(spaced[t] ? 25 : 0) + labels[t - 1]! * 5 + label]!;
          return sum + emissions[t * 5 + label]! + step;
        }, 0);
      const lean = (labels: number[]): number =>
        labels.reduce((sum, label, t) => sum + (label === 1 || label === 4 ? leaning[t]! : 0), weigh(labels));
      const all = sequences(spaced.length).map((labels) => ({ labels, score: weigh(labels) }));
      const best = all.reduce((a, b) => (lean(b.labels) > lean(a.labels) ? b : a)).labels;
      const total = all.reduce((sum, one) => sum + Math.exp(one.score), 0);
      const found = bestSpans(
        Float32Array.from(emissions),
        Float32Array.from(transitions),
        spaced,
        Float32Array.from(leaning),
      );
      const labels = spaced.map(() => 0);
      for (const { first, last, probability } of found) {
        labels.fill(2, first, last + 1);
        labels[first] = first === last ? 4 : 1;
        if (last > first) labels[last] = 3;
        const same = all.filter((one) =>
          labels.slice(first, last + 1).every((label, i) => one.labels[first + i] === label),
        );
        expect(probability).toBeCloseTo(same.reduce((sum, one) => sum + Math.exp(one.score), 0) / total, 4);
      }
      expect(lean(labels)).toBeCloseTo(lean(best), 4);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('no tokens have no spans', () => {
  expect(bestSpans(new Float32Array(), new Float32Array(50), [], new Float32Array())).toEqual([]);
});
