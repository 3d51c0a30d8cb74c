import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FeedSource } from '#sightings/read-feed.ts';

/**
 * The feeds of a content folder: every file below `feeds/`, at any depth, sorted by name; files and folders that
 * start with a dot are left out. Nothing is read before the chunks are.
 */
export function feedSources(folder: string): FeedSource[] {
  const root = join(folder, 'feeds');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((name) => ({
      name,
      chunks: { [Symbol.asyncIterator]: () => createReadStream(join(root, name))[Symbol.asyncIterator]() },
    }));
}
