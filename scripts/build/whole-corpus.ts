import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Corpus } from '#corpus/corpus.ts';
import { relatedDocuments } from '#corpus/relate.ts';
import type { Related } from '#related/schema.ts';
import { searchDocuments } from '../search/search-documents.ts';

/**
 * The stages that look at all papers at once and that pages do not wait for: they run in worker threads while the
 * pages are laid out. `withSearch`: whether there is a search index to make. Call `close` when both are settled.
 */
export function startWholeCorpusStages(
  corpus: Corpus,
  withSearch: boolean,
): {
  related: Promise<Map<string, Related[]>>;
  searchFiles: Promise<Map<string, Uint8Array>>;
  close(): Promise<void>;
} {
  const pool = new Piscina({
    filename: new URL('./whole-corpus-worker.ts', import.meta.url).href,
    // One thread less than there are processors, since the pages take one. Related papers are wanted first.
    maxThreads: Math.min(2, Math.max(1, availableParallelism() - 1)),
  });
  const related = pool.run(relatedDocuments(corpus), { name: 'relate' });
  const searchFiles: Promise<Map<string, Uint8Array>> = withSearch
    ? pool.run(searchDocuments(corpus), { name: 'index' })
    : Promise.resolve(new Map());
  // A failure is told where the result is awaited; until then it must not end the process.
  for (const stage of [related, searchFiles]) stage.catch(() => {});
  return { related, searchFiles, close: () => pool.destroy() };
}
