import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes the files of the search index below `search/` of the output. */
export function writeSearch(files: ReadonlyMap<string, Uint8Array>, out: string): void {
  for (const [path, bytes] of files) {
    const file = join(out, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
