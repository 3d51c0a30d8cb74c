import { workerData } from 'node:worker_threads';
import { relate as relateDocuments, type Relations } from '#related/related.ts';
import type { Related } from '#related/schema.ts';
import { TermCoder, type KeptTerms, type RelatedDocument } from '#related/term-coder.ts';
import { buildSearch } from '#search/build-search.ts';
import { DocumentTokenizer, type KeptTokens } from '#search/build/document-tokenizer.ts';
import { searchDocument, type SearchInput } from '../search/search-documents.ts';
import { KeptValue } from './kept-value.ts';
import { takeIdleTimeOnly } from './low-priority.ts';

/** What is found of documents, and a digest of them all. */
export interface KeptRelations {
  digest: string;
  relations: Relations;
}

/**
 * What is compared, and the files that keep what is found, for documents of this digest, and the terms of papers; both by
 * the digest of all code.
 */
export interface RelateInput {
  documents: readonly RelatedDocument[];
  digest: string;
  relationsFile: string;
  termsFile: string;
  code: string;
}

if ((workerData as { idleOnly: boolean }).idleOnly) takeIdleTimeOnly();

/** Compares all papers, in a worker thread, and keeps what it finds: it is much, and nothing that the others need. */
export function relate({
  documents,
  digest,
  relationsFile,
  termsFile,
  code,
}: RelateInput): Map<string, Related[]> {
  const [keptTerms, keptRelations] = [
    new KeptValue<KeptTerms>(termsFile),
    new KeptValue<KeptRelations>(relationsFile),
  ];
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
