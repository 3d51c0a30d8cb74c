import { mathRegions } from '#restore/math-regions.ts';
import type { CorpusPaper } from './corpus.ts';

const minCount = 8;

/** The command names that occur often enough inside the mathematics of the corpus, sorted. */
export function commandNames(papers: readonly CorpusPaper[]): string[] {
  const counts = new Map<string, number>();
  for (const { abstract } of papers) {
    for (const { innerStart, innerEnd } of mathRegions(abstract)) {
      for (const match of abstract.slice(innerStart, innerEnd).matchAll(/\\([a-zA-Z]+)/g)) {
        counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .filter(([, count]) => count >= minCount)
    .map(([name]) => name)
    .sort();
}
