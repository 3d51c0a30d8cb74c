import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hashString } from '#restore/hash.ts';

/** One abstract of the corpus as its authors wrote it. */
export interface CorpusPaper {
  id: string;
  title: string;
  abstract: string;
  categories: string[];
  /** Year of publication. */
  year: number;
}

type CorpusLine = Record<'id' | 'title' | 'abstract' | 'published', string> & { categories?: string[] };

export interface SplitCorpus {
  train: CorpusPaper[];
  dev: CorpusPaper[];
  test: CorpusPaper[];
}

const corpusFile = new URL('../../../shared/corpus/arxiv-abstracts.jsonl.gz', import.meta.url);

/**
 * Reads the corpus and splits it by a hash of the id: one tenth test, one tenth dev, the rest train.
 *
 * The corpus lists some papers twice under different ids: only the first of equal abstracts is kept, and none
 * is in two parts.
 */
export function readCorpus(): SplitCorpus {
  const lines = gunzipSync(readFileSync(corpusFile)).toString('utf8').trim().split('\n');
  const corpus: SplitCorpus = { train: [], dev: [], test: [] };
  const seen = new Set<string>();
  for (const line of lines) {
    const { id, title, abstract, categories, published } = JSON.parse(line) as CorpusLine;
    const key = abstract
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 150);
    if (seen.has(key)) continue;
    seen.add(key);
    const part = hashString(id) % 10;
    const year = Number(published.slice(0, 4));
    corpus[part === 0 ? 'test' : part === 1 ? 'dev' : 'train'].push({
      id,
      title,
      abstract,
      categories: categories ?? [],
      year,
    });
  }
  return corpus;
}

/** SHA-256 of the corpus file. */
export function corpusDigest(): string {
  return createHash('sha256').update(readFileSync(corpusFile)).digest('hex');
}
