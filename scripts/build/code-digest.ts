import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

let known: string | undefined;

/** A digest of all that makes a site but its content: sources, weights, what the lock file names, and Node's version. */
export function codeDigest(): string {
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(process.version);
  const filesBelow = (folder: string): string[] =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const files = ['astro.config.mjs', 'package.json', 'package-lock.json'].map((name) =>
    join(projectRoot, name),
  );
  for (const file of [...files, ...['public', 'scripts/build', 'src'].flatMap(filesBelow)].sort())
    digest.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return (known = digest.digest('base64url'));
}
