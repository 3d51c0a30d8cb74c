import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from './files-below.ts';

/**
 * Copies the files of all parts into the new folder `out` and answers how many there are. Throws when a part is not
 * there, or when two have the same file: then they are not parts of one site.
 */
export function mergeParts(parts: readonly string[], out: string): number {
  let files = 0;
  for (const part of parts) {
    if (!existsSync(part))
      throw new Error(`The part ${part} does not exist. Build it with "digest build --part".`);
    for (const file of filesBelow(part)) {
      const path = relative(part, file);
      const target = join(out, path);
      if (existsSync(target))
        throw new Error(
          `${path} is in ${part} and in another part. Parts of one site share no file: name each part once, ` +
            'and build all of them from the same content.',
        );
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(file, target);
      files += 1;
    }
  }
  return files;
}
