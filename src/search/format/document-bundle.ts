import { SearchFormatError } from './format-error.ts';
import { decompress } from './container.ts';
import type { StoredDocument } from '#search/schema.ts';

/** Slots are whole multiples of this, so that their sizes compress well. */
export const slotUnitBytes = 16;

/** The most bytes of a document: its slot says how many they are in two. */
export const maxDocumentBytes = 0xffff;

/**
 * A bundle is a row of slots of equal size, so that a document can be fetched alone by an HTTP range; a slot is the
 * size of the document (two bytes, little-endian), the document (JSON, raw deflate), and zeros.
 *
 * @throws RangeError for a document of more than `maxDocumentBytes`.
 */
export function encodeBundle(documents: readonly Uint8Array[]): { bytes: Uint8Array; slotBytes: number } {
  const largest = 2 + Math.max(...documents.map((document) => document.length));
  if (largest - 2 > maxDocumentBytes)
    throw new RangeError(`A stored document of ${largest - 2} bytes does not fit its slot.`);
  const slotBytes = Math.ceil(largest / slotUnitBytes) * slotUnitBytes;
  const bytes = new Uint8Array(slotBytes * documents.length);
  documents.forEach((document, i) => {
    bytes[i * slotBytes] = document.length & 255;
    bytes[i * slotBytes + 1] = document.length >> 8;
    bytes.set(document, i * slotBytes + 2);
  });
  return { bytes, slotBytes };
}

/** @throws SearchFormatError that names `path`. */
export async function decodeSlot(slot: Uint8Array, path: string): Promise<StoredDocument> {
  const length = (slot[0] ?? 0) + (slot[1] ?? 0) * 256;
  if (length === 0 || length + 2 > slot.length) {
    throw new SearchFormatError(`The search file ${path} is damaged or was cut off on its way.`);
  }
  try {
    const json = new TextDecoder().decode(await decompress(slot.subarray(2, 2 + length), 'deflate-raw'));
    const [slug, title, abstract, authors, authorCount, byline, topics, seen, published, code, upvotes] =
      JSON.parse(json);
    return {
      slug,
      title,
      abstract,
      authors,
      authorCount,
      byline,
      topics,
      seen,
      published,
      hasCode: code === 1,
      upvotes: upvotes ?? null,
    };
  } catch {
    throw new SearchFormatError(`The search file ${path} is damaged or was cut off on its way.`);
  }
}

/** The JSON of a stored document; `decodeSlot` reads it back. */
export function documentJson(document: StoredDocument): string {
  const { slug, title, abstract, authors, authorCount, byline, topics, seen, published } = document;
  return JSON.stringify([
    slug,
    title,
    abstract,
    authors,
    authorCount,
    byline,
    topics,
    seen,
    published,
    document.hasCode ? 1 : 0,
    ...(document.upvotes === null ? [] : [document.upvotes]),
  ]);
}
