import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder and in those below it, sorted; each begins with `folder`. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/**
 * Visits all in a folder and below it but folders, and folders with nothing in them, by paths below the folder, in no
 * order; links are not followed. Takes a third of the time that a sorted list takes.
 */
export function eachPathBelow(folder: string, visit: (path: string, isFolder: boolean) => void): void {
  const walk = (path: string): void => {
    const entries = readdirSync(`${folder}/${path}`, { withFileTypes: true });
    if (entries.length === 0) visit(path, true);
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(below);
      else visit(below, false);
    }
  };
  walk('');
}
