import { labelCount } from './network-layout.ts';

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
/** Every move from a label to the next token's. */
const moveFrom = Int8Array.from(followers.flatMap((labels, a) => labels.map(() => a)));
const moveTo = Int8Array.from(followers.flat());
const never = -1e9;

const begins = (label: number): boolean => label === begin || label === single;

/**
 * The best sequence of labels under a linear chain, as spans. `leaning[token]` is added to the score of a sequence for
 * a formula that begins there; probabilities are without it. The probability of a span sums over all sequences that
 * contain it: forward and backward sums are kept as shares of what each token comes to (Rabiner, 1989, section V.A).
 */
export function bestSpans(
  emissions: Float32Array,
  transitions: Float32Array,
  spaced: readonly boolean[],
  leaning: Float32Array,
): TokenSpan[] {
  const count = spaced.length;
  if (count === 0) return [];
  const best = new Float64Array(count * labelCount).fill(never);
  const from = new Int8Array(count * labelCount);
  const emitted = new Float64Array(count * labelCount);
  const stepped = Float64Array.from(transitions, Math.exp);
  const forward = new Float64Array(count * labelCount);
  const backward = new Float64Array(count * labelCount);
  const table = (t: number): number => (spaced[t] ? labelCount * labelCount : 0);
  for (let t = 0; t < count; t++) {
    const row = t * labelCount;
    let top = never;
    for (let label = 0; label < labelCount; label++) top = Math.max(top, emissions[row + label]!);
    for (let label = 0; label < labelCount; label++)
      emitted[row + label] = Math.exp(emissions[row + label]! - top);
  }
  /** Divides what a token's labels come to by their sum, and its factors with it. */
  const share = (t: number): void => {
    const row = t * labelCount;
    let sum = 0;
    for (let label = 0; label < labelCount; label++) sum += forward[row + label]!;
    for (let label = 0; label < labelCount; label++) {
      forward[row + label]! /= sum;
      emitted[row + label]! /= sum;
    }
  };
  for (const label of startLabels) {
    best[label] = emissions[label]! + (begins(label) ? leaning[0]! : 0);
    forward[label] = emitted[label]!;
  }
  share(0);
  for (let t = 1; t < count; t++) {
    const row = t * labelCount;
    const moved = table(t);
    for (let i = 0; i < moveFrom.length; i++) {
      const a = moveFrom[i]!;
      const b = moveTo[i]!;
      const before = row - labelCount + a;
      const move = moved + a * labelCount + b;
      const score = best[before]! + transitions[move]! + emissions[row + b]! + (begins(b) ? leaning[t]! : 0);
      if (score > best[row + b]!) {
        best[row + b] = score;
        from[row + b] = a;
      }
      forward[row + b]! += forward[before]! * stepped[move]! * emitted[row + b]!;
    }
    share(t);
  }
  const last = (count - 1) * labelCount;
  let ended = 0;
  for (const label of endLabels) ended += forward[last + label]!;
  for (const label of endLabels) backward[last + label] = 1 / ended;
  for (let t = count - 2; t >= 0; t--) {
    const after = (t + 1) * labelCount;
    const moved = table(t + 1);
    for (let i = 0; i < moveFrom.length; i++) {
      const a = moveFrom[i]!;
      const b = moveTo[i]!;
      backward[t * labelCount + a]! +=
        stepped[moved + a * labelCount + b]! * emitted[after + b]! * backward[after + b]!;
    }
  }
  let label = outside;
  for (const candidate of endLabels) if (best[last + candidate]! > best[last + label]!) label = candidate;
  const spans: TokenSpan[] = [];
  let probability = 0;
  let close = -1;
  for (let t = count - 1; t >= 0; t--) {
    const at = t * labelCount + label;
    if (label === single || label === end) {
      close = t;
      probability = backward[at]!;
    }
    if (label === single || label === begin) {
      spans.push({ first: t, last: close, probability: Math.min(1, probability * forward[at]!) });
    } else if (label !== outside) {
      probability *= stepped[table(t) + from[at]! * labelCount + label]! * emitted[at]!;
    }
    label = from[at]!;
  }
  return spans.reverse();
}
