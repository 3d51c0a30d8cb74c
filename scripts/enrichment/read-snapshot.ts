import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { RecordMatcher } from '#enrichment/record-matcher.ts';
import type { ArxivRecord } from '#enrichment/schema.ts';
import { readSightings } from '#sightings/read-feed.ts';
import type { FeedSource } from '#sightings/read-feed.ts';
import type { Sighting } from '#sightings/schema.ts';
import { CallError } from '../commands/call-error.ts';
import { writeMessages } from '../commands/write-messages.ts';

/**
 * Offers every record of a snapshot of arXiv's metadata (JSON lines, gzip accepted, of any length) to a matcher, and
 * answers how many there were; what is wrong with some goes to standard error. Throws a `CallError` when the file
 * cannot be read or has no arXiv records.
 */
export async function offerSnapshot(file: string, matcher: RecordMatcher): Promise<number> {
  if (!existsSync(file))
    throw new CallError(`${file} does not exist: a file of arXiv metadata as JSON lines is expected.`);
  if (statSync(file).isDirectory())
    throw new CallError(`${file} is a folder: a file of arXiv metadata as JSON lines is expected.`);
  let count = 0;
  const { messages } = await readArxivRecords(
    { name: basename(file), chunks: createReadStream(file) },
    (record) => {
      count += 1;
      matcher.offer(record);
    },
  );
  writeMessages(messages);
  if (count > 0) return count;
  const error = messages.find(({ severity }) => severity === 'error');
  throw new CallError(
    `${file} has no arXiv records (${error?.text ?? 'no line has an id'}): JSON lines {id, title, abstract, …} are expected.`,
  );
}

/** Hands over every arXiv record of a feed of any format. */
export function readArxivRecords(source: FeedSource, onRecord: (record: ArxivRecord) => void) {
  return readSightings(source, {}, (sighting: Sighting) => {
    const { arxivId, title, abstract, authors, categories, published, doi } = sighting;
    if (arxivId !== null) onRecord({ arxivId, title, abstract, authors, categories, published, doi });
  });
}
