import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { defaultBuildLimits, type BuildLimits } from './build/build-limits.ts';
import { cutShards } from './build/cut-shards.ts';
import { cutVocabulary, reverseWords } from './build/cut-vocabulary.ts';
import { DocumentTokenizer } from './build/document-tokenizer.ts';
import { buildFullIndex, type FullIndex } from './build/full-index.ts';
import { orderDocuments } from './build/order-documents.ts';
import { bundleDocuments } from './build/store-documents.ts';
import { formatVersion, wrap, type FileKind } from './format/container.ts';
import { encodeCore, type YearRun } from './format/core.ts';
import { hashedFolder, manifestPath, numberedPath, type Manifest } from './format/manifest.ts';
import type { TermPostings } from './format/term-shard.ts';
import type { VocabularyWord } from './format/vocabulary.ts';
import type { SearchDocument, SearchTopic } from './schema.ts';

/** Every file of the index by its path below the folder of the manifest. */
export interface BuiltSearch {
  files: Map<string, Uint8Array>;
  manifest: Manifest;
}

function compressed(kind: FileKind, payload: Uint8Array): Uint8Array {
  return gzipSync(wrap(kind, payload), { level: 9 });
}

function hashOf(contents: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of contents) hash.update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** Words worth correcting a typo to. In a large corpus a word of a single paper is often a typo itself. */
function correctableWords(
  terms: readonly { term: string; id: number }[],
  index: FullIndex,
  documentCount: number,
): VocabularyWord[] {
  const minDocuments = documentCount < 1000 ? 1 : 2;
  return terms
    .filter(({ term }) => term.length >= 4 && /^\p{L}+$/u.test(term))
    .map(({ term, id }) => ({ term, documents: index.documentCount(id) }))
    .filter(({ documents }) => documents >= minDocuments);
}

/** The topics of the documents, by slug. */
function topicsOf(documents: readonly SearchDocument[]): SearchTopic[] {
  const topics = new Map(documents.flatMap(({ topics }) => topics.map((topic) => [topic.slug, topic])));
  return [...topics.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** What is wanted of the documents; the terms of each are forgotten, but for what the tokenizer keeps. */
function indexDocuments(
  documents: readonly SearchDocument[],
  topics: readonly { slug: string }[],
  tokenizer: DocumentTokenizer,
): { index: FullIndex; years: YearRun[]; stored: Uint8Array[] } {
  const tokenized = tokenizer.tokenize(
    documents,
    topics.map(({ slug }) => slug),
  );
  const ordered = orderDocuments(documents.map((document, i) => ({ document, ...tokenized[i]! })));
  const index = buildFullIndex(
    ordered.documents.map(({ fields }) => fields),
    tokenizer.terms.length,
  );
  return { index, years: ordered.years, stored: ordered.documents.map(({ stored }) => stored) };
}

/** Terms with their postings, which are made when they are asked for. */
function* withPostings(
  terms: readonly { term: string; id: number }[],
  index: FullIndex,
): Generator<{ term: string; postings: TermPostings }> {
  for (const { term, id } of terms) yield { term, postings: index.postings(id) };
}

/**
 * Builds the search index: documents in any order in, files out, byte for byte the same for the same documents,
 * whatever `tokenizer` has kept.
 *
 * @throws Error when two documents have one slug.
 */
export function buildSearch(
  documents: readonly SearchDocument[],
  limits: BuildLimits = defaultBuildLimits,
  tokenizer = new DocumentTokenizer(),
): BuiltSearch {
  if (new Set(documents.map(({ slug }) => slug)).size < documents.length) {
    throw new Error('Search cannot index two papers with the same slug: slugs must be made unique before.');
  }
  const topics = topicsOf(documents);
  const { index, years, stored } = indexDocuments(documents, topics, tokenizer);
  const terms = tokenizer.terms
    .map((term, id) => ({ term, id }))
    .filter(({ id }) => index.documentCount(id) > 0)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  const words = correctableWords(terms, index, documents.length);
  const shards = cutShards(withPostings(terms, index), limits);
  const forward = cutVocabulary(words, limits.maxWordsPerFile);
  const backward = cutVocabulary(reverseWords(words), limits.maxWordsPerFile);
  const bundles = bundleDocuments(stored, limits.documentsPerBundle);

  const core = compressed(
    'core',
    encodeCore({
      averageLengths: index.averageLengths,
      years,
      termLabels: shards.map(({ label }) => label),
      wordLabels: forward.map(({ label }) => label),
      reversedWordLabels: backward.map(({ label }) => label),
      documentsPerBundle: limits.documentsPerBundle,
      slotBytes: bundles.map(({ slotBytes }) => slotBytes),
      topics,
    }),
  );
  const files = new Map<string, Uint8Array>();
  const addFolder = (name: string, contents: readonly Uint8Array[]): string => {
    const folder = `${hashedFolder}${name}-${hashOf(contents)}`;
    contents.forEach((bytes, i) => files.set(numberedPath(folder, i), bytes));
    return folder;
  };
  const manifest: Manifest = {
    format: 'paper-digest-search',
    version: formatVersion,
    documentCount: documents.length,
    core: `${hashedFolder}core-${hashOf([core])}.bin`,
    terms: addFolder(
      'terms',
      shards.map(({ payload }) => compressed('terms', payload)),
    ),
    words: addFolder(
      'words',
      [...forward, ...backward].map(({ payload }) => compressed('vocabulary', payload)),
    ),
    documents: addFolder(
      'documents',
      bundles.map(({ bytes }) => bytes),
    ),
  };
  files.set(manifest.core, core);
  files.set(manifestPath, new TextEncoder().encode(`${JSON.stringify(manifest)}\n`));
  return { files, manifest };
}
