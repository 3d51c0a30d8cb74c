import { deflateRawSync } from 'node:zlib';
import { documentJson, encodeBundle, maxDocumentBytes } from '#search/format/document-bundle.ts';
import type { SearchDocument, StoredDocument } from '#search/schema.ts';

/**
 * Authors that a result keeps, to find names among them. Those of 499 in 500 of Hugging Face's daily papers are all
 * kept; a list of thousands would widen the slots of all its neighbours.
 */
const maxStoredAuthors = 200;

/** Working memory for a text of a few kB; allocating more takes longer than compressing. */
const deflateOptions = { level: 9, windowBits: 12, memLevel: 6, chunkSize: 4096 };

/**
 * A document as its slot in a bundle has it, compressed. One that is too large for a slot, such as by hundreds of long
 * names, is without authors, and without its abstract if that is still too large: it is found all the same.
 */
export function storeDocument(
  document: SearchDocument,
  topicIndexes: ReadonlyMap<string, number>,
): Uint8Array {
  const whole: StoredDocument = {
    slug: document.slug,
    title: document.title,
    abstract: document.abstract,
    authors: document.authors.slice(0, maxStoredAuthors),
    authorCount: document.authors.length,
    byline: document.byline,
    topics: document.topics.map(({ slug }) => topicIndexes.get(slug) ?? 0),
    seen: document.seen,
    published: document.published,
    hasCode: document.hasCode,
    upvotes: document.upvotes,
  };
  let stored = compressed(whole);
  if (stored.length > maxDocumentBytes) stored = compressed({ ...whole, authors: [] });
  if (stored.length > maxDocumentBytes) stored = compressed({ ...whole, authors: [], abstract: [] });
  return stored;
}

// A copy: what zlib returns holds on to its whole working buffer.
const compressed = (document: StoredDocument): Uint8Array =>
  new Uint8Array(deflateRawSync(documentJson(document), deflateOptions));

/** Bundles of stored documents in the order of their numbers. */
export function bundleDocuments(
  stored: readonly Uint8Array[],
  documentsPerBundle: number,
): { bytes: Uint8Array; slotBytes: number }[] {
  const bundles: { bytes: Uint8Array; slotBytes: number }[] = [];
  for (let start = 0; start < stored.length; start += documentsPerBundle) {
    bundles.push(encodeBundle(stored.slice(start, start + documentsPerBundle)));
  }
  return bundles;
}
