import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import type { FormerPapers } from '../content/load-former-papers.ts';

/** Where a site lists the addresses of its papers, former ones included, for `digest check --previous`. */
export const addressesPath = 'data/addresses.txt';

/** Writes that list: a line a paper, such as `papers/attention-is-all-you-need/`, by code units. */
export function writeAddresses(corpus: Corpus, formerPapers: FormerPapers, out: string): void {
  const slugs = new Set([
    ...corpus.entries.flatMap(({ paper }) => [paper.slug, ...paper.formerSlugs]),
    ...Object.keys(formerPapers),
  ]);
  const file = join(out, addressesPath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    [...slugs]
      .sort()
      .map((slug) => `papers/${slug}/\n`)
      .join(''),
  );
}
