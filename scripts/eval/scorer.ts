import { copyFileSync, mkdirSync } from 'node:fs';

export interface Score {
  unsound: number;
  katex_errors: number;
  span: { P: number; R: number; F1: number };
  formulas: Record<
    'all' | 'nontrivial' | 'visible' | 'lossless',
    { n: number; identical: number; soft: number }
  >;
  abstracts_fully_soft: number;
  prose?: { share_visible_nontrivial: number; share: number };
}

type Evaluate = (
  gold: readonly { id: string; original: string; damaged: string }[],
  predicted: readonly { id: string; restored: string }[],
  options?: { E: unknown[] | null },
) => Score;

const cache = new URL('../../.cache/eval/', import.meta.url);

/** The scorer of the shared evaluation, as it is: copied into the project, where it finds KaTeX. */
export async function sharedScorer(): Promise<Evaluate> {
  mkdirSync(cache, { recursive: true });
  for (const file of ['damage.mjs', 'restore-eval.mjs']) {
    copyFileSync(new URL(`../../../shared/eval/${file}`, import.meta.url), new URL(file, cache));
  }
  const { evaluate } = (await import(new URL('restore-eval.mjs', cache).href)) as { evaluate: Evaluate };
  return evaluate;
}
