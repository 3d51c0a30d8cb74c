import { unpack, type TopicModel } from './model.ts';
import { ngrams } from './ngrams.ts';

/** An n-gram of a document, and what it adds to the logit of a topic. */
export interface NgramShare {
  ngram: string;
  share: number;
}

/** Scores documents by the n-grams of a model. */
export class NgramScorer {
  readonly #places: ReadonlyMap<string, number>;
  readonly #idf: Float32Array;
  readonly #weights: ReadonlyMap<string, Float32Array>;

  constructor(model: TopicModel) {
    this.#places = new Map(model.ngrams.split('|').map((ngram, place) => [ngram, place]));
    this.#idf = unpack(model.idf);
    this.#weights = new Map(
      Object.entries(model.topics).map(([slug, topic]) => [slug, unpack(topic.ngrams)]),
    );
  }

  /** The unit vector of a document over the n-grams that the model knows. */
  vector(document: { title: string; abstract: string }): { ngram: string; place: number; weight: number }[] {
    const vector: { ngram: string; place: number; weight: number }[] = [];
    let square = 0;
    for (const [ngram, times] of ngrams(document)) {
      const place = this.#places.get(ngram);
      if (place === undefined) continue;
      const weight = (1 + Math.log(times)) * this.#idf[place]!;
      square += weight * weight;
      vector.push({ ngram, place, weight });
    }
    const norm = Math.sqrt(square) || 1;
    for (const entry of vector) entry.weight /= norm;
    return vector;
  }

  /** What all n-grams together add to the logit of a topic: 0 for a topic that the model does not know. */
  score(vector: readonly { place: number; weight: number }[], slug: string): number {
    const weights = this.#weights.get(slug);
    if (weights === undefined) return 0;
    let sum = 0;
    for (const { place, weight } of vector) sum += weight * weights[place]!;
    return sum;
  }

  /** The n-grams that say most for or against a topic, the strongest first. */
  shares(
    vector: readonly { ngram: string; place: number; weight: number }[],
    slug: string,
    count: number,
  ): NgramShare[] {
    const weights = this.#weights.get(slug);
    if (weights === undefined) return [];
    return vector
      .map(({ ngram, place, weight }) => ({ ngram, share: weight * weights[place]! }))
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.ngram < b.ngram ? -1 : 1))
      .slice(0, count);
  }
}
