import { workerData } from 'node:worker_threads';
import { relate as relateDocuments } from '#related/related.ts';
import type { Related, RelatedDocument } from '#related/schema.ts';
import { buildSearch } from '#search/build-search.ts';
import { DocumentTokenizer, type KeptTokens } from '#search/build/document-tokenizer.ts';
import { TermCoder } from '#text/term-coder.ts';
import { searchDocument, type SearchInput } from '../search/search-documents.ts';
import { keptRelationsIn, keptTermsIn } from './kept-relations.ts';
import { KeptValue } from './kept-value.ts';
import { takeIdleTimeOnly } from './low-priority.ts';

/** What is compared, documents of this digest; what is found, and their terms, are kept by the digest of all code. */
export interface RelateInput {
  documents: readonly RelatedDocument[];
  digest: string;
  cacheFolder: string;
  code: string;
}

if ((workerData as { idleOnly: boolean }).idleOnly) takeIdleTimeOnly();

/** Compares all papers, in a worker thread, and keeps what it finds: it is much, and nothing that the others need. */
export function relate({ documents, digest, cacheFolder, code }: RelateInput): Map<string, Related[]> {
  const [keptTerms, keptRelations] = [keptTermsIn(cacheFolder), keptRelationsIn(cacheFolder)];
  const coder = new TermCoder(keptTerms.read(code));
  const relations = relateDocuments(documents, { coder, known: keptRelations.read(code)?.relations });
  if (!coder.isAsKept) keptTerms.write(code, coder.keep());
  keptRelations.write(code, { digest, relations });
  return relations.related;
}

/** What is indexed; and the file that keeps what papers become under a key, with a digest of each by its slug. */
export interface IndexInput {
  papers: readonly SearchInput[];
  kept?: { file: string; key: string; keys: ReadonlyMap<string, string> };
}

/** Indexes all papers for search, in a worker thread; answers the files by their paths. */
export function index({ papers, kept }: IndexInput): Map<string, Uint8Array> {
  const documents = papers.map(searchDocument);
  if (kept === undefined) return buildSearch(documents).files;
  const value = new KeptValue<KeptTokens>(kept.file);
  const tokenizer = new DocumentTokenizer(kept.keys, value.read(kept.key));
  const { files } = buildSearch(documents, undefined, tokenizer);
  value.write(kept.key, tokenizer.keep());
  return files;
}
