import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FeedSource } from '#sightings/read-feed.ts';

/** What is not seen in a name, or turns it around, where it is shown. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The feeds of a content folder: every file below `feeds/`, at any depth, sorted by name; files and folders that
 * start with a dot are left out. Invisible characters of a name are shown as U+FFFD. Nothing is read before the chunks are.
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
      name: name.replace(invisible, '\ufffd'),
      chunks: { [Symbol.asyncIterator]: () => createReadStream(join(root, name))[Symbol.asyncIterator]() },
    }));
}
