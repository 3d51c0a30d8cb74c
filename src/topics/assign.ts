import { words } from '#text/words.ts';
import type { TopicModel } from './model.ts';
import { NgramScorer, type NgramShare } from './ngram-scorer.ts';
import { ownEvidence } from './own-evidence.ts';
import { PhraseMatcher, type PhraseHit } from './phrases.ts';
import type { Taxonomy } from './schema.ts';
import { trainedModel } from './trained-model.ts';

/** What topics are assigned from. `categories` are arXiv's. */
export interface TopicDocument {
  title: string;
  abstract: string;
  categories?: readonly string[];
}

/** A topic of a document; `score` is how likely it belongs there, from 0 to 1. */
export interface AssignedTopic {
  slug: string;
  score: number;
}

/**
 * Why a document is, or is not, in a topic: the phrases of `topics.yaml` and the arXiv categories, which give
 * `points`, and the stems that the trained model weighs, with what each adds to the logit.
 */
export interface TopicExplanation extends AssignedTopic {
  assigned: boolean;
  points: number;
  phrases: PhraseHit[];
  categories: { category: string; weight: number }[];
  words: NgramShare[];
}

export interface Assigner {
  /** The topics of a document, best first: one to four, none only when nothing at all speaks for any. */
  assign(document: TopicDocument): AssignedTopic[];
  /** All topics that anything speaks for, best first. */
  explain(document: TopicDocument): TopicExplanation[];
}

/** Changes whenever the same document may get other topics from the same taxonomy. */
export const assignerVersion = `2-${trainedModel.version}`;

/** A topic that the model does not know is as likely as not from so many points on, and how fast that changes. */
const enough = 6;
const steepness = 3;
const maxTopics = 4;
const minScore = 0.36;
const minExplainedScore = 0.02;
const explainedWords = 8;

/** Prepares a taxonomy for assigning topics. Topics that the model does not know are judged by phrases alone. */
export function createAssigner(taxonomy: Taxonomy, model: TopicModel = trainedModel): Assigner {
  const { topics } = taxonomy;
  const matcher = new PhraseMatcher(topics);
  const scorer = new NgramScorer(model);
  const knowsAny = topics.some(({ slug }) => slug in model.topics);

  const gather = ({ title, abstract, categories = [] }: TopicDocument) => {
    const phrases = matcher.score(words(title), words(abstract));
    const known = topics.map(({ arxiv }) =>
      categories.flatMap((category) =>
        arxiv[category] === undefined ? [] : [{ category, weight: arxiv[category] }],
      ),
    );
    const points = phrases.map(
      (score, topic) => score.points + known[topic]!.reduce((sum, { weight }) => sum + weight, 0),
    );
    return { phrases, known, points, vector: scorer.vector({ title, abstract }) };
  };

  const judge = (points: readonly number[], vector: ReturnType<NgramScorer['vector']>): number[] => {
    const most = Math.max(0, ...points);
    const logs = topics.map(({ slug }, topic) => [slug, Math.log1p(Math.max(0, points[topic]!))] as const);
    return topics.map(({ slug }, topic) => {
      const learned = model.topics[slug];
      if (learned === undefined)
        return chance(steepness * Math.log((1 + Math.max(0, points[topic]!)) / (1 + enough)));
      const own = ownEvidence(points[topic]!, most);
      let logit = model.pooledBias + learned.bias + scorer.score(vector, slug);
      own.forEach((number, place) => (logit += number * (model.pooled[place]! + (learned.own[place] ?? 0))));
      for (const [other, log] of logs) logit += log * (learned.cross[other] ?? 0);
      return chance(logit);
    });
  };

  const rank = (scores: readonly number[]): number[] =>
    [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);

  const chosen = (ranked: readonly number[], scores: readonly number[], hasEvidence: boolean): Set<number> =>
    new Set(
      hasEvidence
        ? ranked.filter((topic, place) => place === 0 || (place < maxTopics && scores[topic]! >= minScore))
        : [],
    );

  return {
    assign(document) {
      const { points, vector } = gather(document);
      const scores = judge(points, vector);
      const ranked = rank(scores);
      const assigned = chosen(
        ranked,
        scores,
        (knowsAny && vector.length > 0) || points.some((point) => point > 0),
      );
      return ranked
        .filter((topic) => assigned.has(topic))
        .map((topic) => ({ slug: topics[topic]!.slug, score: rounded(scores[topic]!) }));
    },
    explain(document) {
      const { phrases, known, points, vector } = gather(document);
      const scores = judge(points, vector);
      const ranked = rank(scores);
      const assigned = chosen(
        ranked,
        scores,
        (knowsAny && vector.length > 0) || points.some((point) => point > 0),
      );
      return ranked
        .filter(
          (topic) =>
            assigned.has(topic) || scores[topic]! >= minExplainedScore || phrases[topic]!.hits.length > 0,
        )
        .map((topic) => ({
          slug: topics[topic]!.slug,
          assigned: assigned.has(topic),
          score: rounded(scores[topic]!),
          points: points[topic]!,
          phrases: phrases[topic]!.hits,
          categories: known[topic]!,
          words: scorer
            .shares(vector, topics[topic]!.slug, explainedWords)
            .map(({ ngram, share }) => ({ ngram, share: rounded(share) })),
        }));
    },
  };
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
