import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

let known: string | undefined;

/** A digest of all code that makes a site: sources, weights, what the lock file names, and the version of Node. */
export function codeDigest(): string {
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(process.version);
  const filesBelow = (folder: string): string[] =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const lockFile = join(projectRoot, 'package-lock.json');
  for (const file of [lockFile, ...filesBelow('src'), ...filesBelow('scripts/build')].sort())
    digest.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return (known = digest.digest('base64url'));
}
