import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { onceFor } from '#memo/once-for.ts';
import { syndicationFiles } from '#site/urls.ts';
import { atomArchiveFormat, atomFormat } from '#syndication/atom.ts';
import type { FeedFormat } from '#syndication/feed-document.ts';
import { feedsOf } from '#syndication/feeds-of.ts';
import { latestDate } from '#syndication/item-dates.ts';
import { jsonFormat } from '#syndication/json-feed.ts';
import { rssFormat } from '#syndication/rss.ts';
import type { Channel, FeedItem } from '#syndication/schema.ts';
import { PartsWriter } from './parts-writer.ts';

/** Writes all outgoing feeds into `out`, each in all formats, with its archive. */
export function writeFeeds(corpus: Corpus, out: string): void {
  const formats = [
    [syndicationFiles.rss, rssFormat, keptBytes(rssFormat)],
    [syndicationFiles.atom, atomFormat, keptBytes(atomFormat)],
    [syndicationFiles.json, jsonFormat, keptBytes(jsonFormat)],
  ] as const;
  const [, [, , atomBytes]] = formats;
  const writer = new PartsWriter();
  for (const feed of feedsOf(corpus)) {
    const { below, channel } = feed;
    const folder = join(out, below.slice(corpus.site.base.length));
    mkdirSync(folder, { recursive: true });
    const current = feed.current();
    for (const [file, format, bytesOf] of formats)
      writeDocument(writer, join(folder, file), format, channel, current, bytesOf);
    channel.archiveUrls.forEach((url, index) => {
      const file = join(folder, url.slice(url.lastIndexOf('/') + 1));
      writeDocument(writer, file, atomArchiveFormat(index), channel, feed.archive(index), atomBytes);
    });
  }
}

/** The items of a format as bytes, kept as long as the items are: a paper is in several feeds. */
function keptBytes({ item: write }: FeedFormat): (item: FeedItem) => Uint8Array {
  return onceFor((item) => Buffer.from(write(item)));
}

function writeDocument(
  writer: PartsWriter,
  file: string,
  { frame, separator }: FeedFormat,
  channel: Channel,
  items: readonly FeedItem[],
  bytesOf: (item: FeedItem) => Uint8Array,
): void {
  const [before, after] = frame(channel, latestDate(items), items.length === 0);
  const parts: (string | Uint8Array)[] = [before];
  items.forEach((item, index) => {
    if (index > 0) parts.push(separator);
    parts.push(bytesOf(item));
  });
  writer.write(file, [...parts, after]);
}
