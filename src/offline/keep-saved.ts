import type { CacheNames } from './cache-names.ts';
import { limits } from './schema.ts';
import { inTurns, isStorable, retain, store } from './stored.ts';

/**
 * Makes the cache of saved papers hold just these: adds what is missing, as far as it can be had, and lets others go.
 */
export async function keepSaved(slugs: readonly string[], base: string, names: CacheNames): Promise<void> {
  const paths = slugs.slice(0, limits.saved).map((slug) => `${base}papers/${slug}/`);
  const cache = await caches.open(names.saved);
  const wanted = new Set(paths);
  await retain(cache, (path) => wanted.has(path));
  await inTurns(paths, async (path) => {
    if (await cache.match(path)) return;
    const response = await fetch(path).catch(() => null);
    if (response !== null && isStorable(response)) await store(cache, path, response);
  });
}
