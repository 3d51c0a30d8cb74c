import { workerData } from 'node:worker_threads';
import { relate as relateDocuments, type Relations } from '#related/related.ts';
import { TermCoder, type KeptTerms, type RelatedDocument } from '#related/term-coder.ts';
import { buildSearch } from '#search/build-search.ts';
import { DocumentTokenizer, type KeptTokens } from '#search/build/document-tokenizer.ts';
import { searchDocument, type SearchInput } from '../search/search-documents.ts';
import { KeptValue } from './kept-value.ts';
import { takeIdleTimeOnly } from './low-priority.ts';

/** What is compared, what an earlier build found, and the file that keeps the terms of papers, by the same code. */
export interface RelateInput {
  documents: readonly RelatedDocument[];
  known: Relations | undefined;
  termsFile: string;
  code: string;
}

if ((workerData as { idleOnly: boolean }).idleOnly) takeIdleTimeOnly();

/** Compares all papers, in a worker thread. */
export function relate({ documents, known, termsFile, code }: RelateInput): Relations {
  const kept = new KeptValue<KeptTerms>(termsFile);
  const coder = new TermCoder(kept.read(code));
  const relations = relateDocuments(documents, { coder, known });
  if (!coder.isAsKept) kept.write(code, coder.keep());
  return relations;
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
