import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Corpus } from '#corpus/corpus.ts';
import { buildSearch } from '#search/build-search.ts';
import { searchDocuments } from '../search/search-documents.ts';

/** Writes the search index of a corpus below `search/` of the output. */
export function writeSearch(corpus: Corpus, out: string): void {
  for (const [path, bytes] of buildSearch(searchDocuments(corpus)).files) {
    const file = join(out, 'search', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
