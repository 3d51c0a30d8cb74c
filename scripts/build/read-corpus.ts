import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderVersion } from '#abstracts/render.ts';
import { buildCorpus, mergeFeeds, type Content } from '#corpus/build-corpus.ts';
import type { Corpus } from '#corpus/corpus.ts';
import { manyPapers } from '#corpus/many-papers.ts';
import type { Prepared } from '#corpus/schema.ts';
import type { Result } from '#diagnostics/message.ts';
import { mergeFields } from '#papers/merge-fields.ts';
import type { Paper } from '#papers/schema.ts';
import { restoreVersion } from '#restore/restore.ts';
import { readFeed, type FeedSource } from '#sightings/read-feed.ts';
import type { FeedConfig, ReadFeed } from '#sightings/schema.ts';
import { assignerVersion } from '#topics/assign.ts';
import { feedSources } from '../content/feed-sources.ts';
import { codeDigest } from './code-digest.ts';
import { KeptFeeds } from './kept-feeds.ts';
import { partOf, type Part } from './part.ts';
import { PaperPreparer } from './prepare-papers.ts';
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

/**
 * Reads the feeds that no build with this cache folder has read yet, and takes the others from there. `onRead` hears of
 * each when it is read.
 */
async function readNewFeeds(
  folder: string,
  content: Content,
  cacheFolder: string,
  progress: Progress,
  onRead: (feed: ReadFeed) => void = () => {},
): Promise<Result<ReadFeed>[]> {
  const kept = new KeptFeeds(join(cacheFolder, 'feeds'), codeDigest());
  const feeds = await readFeeds(folder, content, progress, async (source, config) => {
    const feed = await kept.read(source, config);
    onRead(feed.value);
    return feed;
  });
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
  return preparing(content, cacheFolder, async (preparer, isFirst) => {
    // Most papers are in one feed alone, and can be prepared while the other feeds are read.
    const begin = ({ sightings }: ReadFeed): void =>
      preparer.begin(sightings.map((sighting) => mergeFields([sighting])));
    const feeds = await readNewFeeds(folder, content, cacheFolder, progress, isFirst ? begin : undefined);
    return buildCorpus(content, feeds, (papers) => prepareAll(papers, preparer, progress));
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
  return preparing(content, cacheFolder, async (preparer) => {
    const merged = mergeFeeds(content, await readNewFeeds(folder, content, cacheFolder, silent));
    const own = merged.value.papers.filter((paper) => part === undefined || partOf({ paper }) === part);
    await prepareAll(own, preparer, silent);
    return own.length;
  });
}

/** Where the prepared papers of earlier builds are, below the cache folder. */
const preparedFile = 'prepared.jsonl';

/**
 * Runs `work` with what prepares papers, and whether no earlier build prepared any: then its threads start at once,
 * beside reading.
 */
async function preparing<T>(
  { taxonomy, formerTopics }: Content,
  cacheFolder: string,
  work: (preparer: PaperPreparer, isFirst: boolean) => Promise<T>,
): Promise<T> {
  const taxonomyHash = createHash('sha256')
    .update(JSON.stringify([taxonomy, formerTopics]))
    .digest('base64url');
  const version = [restoreVersion, renderVersion, assignerVersion, taxonomyHash].join(' ');
  const file = join(cacheFolder, preparedFile);
  const isFirst = !existsSync(file);
  const preparer = new PaperPreparer(
    { taxonomy, formerTopics, cacheFolder },
    new PreparedCache(file, version),
  );
  if (isFirst) preparer.start();
  try {
    return await work(preparer, isFirst);
  } finally {
    await preparer.close();
  }
}

function prepareAll(
  papers: readonly Paper[],
  preparer: PaperPreparer,
  progress: Progress,
): Promise<Prepared[]> {
  if (papers.length > manyPapers) spareMemory();
  progress.stage('restore, render and classify');
  return preparer.prepareAll(papers, (done, total) => progress.step(done, total));
}
