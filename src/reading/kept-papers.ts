import type { SavedPaper } from './saved-paper.ts';

/** A paper as its page told of it at a time, in milliseconds since 1970. */
export interface KeptPaper extends SavedPaper {
  readAt: number;
}

const cacheName = (base: string): string => `paper-digest.papers ${base}`;

/**
 * The code that reads and shows papers is one file, named by its content: no other version meets what this one kept.
 */
const entry = import.meta.url;

/** The papers that were kept by `keepPapers`; none where the browser keeps nothing (private windows, plain HTTP). */
export async function keptPapers(base: string): Promise<KeptPaper[]> {
  try {
    const response = await (await caches.open(cacheName(base))).match(entry);
    return response === undefined ? [] : ((await response.json()) as KeptPaper[]);
  } catch {
    return [];
  }
}

/** Keeps these papers, and no others, in this browser for the site with this base path. */
export async function keepPapers(base: string, papers: readonly KeptPaper[]): Promise<void> {
  try {
    const cache = await caches.open(cacheName(base));
    const former = (await cache.keys()).filter(({ url }) => url !== entry);
    await cache.put(entry, new Response(JSON.stringify(papers)));
    await Promise.all(former.map((key) => cache.delete(key)));
  } catch {
    // Without room for them, papers are read from their pages again.
  }
}
