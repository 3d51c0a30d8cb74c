import { createReadStream, existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FeedSource } from '#sightings/read-feed.ts';

/** What is not seen in a name, or turns it around, where it is shown. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The feeds of a content folder: every file below `feeds/`, at any depth, sorted by name; files and folders that
 * start with a dot are left out. Links to files are followed; a link to a folder, or to nothing, throws an error, since
 * what it stands for would be missed in silence. Invisible characters of a name are shown as U+FFFD. Nothing is read before the chunks are.
 */
export function feedSources(folder: string): FeedSource[] {
  const root = join(folder, 'feeds');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && isLinkedFile(entry)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((name) => ({
      name: name.replace(invisible, '\ufffd'),
      chunks: { [Symbol.asyncIterator]: () => createReadStream(join(root, name))[Symbol.asyncIterator]() },
    }));
}

function isLinkedFile({ parentPath, name }: Dirent): boolean {
  if (name.startsWith('.')) return false;
  const path = join(parentPath, name);
  const target = statSync(path, { throwIfNoEntry: false });
  if (target?.isFile()) return true;
  throw new Error(
    `${path} is a link to ${target === undefined ? 'nothing' : 'a folder, which is not followed'}. Put files, or links to files, into feeds.`,
  );
}
