import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Copies the files of all parts into the new folder `out` and answers how many there are. Throws when a part is not
 * there, or when two have the same file: then they are not parts of one site.
 */
export function mergeParts(parts: readonly string[], out: string): number {
  let files = 0;
  for (const part of parts) {
    if (!existsSync(part))
      throw new Error(`The part ${part} does not exist. Build it with "digest build --part".`);
    for (const entry of readdirSync(part, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = relative(part, join(entry.parentPath, entry.name));
      const target = join(out, path);
      if (existsSync(target))
        throw new Error(
          `${path} is in ${part} and in another part. Parts of one site share no file: name each part once, ` +
            'and build all of them from the same content.',
        );
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(entry.parentPath, entry.name), target);
      files += 1;
    }
  }
  return files;
}
