import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderVersion } from '#abstracts/render.ts';
import { buildCorpus, mergeFeeds, type Content } from '#corpus/build-corpus.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { manyPapers } from '#corpus/many-papers.ts';
import type { Prepared } from '#corpus/schema.ts';
import type { Result } from '#diagnostics/message.ts';
import type { Paper } from '#papers/schema.ts';
import { restoreVersion } from '#restore/restore.ts';
import { readFeed, type FeedSource } from '#sightings/read-feed.ts';
import type { FeedConfig, ReadFeed } from '#sightings/schema.ts';
import { assignerVersion } from '#topics/assign.ts';
import { feedSources } from '../content/feed-sources.ts';
import { codeDigest } from './code-digest.ts';
import { KeptFeeds } from './kept-feeds.ts';
import { partOf, type Part } from './part.ts';
import { PreparingThreads, preparePapers } from './prepare-papers.ts';
import { PreparedCache } from './prepared-cache.ts';
import { silent, type Progress } from './progress.ts';
import { spareMemory } from './spare-memory.ts';

/** Reads every feed of a content folder with `read`, in order of name. */
export async function readFeeds(
  folder: string,
  content: Content,
  progress: Progress,
  read: (source: FeedSource, config?: FeedConfig) => Promise<Result<ReadFeed>> = readFeed,
): Promise<Result<ReadFeed>[]> {
  const sources = feedSources(folder);
  const feeds: Result<ReadFeed>[] = [];
  for (const source of sources) {
    feeds.push(await read(source, content.feeds[source.name]));
    progress.step(feeds.length, sources.length);
  }
  return feeds;
}

/** Reads the feeds that no build with this cache folder has read yet, and takes the others from there. */
async function readNewFeeds(
  folder: string,
  content: Content,
  cacheFolder: string,
  progress: Progress,
): Promise<Result<ReadFeed>[]> {
  const kept = new KeptFeeds(join(cacheFolder, 'feeds'), codeDigest());
  const feeds = await readFeeds(folder, content, progress, (source, config) => kept.read(source, config));
  kept.dropUnused();
  return feeds;
}

/**
 * Reads a content folder and runs the pipeline over it, but for related papers. `cacheFolder` keeps what can be kept
 * between builds.
 */
export async function readCorpus(
  folder: string,
  content: Content,
  cacheFolder: string,
  progress: Progress = silent,
): Promise<Corpus> {
  progress.stage('read feeds');
  return preparing(content, cacheFolder, async (threads) => {
    const feeds = await readNewFeeds(folder, content, cacheFolder, progress);
    return buildCorpus(content, feeds, (papers) => prepareCached(papers, content, threads, progress));
  });
}

/**
 * Prepares the papers of one part of a site, so that a build which has this cache need not. Answers how many there
 * are.
 */
export async function preparePart(
  folder: string,
  content: Content,
  cacheFolder: string,
  part: Part | undefined,
): Promise<number> {
  return preparing(content, cacheFolder, async (threads) => {
    const { value: papers } = mergeFeeds(content, await readNewFeeds(folder, content, cacheFolder, silent));
    const own = papers.filter((paper) => part === undefined || partOf({ paper }) === part);
    await prepareCached(own, content, threads, silent);
    return own.length;
  });
}

/** Where the prepared papers of earlier builds are, below the cache folder. */
const preparedFile = 'prepared.jsonl';

/** Runs `work` with threads for preparing, which start at once, beside reading, where no earlier build prepared any paper. */
async function preparing<T>(
  { taxonomy }: Content,
  cacheFolder: string,
  work: (threads: PreparingThreads) => Promise<T>,
): Promise<T> {
  const threads = new PreparingThreads({ taxonomy, cacheFolder });
  if (!existsSync(join(cacheFolder, preparedFile))) threads.start();
  try {
    return await work(threads);
  } finally {
    await threads.close();
  }
}

function prepareCached(
  papers: readonly Paper[],
  { taxonomy }: Content,
  threads: PreparingThreads,
  progress: Progress,
): Promise<Prepared[]> {
  if (papers.length > manyPapers) spareMemory();
  progress.stage('restore, render and classify');
  const taxonomyHash = createHash('sha256').update(JSON.stringify(taxonomy)).digest('base64url');
  const version = [restoreVersion, renderVersion, assignerVersion, taxonomyHash].join(' ');
  const cache = new PreparedCache(join(threads.data.cacheFolder, preparedFile), version);
  return preparePapers(papers, cache, threads, (done, total) => progress.step(done, total));
}
