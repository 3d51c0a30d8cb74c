import { hash, createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#diagnostics/message.ts';
import { readFeed, type FeedSource } from '#sightings/read-feed.ts';
import type { FeedConfig, ReadFeed } from '#sightings/schema.ts';
import { writeAtomically } from '../fetch/atomic-write.ts';

/** Larger feeds are read each time rather than held in memory a second time. */
const maxBytes = 64e6;

/**
 * Feeds as they were read, kept between builds: a file each, named by a digest of the feed's name and bytes, of what is
 * said of it in `feeds.yaml`, and of the code. Reading a feed takes several times as long as taking it from there.
 */
export class KeptFeeds {
  readonly #folder: string;
  readonly #code: string;
  readonly #known: ReadonlySet<string>;
  readonly #used = new Set<string>();

  /** `code`: a digest of the code that reads. */
  constructor(folder: string, code: string) {
    this.#folder = folder;
    this.#code = code;
    this.#known = new Set(existsSync(folder) ? readdirSync(folder) : []);
  }

  /** What `readFeed` answers. */
  async read(source: FeedSource, config: FeedConfig | undefined): Promise<Result<ReadFeed>> {
    const digest = await digestOf(source);
    if (digest === null) return readFeed(source, config);
    const inputs = JSON.stringify([this.#code, source.name, config, digest]);
    const name = `${hash('sha256', inputs, 'hex').slice(0, 40)}.json`;
    this.#used.add(name);
    return this.#take(name) ?? this.#keep(name, await readFeed(source, config));
  }

  /** Removes the feeds that were not read this time. */
  dropUnused(): void {
    for (const name of this.#known)
      if (!this.#used.has(name)) rmSync(join(this.#folder, name), { force: true });
  }

  #take(name: string): Result<ReadFeed> | undefined {
    if (!this.#known.has(name)) return undefined;
    try {
      return JSON.parse(readFileSync(join(this.#folder, name), 'utf8')) as Result<ReadFeed>;
    } catch {
      // A file that somebody damaged is no reason not to build.
      return undefined;
    }
  }

  #keep(name: string, feed: Result<ReadFeed>): Result<ReadFeed> {
    writeAtomically(join(this.#folder, name), JSON.stringify(feed));
    return feed;
  }
}

/** A digest of the bytes of a feed; null for a large one, and for one that cannot be read, which reading tells. */
async function digestOf({ chunks }: FeedSource): Promise<string | null> {
  const digest = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > maxBytes) return null;
      digest.update(chunk);
    }
  } catch {
    return null;
  }
  return digest.digest('base64url');
}
