import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import { syndicationFiles } from '#site/urls.ts';
import { archiveOf, currentOf } from '#syndication/archives.ts';
import { atomArchiveFormat, atomFormat } from '#syndication/atom.ts';
import type { FeedFormat } from '#syndication/feed-document.ts';
import { latestDate } from '#syndication/item-dates.ts';
import { jsonFormat } from '#syndication/json-feed.ts';
import { outgoingFeeds } from '#syndication/outgoing-feeds.ts';
import { rssFormat } from '#syndication/rss.ts';
import type { Channel, FeedItem } from '#syndication/schema.ts';
import type { InputDigests } from './input-digests.ts';
import { type File, keyOf, type KeptFiles } from './kept-files.ts';

/** Provides all outgoing feeds, each in all formats, with its archive. */
export function writeFeeds(corpus: Corpus, digests: InputDigests, files: KeptFiles): void {
  const formats = [
    [syndicationFiles.rss, rssFormat, keptBytes(rssFormat)],
    [syndicationFiles.atom, atomFormat, keptBytes(atomFormat)],
    [syndicationFiles.json, jsonFormat, keptBytes(jsonFormat)],
  ] as const;
  const [, [, , atomBytes]] = formats;
  const keyFor = (what: string, channel: Channel, papers: readonly Entry[]): string =>
    keyOf(digests.common, what, JSON.stringify(channel), ...papers.map(digests.paper));
  // Feeds of this stage's own: what they keep of their items goes when they are written.
  for (const feed of outgoingFeeds(corpus)) {
    const { below, channel, papers } = feed;
    const folder = below.slice(corpus.site.base.length);
    const makeCurrent = (): File[] => {
      const items = feed.current();
      return formats.map(([file, format, bytesOf]) => [
        join(folder, file),
        documentParts(format, channel, items, bytesOf),
      ]);
    };
    if (papers === null) for (const file of makeCurrent()) files.write(...file);
    else files.provide(keyFor('feed', channel, currentOf(papers)), makeCurrent);
    channel.archiveUrls.forEach((url, index) => {
      // An archive names its neighbours: those that follow later on do not change it.
      const known = { ...channel, archiveUrls: channel.archiveUrls.slice(0, index + 2) };
      files.provide(keyFor(`archive ${index}`, known, archiveOf(papers ?? [], index)), () => {
        const file = join(folder, url.slice(url.lastIndexOf('/') + 1));
        return [[file, documentParts(atomArchiveFormat(index), known, feed.archive(index), atomBytes)]];
      });
    });
  }
}

/** The items of a format as bytes, kept as long as the items are: a paper is in several feeds. */
function keptBytes({ item: write }: FeedFormat): (item: FeedItem) => Uint8Array {
  return onceFor((item) => Buffer.from(write(item)));
}

function documentParts(
  { frame, separator }: FeedFormat,
  channel: Channel,
  items: readonly FeedItem[],
  bytesOf: (item: FeedItem) => Uint8Array,
): (string | Uint8Array)[] {
  const [before, after] = frame(channel, latestDate(items), items.length === 0);
  return [before, ...items.flatMap((item, index) => [index > 0 ? separator : '', bytesOf(item)]), after];
}
