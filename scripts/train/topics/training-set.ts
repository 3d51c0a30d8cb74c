import type { Taxonomy } from '#topics/schema.ts';
import { leadingDirections } from './directions.ts';
import { collectEvidence, weightOf, type Evidence } from './evidence.ts';
import type { LabelledPaper } from './learn.ts';
import {
  annotatedSlugs,
  corpusPapers,
  dailyPapers,
  feedLabels,
  feedPapers,
  isHeldOut,
  ownLabels,
  type Labels,
  type Material,
} from './material.ts';
import type { Dense } from './sparse.ts';

export const ngramCount = 6600;
export const directionCount = 192;

/** All that models are learned from, and the labelled daily papers that none may see. */
export interface TrainingSet {
  papers: Material[];
  evidence: Evidence;
  directions: Dense;
  labelled: LabelledPaper[];
  heldOut: { paper: Material; labels: Labels }[];
}

/**
 * Gathers papers and labels. Of the feeds only the labelled papers are read, and nothing of the days held out: what is
 * measured on the others is as on papers never seen.
 */
export async function gatherTrainingSet(taxonomy: Taxonomy): Promise<TrainingSet> {
  const annotated = feedLabels();
  const own = ownLabels();
  const feeds = await feedPapers();
  const inFeeds = new Set(feeds.map(({ key }) => key));
  const labelledFeeds = feeds.filter(({ key }) => annotated.has(key));
  const outside = (papers: Material[]) => papers.filter(({ key }) => !inFeeds.has(key));
  const daily = outside(dailyPapers());
  const seen = daily.filter(({ day }) => !isHeldOut(day!));
  const held = new Set(daily.filter(({ day }) => isHeldOut(day!)).map(({ key }) => key));
  const corpus = outside(corpusPapers()).filter(({ key }) => !held.has(key));
  const papers = [...labelledFeeds, ...seen, ...corpus];

  const evidence = collectEvidence(papers, taxonomy, ngramCount);
  const directions = leadingDirections(evidence.vectors, (row) => weightOf(papers[row]!), directionCount);
  const allSlugs = new Set(taxonomy.topics.map(({ slug }) => slug));
  const annotatedOnly = annotatedSlugs();
  return {
    papers,
    evidence,
    directions,
    labelled: papers.flatMap(({ source, key }, place): LabelledPaper[] => {
      const labels = source === 'feeds' ? annotated.get(key) : own.get(key);
      return labels === undefined
        ? []
        : [{ place, labels, judged: source === 'feeds' ? annotatedOnly : allSlugs }];
    }),
    heldOut: daily.flatMap((paper) => {
      const labels = isHeldOut(paper.day!) ? own.get(paper.key) : undefined;
      return labels === undefined ? [] : [{ paper, labels }];
    }),
  };
}
