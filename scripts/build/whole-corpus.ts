import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { Corpus } from '#corpus/corpus.ts';
import { manyPapers } from '#corpus/many-papers.ts';
import { relatedDocuments } from '#corpus/relate.ts';
import type { Related } from '#related/schema.ts';
import { searchInputs } from '../search/search-documents.ts';
import type { InputDigests } from './input-digests.ts';
import { keptRelationsIn, type KeptRelations } from './kept-relations.ts';
import type { IndexInput, RelateInput } from './whole-corpus-worker.ts';

/** What a build is to find out of all papers at once, and where it keeps it for the next one. */
export interface WholeCorpusOptions {
  withSearch: boolean;
  cacheFolder: string;
  digests: InputDigests;
  /** Whether they are to take only what the pages leave of the processors. */
  idleOnly: boolean;
}

/**
 * The stages that look at all papers at once and that pages do not wait for: they run in worker threads while the
 * pages are laid out. What is related is not found out again when no paper changed. Call `close` when both are settled.
 */
export function startWholeCorpusStages(
  corpus: Corpus,
  { withSearch, cacheFolder, digests, idleOnly }: WholeCorpusOptions,
): {
  related: Promise<Map<string, Related[]>>;
  searchFiles: Promise<Map<string, Uint8Array>>;
  close(): Promise<void>;
} {
  // A thread for each: what comparing left in the memory of its own is gone when the index is made.
  const [relating, indexing] = [0, 1].map(
    () =>
      new Piscina({
        filename: new URL('./whole-corpus-worker.ts', import.meta.url).href,
        minThreads: 0,
        maxThreads: 1,
        workerData: { idleOnly },
      }),
  ) as [Piscina, Piscina];
  const known = keptRelationsIn(cacheFolder).read(digests.code);
  const related = relate(corpus, known, (input) =>
    relating
      .run({ ...input, cacheFolder, code: digests.code }, { name: 'relate' })
      .finally(() => relating.destroy()),
  );
  // The pages take one of the processors. Related papers are wanted first, and texts for search are made when they can
  // be taken, not to wait. Where few papers are compared anew both are done before the pages are, if both begin at
  // once.
  const areFew = known !== undefined && corpus.entries.length <= manyPapers;
  const free = areFew || availableParallelism() > 2 ? Promise.resolve() : related.catch(() => {});
  const searchFiles: Promise<Map<string, Uint8Array>> = withSearch
    ? free.then(() => indexing.run(indexInput(corpus, cacheFolder, digests), { name: 'index' }))
    : Promise.resolve(new Map());
  // A failure is told where the result is awaited; until then it must not end the process.
  for (const stage of [related, searchFiles]) stage.catch(() => {});
  const close = async (): Promise<void> => {
    await Promise.all([relating.destroy(), indexing.destroy()]);
  };
  return { related, searchFiles, close };
}

/** Tokenised papers are kept where that costs no memory that is wanted. */
function indexInput(corpus: Corpus, cacheFolder: string, digests: InputDigests): IndexInput {
  const papers = searchInputs(corpus);
  if (papers.length > manyPapers) return { papers };
  const keys = new Map(corpus.entries.map((entry) => [entry.paper.slug, digests.paper(entry)]));
  return { papers, kept: { file: join(cacheFolder, 'search-tokens'), key: digests.common, keys } };
}

async function relate(
  corpus: Corpus,
  known: KeptRelations | undefined,
  run: (input: Pick<RelateInput, 'documents' | 'digest'>) => Promise<Map<string, Related[]>>,
): Promise<Map<string, Related[]>> {
  const documents = relatedDocuments(corpus);
  const digest = digestOf(documents);
  return known?.digest === digest ? known.relations.related : run({ documents, digest });
}

/** A digest of texts, one after the other: all of them as one text would take half a gigabyte for 100,000 papers. */
function digestOf(documents: RelateInput['documents']): string {
  const digest = createHash('sha256');
  for (const document of documents) digest.update(JSON.stringify(document));
  return digest.digest('base64url');
}
