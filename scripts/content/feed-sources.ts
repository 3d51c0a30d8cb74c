import { createReadStream, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedSource } from '#sightings/read-feed.ts';

/** What is not seen in a name, or turns it around, where it is shown. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The feeds of a content folder: all below `feeds/`, at any depth, sorted by name; files and folders that start with a
 * dot are left out. Links to files are followed. Invisible characters of a name are shown as U+FFFD. Nothing is read
 * before the chunks are: they throw an error for what is no file, such as a folder that cannot be listed or a link to a
 * folder or to nothing, which is among the feeds since what it stands for would be missed in silence.
 */
export function feedSources(folder: string): FeedSource[] {
  const root = join(folder, 'feeds');
  if (!existsSync(root)) return [];
  return namesBelow(root)
    .sort()
    .map((name) => ({
      name: name.replace(invisible, '\ufffd'),
      chunks: { [Symbol.asyncIterator]: () => chunksOf(join(root, name)) },
    }));
}

/**
 * The names, with `/`, of all in a folder and in those below it, but of folders that can be listed. Node's own
 * recursion follows links to folders.
 */
function namesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return entry.name;
      try {
        return namesBelow(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
      } catch {
        return entry.name;
      }
    });
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const target = statSync(path, { throwIfNoEntry: false });
  if (target === undefined) throw new Error('it is a link to nothing');
  if (target.isDirectory())
    throw new Error(
      lstatSync(path).isSymbolicLink()
        ? 'it is a link to a folder, which is not followed'
        : 'it is a folder that cannot be listed',
    );
  if (!target.isFile()) throw new Error('it is no file');
  yield* createReadStream(path);
}
