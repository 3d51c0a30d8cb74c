import { workerData } from 'node:worker_threads';
import { prepare, type PrepareInput } from '#corpus/prepare.ts';
import type { Prepared } from '#corpus/schema.ts';
import { createAssigner } from '#topics/assign.ts';
import type { Taxonomy } from '#topics/schema.ts';

const assigner = createAssigner((workerData as { taxonomy: Taxonomy }).taxonomy);

/** Prepares a batch of papers in a worker thread. */
export default function prepareBatch(papers: readonly PrepareInput[]): Prepared[] {
  return papers.map((paper) => prepare(paper, assigner));
}
