import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { keyOf } from './kept-files.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** A digest of all code that makes a site: sources, weights, what the lock file names, and the version of Node. */
function codeDigest(): string {
  const digest = createHash('sha256').update(process.version);
  const filesBelow = (folder: string): string[] =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const lockFile = join(projectRoot, 'package-lock.json');
  for (const file of [lockFile, ...filesBelow('src'), ...filesBelow('scripts/build')].sort())
    digest.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return digest.digest('base64url');
}

/** Digests of what the files of papers and authors are made from, beside what each adds itself. */
export interface InputDigests {
  /** The code alone. */
  code: string;
  /** The code, the site's configuration and the taxonomy. */
  common: string;
  /** All of a paper but its related papers. */
  paper(entry: Entry): string;
}

export function inputDigests({ site, taxonomy, renderedById }: Corpus): InputDigests {
  const digests = new Map<string, string>();
  const code = codeDigest();
  return {
    code,
    common: keyOf(code, JSON.stringify([site, taxonomy])),
    paper: ({ related: _related, ...entry }) => {
      const { id } = entry.paper;
      let digest = digests.get(id);
      if (digest === undefined)
        digests.set(id, (digest = keyOf(JSON.stringify(entry), JSON.stringify(renderedById.get(id)))));
      return digest;
    },
  };
}
