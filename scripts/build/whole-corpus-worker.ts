import { workerData } from 'node:worker_threads';
import { relatedPapers } from '#related/related.ts';
import type { Related } from '#related/schema.ts';
import { TermCoder, type KeptTerms, type RelatedDocument } from '#related/term-coder.ts';
import { buildSearch } from '#search/build-search.ts';
import { DocumentTokenizer, type KeptTokens } from '#search/build/document-tokenizer.ts';
import { searchDocument, type SearchInput } from '../search/search-documents.ts';
import { KeptValue } from './kept-value.ts';
import { takeIdleTimeOnly } from './low-priority.ts';

/** What is compared, and the file that keeps the terms of papers between builds by the same code. */
export interface RelateInput {
  documents: readonly RelatedDocument[];
  termsFile: string;
  code: string;
}

if ((workerData as { idleOnly: boolean }).idleOnly) takeIdleTimeOnly();

/** Compares all papers, in a worker thread. */
export function relate({ documents, termsFile, code }: RelateInput): Map<string, Related[]> {
  const kept = new KeptValue<KeptTerms>(termsFile);
  const coder = new TermCoder(kept.read(code));
  const related = relatedPapers(documents, undefined, coder);
  if (!coder.isAsKept) kept.write(code, coder.keep());
  return related;
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
