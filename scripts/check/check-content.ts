import { accountLines } from '#integrity/account-lines.ts';
import { accountRecords } from '#integrity/account-records.ts';
import type { Finding } from '#integrity/schema.ts';
import { decodedText } from '#sightings/decode.ts';
import { decompressed } from '#sightings/decompress.ts';
import { defaultReadLimits } from '#sightings/limits.ts';
import { readFeed, type FeedSource } from '#sightings/read-feed.ts';
import type { Sighting } from '#sightings/schema.ts';
import type { FeedsConfig } from '#site/schema.ts';
import { feedSources } from '../content/feed-sources.ts';

/** What was read of a content folder, and whether anything was lost on the way. */
export interface ContentCheck {
  findings: Finding[];
  sightings: Sighting[];
  feeds: number;
  lines: number;
}

/** Reads every feed of a content folder twice: as a build does, and as plain lines and records to compare with. */
export async function checkContent(folder: string, configs: FeedsConfig): Promise<ContentCheck> {
  const check: ContentCheck = { findings: [], sightings: [], feeds: 0, lines: 0 };
  for (const source of feedSources(folder)) {
    const { value: feed, messages } = await readFeed(source, configs[source.name]);
    const text = await plainText(source);
    const account = feed.lineRoles === null ? accountRecords : accountLines;
    // One by one: a large feed has more of them than a call takes arguments.
    for (const finding of account(text, feed, messages)) check.findings.push(finding);
    for (const sighting of feed.sightings) check.sightings.push(sighting);
    check.feeds += 1;
    check.lines += feed.lineCount;
  }
  return check;
}

/** The decoded text of a feed, as far as a reader may hold it. */
async function plainText({ chunks }: FeedSource): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of decodedText(
    decompressed(chunks, defaultReadLimits, () => {}),
    () => {},
  )) {
    parts.push(part);
    length += part.length;
    if (length > defaultReadLimits.maxBufferedBytes) break;
  }
  return parts.join('');
}
