import { workerData } from 'node:worker_threads';
import { FormulaCache, type CachedFormula } from '#abstracts/formula-cache.ts';
import { prepare, type PrepareInput } from '#corpus/prepare.ts';
import type { Prepared } from '#corpus/schema.ts';
import { createAssigner } from '#topics/assign.ts';
import type { Successors } from '#text/successors.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { formulaStoreIn } from './formula-store.ts';

export interface WorkerData {
  taxonomy: Taxonomy;
  formerTopics: Successors;
  cacheFolder: string;
}

export interface PreparedBatch {
  prepared: Prepared[];
  newFormulas: CachedFormula[];
}

const { taxonomy, formerTopics, cacheFolder } = workerData as WorkerData;
const assigner = createAssigner(taxonomy, formerTopics);
const formulas = new FormulaCache(formulaStoreIn(cacheFolder));

/** Prepares a batch of papers in a worker thread. */
export default function prepareBatch(papers: readonly PrepareInput[]): PreparedBatch {
  const prepared = papers.map((paper) => prepare(paper, assigner, formulas));
  return { prepared, newFormulas: formulas.takeAdded() };
}
