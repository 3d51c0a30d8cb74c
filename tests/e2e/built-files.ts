import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder by its path there, in the order of the paths. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return new Map(paths.sort().map((path) => [path, readFileSync(folder + path)]));
}

/** The paths of files that differ, or that one side lacks. */
export const differences = (a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => {
    const [one, other] = [a.get(path), b.get(path)];
    return one === undefined || other === undefined || !one.equals(other);
  });
