import type { Labels } from './material.ts';

/** A paper's labels, and the topics it was given, best first. */
export interface Judged {
  labels: Labels;
  topics: readonly string[];
}

export interface TopicScore {
  papers: number;
  predicted: number;
  precision: number;
  recall: number;
  f1: number;
}

/** How well topics were assigned: micro-averaged, the share of first topics that are right, and by topic. */
export interface Score extends TopicScore {
  firstRight: number;
  topics: Map<string, TopicScore>;
}

class Tally {
  right = 0;
  predicted = 0;
  found = 0;
  core = 0;

  score(papers = this.core): TopicScore {
    const precision = this.predicted === 0 ? 0 : this.right / this.predicted;
    const recall = this.core === 0 ? 0 : this.found / this.core;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { papers, predicted: this.predicted, precision, recall, f1 };
  }
}

/**
 * Scores as the annotation was made: a given topic is right when it is among `core` or `also`, a core topic is found
 * when it is given; topics outside `judged` are passed over.
 */
export function scoreTopics(papers: readonly Judged[], judged: ReadonlySet<string>): Score {
  const total = new Tally();
  const byTopic = new Map([...judged].map((slug) => [slug, new Tally()]));
  let firstRight = 0;
  for (const { labels, topics } of papers) {
    const given = topics.filter((slug) => judged.has(slug));
    const core = labels.core.filter((slug) => judged.has(slug));
    if (given[0] !== undefined && core.includes(given[0])) firstRight++;
    for (const slug of given)
      for (const tally of [total, byTopic.get(slug)!]) {
        tally.predicted++;
        if (core.includes(slug) || labels.also.includes(slug)) tally.right++;
      }
    for (const slug of core)
      for (const tally of [total, byTopic.get(slug)!]) {
        tally.core++;
        if (given.includes(slug)) tally.found++;
      }
  }
  return {
    ...total.score(papers.length),
    firstRight: firstRight / papers.length,
    topics: new Map([...byTopic].map(([slug, tally]) => [slug, tally.score()])),
  };
}
