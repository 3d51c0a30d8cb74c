import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { relatedPapers } from '#related/related.ts';
import { fold } from '#text/fold.ts';
import { createAssigner } from '#topics/assign.ts';
import { taxonomySchema } from '#topics/schema.ts';
import { corpusPapers, dailyPapers, foldOf, hasMaterial, type Material } from '../train/topics/material.ts';

const count = 5;
const corpusShare = 8;

/**
 * Measures whether related papers are about the same, by marks that the method never reads: the keywords of the daily
 * papers and the arXiv categories of the corpus. Prints the share of the five related papers that have a mark in
 * common with the paper (of keywords also the mean overlap, Jaccard's index), beside five papers drawn at random and
 * five drawn from those of the same first topic.
 */
export async function evaluateRelated(): Promise<void> {
  if (!hasMaterial) {
    console.log('related: skipped, the papers to compare are not beside this project (../shared)');
    return;
  }
  const daily = dailyPapers().filter(({ keywords }) => keywords.length > 0);
  measure('daily papers, by keywords', daily, ({ keywords }) => new Set(keywords.map(fold)));
  const corpus = corpusPapers().filter(
    ({ key, categories }) => categories.length > 0 && foldOf(key, corpusShare) === 0,
  );
  measure('corpus, by arXiv categories', corpus, ({ categories }) => new Set(categories));
}

function measure(
  name: string,
  papers: readonly Material[],
  marksOf: (paper: Material) => ReadonlySet<string>,
): void {
  const documents = papers.map(({ title, abstract }, place) => ({ id: String(place), title, abstract }));
  const start = performance.now();
  const related = relatedPapers(documents, count);
  const seconds = (performance.now() - start) / 1000;
  const marks = papers.map(marksOf);
  const firstTopics = assignFirstTopics(papers);
  const byTopic = Map.groupBy(papers.keys(), (place) => firstTopics[place]!);
  const everyone = [...papers.keys()];
  console.log(`${name}: ${papers.length} papers, related in ${seconds.toFixed(1)} s`);
  report('  at random', marks, (place) => draw(everyone, place));
  report('  of the same first topic', marks, (place) => draw(byTopic.get(firstTopics[place]!)!, place));
  report('  related', marks, (place) => related.get(String(place))!.map(({ id }) => Number(id)));
}

function assignFirstTopics(papers: readonly Material[]): (string | undefined)[] {
  const yaml = readFileSync(fileURLToPath(new URL('../../content/topics.yaml', import.meta.url)), 'utf8');
  const assigner = createAssigner(taxonomySchema.parse(parse(yaml)));
  return papers.map(({ title, abstract }) => assigner.assign({ title, abstract })[0]?.slug);
}

/** Five others of a list, always the same ones for a place. */
function draw(list: readonly number[], place: number): number[] {
  const others = list.filter((other) => other !== place);
  const step = Math.max(1, Math.floor(others.length / count));
  return Array.from(
    { length: Math.min(count, others.length) },
    (_, index) => others[(place * 7919 + index * step) % others.length]!,
  );
}

function report(
  name: string,
  marks: readonly ReadonlySet<string>[],
  choose: (place: number) => readonly number[],
): void {
  let chosen = 0;
  let agreeing = 0;
  let overlap = 0;
  marks.forEach((own, place) => {
    for (const other of choose(place)) {
      const common = [...marks[other]!].filter((mark) => own.has(mark)).length;
      chosen++;
      if (common > 0) agreeing++;
      overlap += common / (own.size + marks[other]!.size - common);
    }
  });
  console.log(
    `${name.padEnd(28)} ${(chosen / marks.length).toFixed(2)} papers each, with a mark in common ${(agreeing / chosen).toFixed(3)}, overlap ${(overlap / chosen).toFixed(4)}`,
  );
}
