import { words } from '#text/words.ts';
import { PhraseMatcher, type PhraseHit } from './phrases.ts';
import type { Taxonomy } from './schema.ts';

/** What topics are assigned from. `categories` are arXiv's, `keywords` the source's. */
export interface TopicDocument {
  title: string;
  abstract: string;
  categories?: readonly string[];
  keywords?: readonly string[];
}

/** A topic of a document; `score` in points of `content/topics.yaml`. */
export interface AssignedTopic {
  slug: string;
  score: number;
}

/** Why a document is, or is not, in a topic. */
export interface TopicExplanation {
  slug: string;
  assigned: boolean;
  score: number;
  phrases: PhraseHit[];
  categories: { category: string; weight: number }[];
}

export interface Assigner {
  /** The topics of a document, best first: one to four, none only when nothing at all speaks for any. */
  assign(document: TopicDocument): AssignedTopic[];
  /** All topics that anything speaks for, best first. */
  explain(document: TopicDocument): TopicExplanation[];
}

/** Changes whenever the same document may get other topics from the same taxonomy. */
export const assignerVersion = '1';

const maxTopics = 4;
const threshold = 6;
const shareOfBest = 0.45;

/** Prepares a taxonomy for assigning topics. */
export function createAssigner(taxonomy: Taxonomy): Assigner {
  const matcher = new PhraseMatcher(taxonomy.topics);

  const rank = ({ title, abstract, categories = [], keywords = [] }: TopicDocument): TopicExplanation[] => {
    const body = keywords.length > 0 ? `${abstract}\n\n${keywords.join('. ')}.` : abstract;
    const scores = matcher.score(words(title), words(body));
    const ranked = taxonomy.topics
      .map(({ slug, arxiv }, index) => {
        const { points, hits } = scores[index]!;
        const known = categories.flatMap((category) =>
          arxiv[category] === undefined ? [] : [{ category, weight: arxiv[category] }],
        );
        const score = points + known.reduce((sum, { weight }) => sum + weight, 0);
        return { slug, assigned: false, score, phrases: hits, categories: known };
      })
      .filter(({ score, phrases }) => score > 0 || phrases.length > 0)
      .sort((a, b) => b.score - a.score);
    const best = ranked[0]?.score ?? 0;
    ranked.forEach((entry, place) => {
      entry.assigned =
        entry.score > 0 &&
        (place === 0 || (place < maxTopics && entry.score >= threshold && entry.score >= shareOfBest * best));
    });
    return ranked;
  };

  return {
    explain: rank,
    assign: (document) =>
      rank(document)
        .filter(({ assigned }) => assigned)
        .map(({ slug, score }) => ({ slug, score })),
  };
}
