import { gzipSync } from 'node:zlib';
import { accountLines } from '#integrity/account-lines.ts';
import { accountRecords } from '#integrity/account-records.ts';
import { traceSightings } from '#integrity/trace-sightings.ts';
import { mergeSightings } from '#papers/merge.ts';
import { decodedText } from '#sightings/decode.ts';
import { decompressed } from '#sightings/decompress.ts';
import { defaultReadLimits } from '#sightings/limits.ts';
import { readFeed } from '#sightings/read-feed.ts';
import { sightingSchema } from '#sightings/schema.ts';
import { endlessRepeats, mutateBytes } from './mutate.ts';
import { promise, type Target } from './target.ts';

/** Every reader, and merging: nothing throws, nothing is lost, every sighting follows its schema. */
export function readerTarget(feeds: readonly Uint8Array[]): Target {
  return {
    name: 'readers',
    make(random) {
      const bytes = mutateBytes(random.pick(feeds), random, endlessRepeats);
      return random.below(20) === 0 ? mutateBytes(gzipSync(bytes), random, endlessRepeats) : bytes;
    },
    async run(input) {
      const chunks = [Buffer.from(input)];
      const { value: feed, messages } = await readFeed({ name: 'fuzz', chunks });
      for (const sighting of feed.sightings) sightingSchema.parse(sighting);
      const parts: string[] = [];
      for await (const part of decodedText(
        decompressed(chunks, defaultReadLimits, () => {}),
        () => {},
      ))
        parts.push(part);
      const account = feed.lineRoles === null ? accountRecords : accountLines;
      const lost = account(parts.join(''), feed, messages);
      promise(lost.length === 0, `no line or record is lost (${JSON.stringify(lost[0])})`);
      const traced = traceSightings(feed.sightings, mergeSightings(feed.sightings).value);
      promise(traced.length === 0, `merging keeps each sighting once (${JSON.stringify(traced[0])})`);
    },
  };
}
