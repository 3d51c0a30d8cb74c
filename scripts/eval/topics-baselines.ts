import { fold } from '#text/fold.ts';
import { words } from '#text/words.ts';
import { PhraseMatcher } from '#topics/phrases.ts';
import type { Taxonomy } from '#topics/schema.ts';

interface Text {
  title: string;
  abstract: string;
}

const maxTopics = 4;
const minPoints = 6;
const shareOfBest = 0.45;

/**
 * Plain keyword matching, as a first version of such a site would have it: a paper has the topics any of whose name's
 * or slug's words stand in its title or abstract, those with most mentions first.
 */
export function keywordTopics({ topics }: Taxonomy, slugs: ReadonlySet<string>): (paper: Text) => string[] {
  const general = new Set([
    'and',
    'of',
    'the',
    'models',
    'model',
    'learning',
    'methods',
    'deep',
    'theory',
    'other',
    'data',
  ]);
  const keywords = topics
    .filter(({ slug }) => slugs.has(slug))
    .map(({ slug }) => ({ slug, words: slug.split('-').filter((word) => !general.has(word)) }));
  return ({ title, abstract }) => {
    const text = fold(`${title} ${title} ${abstract}`).split(/[^a-z0-9]+/);
    return keywords
      .map(({ slug, words }) => ({ slug, mentions: text.filter((word) => words.includes(word)).length }))
      .filter(({ mentions }) => mentions > 0)
      .sort((a, b) => b.mentions - a.mentions)
      .slice(0, maxTopics)
      .map(({ slug }) => slug);
  };
}

/** The points of the phrases of `topics.yaml`, without a trained model. */
export function phraseTopics({ topics }: Taxonomy): (paper: Text) => string[] {
  const matcher = new PhraseMatcher(topics);
  return ({ title, abstract }) => {
    const ranked = matcher
      .score(words(title), words(abstract))
      .map(({ points }, topic) => ({ slug: topics[topic]!.slug, points }))
      .sort((a, b) => b.points - a.points);
    return ranked
      .filter(
        ({ points }, place) =>
          points > 0 && (place === 0 || (points >= minPoints && points >= shareOfBest * ranked[0]!.points)),
      )
      .slice(0, maxTopics)
      .map(({ slug }) => slug);
  };
}
