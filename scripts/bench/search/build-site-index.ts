import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSearch } from '#search/build-search.ts';
import { loadCorpus } from './corpus.ts';

/** What building an index took: wall and processor seconds, and the most memory that its processes had together. */
export interface BuildCost {
  seconds: number;
  processorSeconds: number;
  peakBytes: number;
}

/** Run alone, so that memory is its own: `node build-site-index.ts PAPERS OUT` indexes and prints a `BuildCost`. */
if (import.meta.main) {
  const [count, out] = process.argv.slice(2) as [string, string];
  const { documents } = loadCorpus(Number(count));
  rmSync(out, { recursive: true, force: true });
  const before = process.cpuUsage();
  const started = performance.now();
  for (const [path, bytes] of buildSearch(documents).files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  const { user, system } = process.cpuUsage(before);
  const cost: BuildCost = {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  console.log(JSON.stringify(cost));
}
