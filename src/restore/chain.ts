import { labelCount } from './network.ts';

/** A run of tokens, `last` included, with the probability that exactly this run is a formula. */
export interface TokenSpan {
  first: number;
  last: number;
  probability: number;
}

const [outside, begin, inside, end, single] = [0, 1, 2, 3, 4];
const startLabels = [outside, begin, single];
const endLabels = [outside, end, single];
const followers = [startLabels, [inside, end], [inside, end], startLabels, startLabels];
const never = -1e9;

/**
 * The best sequence of labels under a linear chain, as spans. The probability of a span sums over all sequences that contain it.
 */
export function bestSpans(
  emissions: Float32Array,
  transitions: Float32Array,
  spaced: readonly boolean[],
): TokenSpan[] {
  const count = spaced.length;
  if (count === 0) return [];
  const best = new Float64Array(count * labelCount).fill(never);
  const from = new Int8Array(count * labelCount);
  const forward = new Float64Array(count * labelCount).fill(never);
  const backward = new Float64Array(count * labelCount).fill(never);
  const emission = (t: number, label: number): number => emissions[t * labelCount + label]!;
  const transition = (t: number, a: number, b: number): number =>
    transitions[(spaced[t] ? 25 : 0) + a * labelCount + b]!;
  for (const label of startLabels) best[label] = forward[label] = emission(0, label);
  for (let t = 1; t < count; t++) {
    for (let a = 0; a < labelCount; a++) {
      const before = (t - 1) * labelCount + a;
      for (const b of followers[a]!) {
        const at = t * labelCount + b;
        const step = transition(t, a, b) + emission(t, b);
        if (best[before]! + step > best[at]!) {
          best[at] = best[before]! + step;
          from[at] = a;
        }
        forward[at] = logAdd(forward[at]!, forward[before]! + step);
      }
    }
  }
  const last = (count - 1) * labelCount;
  for (const label of endLabels) backward[last + label] = 0;
  for (let t = count - 2; t >= 0; t--) {
    for (let a = 0; a < labelCount; a++) {
      for (const b of followers[a]!) {
        const at = (t + 1) * labelCount + b;
        const step = transition(t + 1, a, b) + emission(t + 1, b);
        backward[t * labelCount + a] = logAdd(backward[t * labelCount + a]!, backward[at]! + step);
      }
    }
  }
  let total = never;
  let label = outside;
  for (const candidate of endLabels) {
    total = logAdd(total, forward[last + candidate]!);
    if (best[last + candidate]! > best[last + label]!) label = candidate;
  }
  const spans: TokenSpan[] = [];
  let score = 0;
  let close = -1;
  for (let t = count - 1; t >= 0; t--) {
    const at = t * labelCount + label;
    if (label === single || label === end) {
      close = t;
      score = backward[at]!;
    }
    if (label === single || label === begin) {
      spans.push({ first: t, last: close, probability: Math.min(1, Math.exp(score + forward[at]! - total)) });
    } else if (label !== outside) {
      score += transition(t, from[at]!, label) + emission(t, label);
    }
    label = from[at]!;
  }
  return spans.reverse();
}

function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a);
  return b - a < -40 ? a : a + Math.log1p(Math.exp(b - a));
}
