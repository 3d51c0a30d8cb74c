/**
 * A linear model of topics, as trained by `npm run train:topics`. It judges each topic by a logit, which is the sum of
 *
 * - the pooled part, the same for every topic: `pooled` times the evidence of its own phrases, and `pooledBias`;
 * - its own part: `bias`, `own` (corrections to the first of the pooled weights), `cross` (the phrases of other topics,
 *   by the logarithm of their points), and one weight for each n-gram.
 *
 * A document is a unit vector of TF-IDF weights over `ngrams` (joined by `|`). The inverse document frequencies
 * (`idf`) and the weights of n-grams are written as one character each, see `unpack`.
 */
export interface TopicModel {
  version: string;
  ngrams: string;
  idf: PackedNumbers;
  pooled: number[];
  pooledBias: number;
  topics: Record<string, TopicWeights>;
}

/** What a model learned of a topic; undefined for one that it does not know. */
export const learnedOf = ({ topics }: TopicModel, slug: string): TopicWeights | undefined =>
  Object.hasOwn(topics, slug) ? topics[slug] : undefined;

export interface TopicWeights {
  bias: number;
  own: number[];
  cross: Record<string, number>;
  ngrams: PackedNumbers;
}

/** Levels from -31 to 31, a character each; a level stands for its square times `step`, with its sign. */
export interface PackedNumbers {
  step: number;
  digits: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const zero = 32;
const highest = 31;

/** Rounds numbers to 63 levels, which are closest around nought. */
export function pack(numbers: ArrayLike<number>): PackedNumbers {
  let most = 0;
  for (let place = 0; place < numbers.length; place++) most = Math.max(most, Math.abs(numbers[place]!));
  // Nought for numbers too small to be divided: then all of them are.
  const step = Number((most / highest ** 2).toPrecision(6)) || 1;
  let digits = '';
  for (let place = 0; place < numbers.length; place++) {
    const level = Math.min(highest, Math.round(Math.sqrt(Math.abs(numbers[place]!) / step)));
    digits += alphabet[zero + Math.sign(numbers[place]!) * level];
  }
  return { step, digits };
}

/** The numbers that `pack` was given, but for rounding. */
export function unpack({ step, digits }: PackedNumbers): Float32Array {
  const values = new Map(
    [...alphabet].map((digit, place) => [digit, Math.sign(place - zero) * (place - zero) ** 2 * step]),
  );
  return Float32Array.from(digits, (digit) => values.get(digit)!);
}
