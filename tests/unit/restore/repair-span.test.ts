import { expect, test } from 'vitest';
import { repairSpan } from '../../../src/restore/repair-span.ts';

test.each([
  ['time [O(n] log n)', 'time [O(n] log n)'],
  ['time [O(n log n]) is', 'time [O(n log n)] is'],
  ['time O([n)], say', 'time O([n]), say'],
  ['a ([x] ) b', 'a ([x] ) b'],
  ['the [x_i,] which', 'the [x_i], which'],
  ['the [(x_i] of', 'the ([x_i] of'],
  ['for ([a, b)] only', 'for ([a, b]) only'],
  ['for ([a, b) + 1] only', 'for [(a, b) + 1] only'],
])('%s becomes %s', (marked, repaired) => {
  const text = marked.replace(/[[\]]/g, '');
  const start = marked.indexOf('[');
  const { start: from, end } = repairSpan(text, {
    start,
    end: marked.indexOf(']') - 1,
    probability: 1,
    mathProbability: 1,
  });
  expect(`${text.slice(0, from)}[${text.slice(from, end)}]${text.slice(end)}`).toBe(repaired);
});
