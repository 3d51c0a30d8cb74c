/** How many entries a feed has at most, and an archive document exactly. */
export const itemsPerDocument = 100;

/** The newest entries: the document that readers ask for again and again. */
export function currentOf<T>(newestFirst: readonly T[]): T[] {
  return newestFirst.slice(0, itemsPerDocument);
}

/**
 * How many archive documents (RFC 5005, section 4) a feed of `count` entries has: together with the current one they
 * have every entry. A feed that fits one document has none.
 */
export function archiveCount(count: number): number {
  return count > itemsPerDocument ? Math.floor(count / itemsPerDocument) : 0;
}

/** The entries of an archive document, newest first. Cut from the oldest entry on, so that new ones change none. */
export function archiveOf<T>(newestFirst: readonly T[], index: number): T[] {
  const end = newestFirst.length - index * itemsPerDocument;
  return newestFirst.slice(end - itemsPerDocument, end);
}
