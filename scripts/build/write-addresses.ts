import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';

/** Where a site lists the addresses of its papers and topics, former ones included, for `digest check --previous`. */
export const addressesPath = 'data/addresses.txt';

/** Writes that list: a line a page, such as `papers/attention-is-all-you-need/`, by code units. */
export function writeAddresses(corpus: Corpus, out: string): void {
  const papers = [
    ...corpus.entries.flatMap(({ paper }) => [paper.slug, ...paper.formerSlugs]),
    ...Object.keys(corpus.formerPapers),
  ];
  const topics = [...corpus.taxonomy.topics.map(({ slug }) => slug), ...Object.keys(corpus.formerTopics)];
  const addresses = new Set([
    ...papers.map((slug) => `papers/${slug}/\n`),
    ...topics.map((slug) => `topics/${slug}/\n`),
  ]);
  const file = join(out, addressesPath);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, [...addresses].sort().join(''));
}
