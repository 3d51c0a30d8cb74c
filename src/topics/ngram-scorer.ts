import { onceForForm, type Word } from '#text/words.ts';
import { learnedOf, unpack, type TopicModel } from './model.ts';
import { eachFeature } from './ngrams.ts';

/** An n-gram of a document, and what it adds to the logit of a topic. */
export interface NgramShare {
  ngram: string;
  share: number;
}

/** A unit vector over the n-grams of a model: their places, and the weight of each. */
export interface NgramVector {
  places: Int32Array;
  weights: Float64Array;
}

/**
 * A stem: its place among the n-grams if it is one (else -1), and those of the pairs that it begins, by the second
 * stem.
 */
interface KnownStem {
  place: number;
  pairs: Map<string, number>;
}

const unknown: KnownStem = { place: -1, pairs: new Map() };

/** Scores documents by the n-grams of a model, for the topics `slugs` in their order. */
export class NgramScorer {
  readonly #ngrams: readonly string[];
  readonly #stems = new Map<string, KnownStem>();
  readonly #knownOf = onceForForm((form) => this.#stems.get(form.stem) ?? unknown);
  readonly #idf: Float32Array;
  readonly #topicCount: number;
  /** The weights of an n-gram for all topics stand together, since a document asks for all of them. */
  readonly #weights: Float32Array;
  readonly #times: Int32Array;

  constructor(model: TopicModel, slugs: readonly string[]) {
    this.#ngrams = model.ngrams.split('|');
    this.#idf = unpack(model.idf);
    this.#topicCount = slugs.length;
    this.#weights = new Float32Array(this.#ngrams.length * slugs.length);
    this.#times = new Int32Array(this.#ngrams.length);
    this.#ngrams.forEach((ngram, place) => {
      const [first, second] = ngram.split(' ') as [string, string?];
      let known = this.#stems.get(first);
      if (known === undefined) this.#stems.set(first, (known = { place: -1, pairs: new Map() }));
      if (second === undefined) known.place = place;
      else known.pairs.set(second, place);
    });
    slugs.forEach((slug, topic) => {
      const learned = learnedOf(model, slug);
      if (learned === undefined) return;
      unpack(learned.ngrams).forEach((weight, place) => {
        this.#weights[place * slugs.length + topic] = weight;
      });
    });
  }

  /** The vector of a document, n-grams in the order of their first appearance. */
  vector(title: readonly Word[], abstract: readonly Word[]): NgramVector {
    const times = this.#times;
    const met: number[] = [];
    const count = (place: number, more: number) => {
      if (times[place] === 0) met.push(place);
      times[place]! += more;
    };
    eachFeature(title, abstract, (form, before, more) => {
      const { place } = this.#knownOf(form);
      if (place >= 0) count(place, more);
      if (before === null) return;
      const { pairs } = this.#knownOf(before);
      const pair = pairs.size > 0 ? pairs.get(form.stem) : undefined;
      if (pair !== undefined) count(pair, more);
    });
    const weights = Float64Array.from(met, (place) => (1 + Math.log(times[place]!)) * this.#idf[place]!);
    const norm = Math.sqrt(weights.reduce((square, weight) => square + weight * weight, 0)) || 1;
    for (const place of met) times[place] = 0;
    return { places: Int32Array.from(met), weights: weights.map((weight) => weight / norm) };
  }

  /** What all n-grams together add to the logit of each topic: 0 for a topic that the model does not know. */
  scores({ places, weights }: NgramVector): Float64Array {
    const scores = new Float64Array(this.#topicCount);
    for (let at = 0; at < places.length; at++) {
      const weight = weights[at]!;
      const row = places[at]! * this.#topicCount;
      for (let topic = 0; topic < scores.length; topic++)
        scores[topic]! += weight * this.#weights[row + topic]!;
    }
    return scores;
  }

  /** The n-grams that say most for or against a topic, given by its place, the strongest first. */
  shares({ places, weights }: NgramVector, topic: number, count: number): NgramShare[] {
    return Array.from(places, (place, at) => ({
      ngram: this.#ngrams[place]!,
      share: weights[at]! * this.#weights[place * this.#topicCount + topic]!,
    }))
      .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.ngram < b.ngram ? -1 : 1))
      .slice(0, count);
  }
}
