import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { entryDate } from '#corpus/entry-date.ts';
import type { Entry } from '#corpus/schema.ts';
import { syndicationFiles } from '#site/urls.ts';
import { archiveOf, currentOf } from '#syndication/archives.ts';
import { atomArchiveFormat, atomFormat } from '#syndication/atom.ts';
import { feedDocument, type FeedFormat } from '#syndication/feed-document.ts';
import { latestDate } from '#syndication/item-dates.ts';
import { jsonFormat } from '#syndication/json-feed.ts';
import { outgoingFeeds } from '#syndication/outgoing-feeds.ts';
import { itemsFitMemory } from '#syndication/paper-items.ts';
import { rssFormat } from '#syndication/rss.ts';
import type { Channel } from '#syndication/schema.ts';
import type { InputDigests } from './input-digests.ts';
import { type File, keyOf, type KeptFiles } from './kept-files.ts';
import { WrittenItems } from './written-items.ts';

/**
 * Provides all outgoing feeds, each in all formats, with its archive. What it keeps meanwhile is below `cacheFolder`.
 */
export function writeFeeds(
  corpus: Corpus,
  digests: InputDigests,
  files: KeptFiles,
  cacheFolder: string,
): void {
  const file = itemsFitMemory(corpus.entries.length) ? null : join(cacheFolder, 'feed-items');
  const items = new WrittenItems(corpus, file);
  try {
    provideFeeds(corpus, digests, files, items);
  } finally {
    items.close();
  }
}

function provideFeeds(corpus: Corpus, digests: InputDigests, files: KeptFiles, items: WrittenItems): void {
  const formats = [
    [syndicationFiles.rss, rssFormat, items.inFormat(rssFormat)],
    [syndicationFiles.atom, atomFormat, items.inFormat(atomFormat)],
    [syndicationFiles.json, jsonFormat, items.inFormat(jsonFormat)],
  ] as const;
  const [, [, , atomBytes]] = formats;
  const keyFor = (what: string, channel: Channel, papers: readonly Entry[]): string =>
    keyOf(digests.common, what, JSON.stringify(channel), ...papers.map(digests.paper));
  for (const { below, formerlyBelow, channel, papers, current } of outgoingFeeds(corpus)) {
    const folder = below.slice(corpus.site.base.length);
    if (papers === null) {
      const days = current();
      for (const [file, format] of formats)
        files.write(join(folder, file), [feedDocument(format, channel, days)]);
      continue;
    }
    const newest = currentOf(papers);
    const folders = [folder, ...formerlyBelow.map((former) => former.slice(corpus.site.base.length))];
    files.provide(keyFor(['feed', ...folders].join(' '), channel, newest), () => {
      items.release();
      return formats.flatMap(([file, format, bytesOf]) => {
        const parts = documentParts(format, channel, newest, bytesOf);
        return folders.map((each): File => [join(each, file), parts]);
      });
    });
    channel.archiveUrls.forEach((url, index) => {
      // An archive names its neighbours: those that follow later on do not change it.
      const known = { ...channel, archiveUrls: channel.archiveUrls.slice(0, index + 2) };
      const archived = archiveOf(papers, index);
      files.provide(keyFor(`archive ${index}`, known, archived), () => {
        items.release();
        const file = join(folder, url.slice(url.lastIndexOf('/') + 1));
        return [[file, documentParts(atomArchiveFormat(index), known, archived, atomBytes)]];
      });
    });
  }
}

function documentParts(
  { frame, separator }: FeedFormat,
  channel: Channel,
  papers: readonly Entry[],
  bytesOf: (entry: Entry) => Uint8Array,
): (string | Uint8Array)[] {
  const latest = latestDate(papers.map(({ paper }) => ({ date: entryDate(paper) })));
  const [before, after] = frame(channel, latest, papers.length === 0);
  return [before, ...papers.flatMap((entry, index) => [index > 0 ? separator : '', bytesOf(entry)]), after];
}
