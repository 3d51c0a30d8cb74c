import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createAssigner, type Assigner } from '#topics/assign.ts';
import { taxonomySchema, type Taxonomy } from '#topics/schema.ts';
import { learnTopics } from '../train/topics/learn.ts';
import { annotatedSlugs, foldOf, hasMaterial, type Labels, type Material } from '../train/topics/material.ts';
import { scoreTopics, type Score } from '../train/topics/score.ts';
import { gatherTrainingSet } from '../train/topics/training-set.ts';
import { keywordTopics, phraseTopics } from './topics-baselines.ts';

const folds = 5;
const minPapersOfTopic = 10;

type Assign = (paper: Material) => string[];
interface Labelled {
  paper: Material;
  labels: Labels;
}

const withAssigner =
  (assigner: Assigner): Assign =>
  ({ title, abstract }) =>
    assigner.assign({ title, abstract }).map(({ slug }) => slug);

/**
 * Measures the assignment of topics on papers that the model has not seen: the labelled papers of the feeds in
 * five-fold cross-validation, and labelled papers of days held out; beside plain keyword matching, the points of the
 * phrases alone, and the model that is shipped (which has seen the papers of the feeds, so its score there is no
 * measure and is not printed).
 */
export async function evaluateTopics(): Promise<void> {
  if (!hasMaterial) {
    console.log('topics: skipped, the labelled papers are not beside this project (../shared)');
    return;
  }
  const yaml = readFileSync(fileURLToPath(new URL('../../content/topics.yaml', import.meta.url)), 'utf8');
  const taxonomy = taxonomySchema.parse(parse(yaml));
  const judged = annotatedSlugs();
  const set = await gatherTrainingSet(taxonomy);
  const feeds = set.labelled
    .map(({ place, labels }) => ({ paper: set.papers[place]!, labels }))
    .filter(({ paper }) => paper.source === 'feeds');

  const report = (name: string, papers: readonly Labelled[], assign: Assign): Score => {
    const score = scoreTopics(
      papers.map(({ paper, labels }) => ({ labels, topics: assign(paper) })),
      judged,
    );
    console.log(
      `${name.padEnd(46)} ${papers.length} papers  F1 ${percent(score.f1)}  precision ${percent(score.precision)}` +
        `  recall ${percent(score.recall)}  first topic right ${percent(score.firstRight)}`,
    );
    return score;
  };

  const crossValidated = crossValidate(taxonomy, set);
  console.log('papers of the feeds');
  report('  keywords (baseline)', feeds, keywordTopics(taxonomy, judged));
  report('  phrases alone', feeds, phraseTopics(taxonomy));
  const onFeeds = report('  phrases and model, cross-validated', feeds, crossValidated);
  printTopics(onFeeds);
  console.log('papers of unseen days');
  report('  keywords (baseline)', set.heldOut, keywordTopics(taxonomy, judged));
  report('  phrases alone', set.heldOut, phraseTopics(taxonomy));
  const shipped = createAssigner(taxonomy);
  const onDays = report('  phrases and model, as shipped', set.heldOut, withAssigner(shipped));
  printTopics(onDays);
}

/** Learns one model a fold, each without the papers of that fold. */
function crossValidate(
  taxonomy: Taxonomy,
  { papers, evidence, directions, labelled }: Awaited<ReturnType<typeof gatherTrainingSet>>,
): Assign {
  const slugs = taxonomy.topics.map(({ slug }) => slug);
  const assigners = Array.from({ length: folds }, (_, fold) => {
    const rest = labelled.filter(({ place }) => foldOf(papers[place]!.key, folds) !== fold);
    return withAssigner(createAssigner(taxonomy, {}, learnTopics(evidence, slugs, directions, rest)));
  });
  return (paper) => assigners[foldOf(paper.key, folds)]!(paper);
}

function printTopics({ topics }: Score): void {
  for (const [slug, { papers, predicted, f1 }] of [...topics].sort(([, a], [, b]) => b.papers - a.papers))
    if (papers >= minPapersOfTopic)
      console.log(`    ${slug.padEnd(40)} ${papers} papers, ${predicted} given, F1 ${percent(f1)}`);
}

const percent = (share: number): string => share.toFixed(3);
