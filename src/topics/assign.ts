import type { Successors } from '#text/successors.ts';
import { words } from '#text/words.ts';
import { learnedOf, type TopicModel } from './model.ts';
import { formerSlugsByTopic } from './former-topics.ts';
import { NgramScorer, type NgramShare, type NgramVector } from './ngram-scorer.ts';
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

/**
 * Prepares a taxonomy for assigning topics. Topics that the model does not know, by a slug that they have or had, are
 * judged by phrases alone.
 */
export function createAssigner(
  taxonomy: Taxonomy,
  formerTopics: Successors = {},
  model: TopicModel = trainedModel,
): Assigner {
  const { topics } = taxonomy;
  const slugs = topics.map(({ slug }) => slug);
  const matcher = new PhraseMatcher(topics);
  const names = learnedSlugs(slugs, formerTopics, model);
  const scorer = new NgramScorer(model, names);
  const judges = names.map((slug) => judgeOf(model, slug, names));
  const knowsAny = judges.some((judge) => judge !== null);
  const topicsOfCategory = new Map<string, { topic: number; weight: number }[]>();
  topics.forEach(({ arxiv }, topic) => {
    for (const [category, weight] of Object.entries(arxiv)) {
      if (!topicsOfCategory.has(category)) topicsOfCategory.set(category, []);
      topicsOfCategory.get(category)!.push({ topic, weight });
    }
  });

  const gather = (document: TopicDocument) => {
    const title = words(document.title);
    const abstract = words(document.abstract);
    const ofCategories = new Float64Array(topics.length);
    for (const category of document.categories ?? [])
      for (const { topic, weight } of topicsOfCategory.get(category) ?? []) ofCategories[topic]! += weight;
    const phrases = matcher.score(title, abstract);
    const points = phrases.map((score, topic) => score.points + ofCategories[topic]!);
    return { phrases, points, vector: scorer.vector(title, abstract) };
  };

  /** How likely each topic is. */
  const judge = (points: readonly number[], vector: NgramVector): number[] => {
    const most = Math.max(0, ...points);
    const mentioned = [...points.keys()].filter((topic) => points[topic]! > 0);
    const logs = mentioned.map((topic) => Math.log1p(points[topic]!));
    const ofNgrams = scorer.scores(vector);
    return judges.map((learned, topic) => {
      const own = points[topic]!;
      if (learned === null) return chance(steepness * Math.log((1 + Math.max(0, own)) / (1 + enough)));
      let logit = learned.bias + ofNgrams[topic]!;
      if (own > 0)
        for (const [place, number] of ownEvidence(own, most).entries()) logit += number * learned.own[place]!;
      for (let at = 0; at < logs.length; at++) logit += logs[at]! * learned.cross[mentioned[at]!]!;
      return chance(logit);
    });
  };

  /** All topics, best first, and those of them that the document is given. */
  const decide = (scores: readonly number[], hasEvidence: boolean) => {
    const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
    const best = hasEvidence ? ranked.slice(0, maxTopics) : [];
    return { ranked, chosen: best.filter((topic, place) => place === 0 || scores[topic]! >= minScore) };
  };

  const weigh = (document: TopicDocument) => {
    const { phrases, points, vector } = gather(document);
    const scores = judge(points, vector);
    const hasEvidence = (knowsAny && vector.places.length > 0) || points.some((point) => point > 0);
    return { phrases, points, vector, scores, ...decide(scores, hasEvidence) };
  };

  return {
    assign(document) {
      const { scores, chosen } = weigh(document);
      return chosen.map((topic) => ({ slug: slugs[topic]!, score: rounded(scores[topic]!) }));
    },
    explain(document) {
      const { phrases, points, vector, scores, ranked, chosen } = weigh(document);
      return ranked
        .filter(
          (topic) =>
            chosen.includes(topic) || scores[topic]! >= minExplainedScore || phrases[topic]!.hits.length > 0,
        )
        .map((topic) => ({
          slug: slugs[topic]!,
          assigned: chosen.includes(topic),
          score: rounded(scores[topic]!),
          points: points[topic]!,
          phrases: phrases[topic]!.hits,
          categories: (document.categories ?? []).flatMap((category) => {
            const { arxiv } = topics[topic]!;
            return Object.hasOwn(arxiv, category) ? [{ category, weight: arxiv[category]! }] : [];
          }),
          words:
            judges[topic] === null
              ? []
              : scorer
                  .shares(vector, topic, explainedWords)
                  .map(({ ngram, share }) => ({ ngram, share: rounded(share) })),
        }));
    },
  };
}

/** By which slug the model learned each topic: a former one, where that is the only one that it knows. */
function learnedSlugs(slugs: readonly string[], formerTopics: Successors, model: TopicModel): string[] {
  const formerSlugs = formerSlugsByTopic(formerTopics);
  return slugs.map((slug) => {
    const known = [slug, ...(formerSlugs.get(slug) ?? [])].find((name) => Object.hasOwn(model.topics, name));
    return known ?? slug;
  });
}

/** What a model knows of one topic, but for n-grams. */
interface Judge {
  bias: number;
  /** The weights of the topic's own evidence. */
  own: readonly number[];
  /** The weights of the phrases of each topic. */
  cross: Float64Array;
}

function judgeOf(model: TopicModel, slug: string, slugs: readonly string[]): Judge | null {
  const learned = learnedOf(model, slug);
  if (learned === undefined) return null;
  return {
    bias: model.pooledBias + learned.bias,
    own: model.pooled.map((weight, place) => weight + (learned.own[place] ?? 0)),
    cross: Float64Array.from(slugs, (other) =>
      Object.hasOwn(learned.cross, other) ? learned.cross[other]! : 0,
    ),
  };
}

const chance = (logit: number): number => 1 / (1 + Math.exp(-logit));

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
