/**
 * What a service worker is told by the build that made it. All are paths from the root of the host.
 *
 * - `version`: a digest of the contents of everything below, so that the worker's file changes when they do.
 * - `files`: files with the hash of their content in their name, that the pages need.
 * - `pages`: pages and files of fixed name, the recent digests among them.
 */
export interface OfflinePlan {
  base: string;
  version: string;
  files: readonly string[];
  pages: readonly string[];
}

/** What a page tells the worker: the papers that its reader saved, the latest first. */
export interface SavedMessage {
  kind: 'saved';
  slugs: readonly string[];
}

/** Entries that the caches keep at most; the oldest go first. */
export const limits = { pages: 60, saved: 300, files: 200, search: 600 } as const;

/** How long the network may take for a page that is in a cache, in milliseconds. */
export const networkTimeoutMs = 3000;
