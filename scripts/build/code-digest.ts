import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow } from './files-below.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What a site is made by, but for what only reads content and writes files. */
export const codeFolders: readonly string[] = ['public', 'scripts/build', 'scripts/search', 'src'];

let known: string | undefined;

/**
 * A digest of all that makes a site but its content: sources, weights, what the lock file names, and Node's version.
 */
export function codeDigest(): string {
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(process.version);
  const inProject = (name: string): string => join(projectRoot, name);
  const files = [
    ...['astro.config.mjs', 'package.json', 'package-lock.json'].map(inProject),
    ...codeFolders.flatMap((folder) => filesBelow(inProject(folder))),
  ];
  for (const file of files) digest.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return (known = digest.digest('base64url'));
}
