/** The caches of a site, by what they keep: several sites may share an origin, so the base path is in the names. */
export interface CacheNames {
  shell: string;
  pages: string;
  saved: string;
  files: string;
  search: string;
}

const prefixOf = (base: string): string => `paper-digest ${base} `;

export function cacheNames(base: string): CacheNames {
  const prefix = prefixOf(base);
  return {
    shell: `${prefix}shell`,
    pages: `${prefix}pages`,
    saved: `${prefix}saved`,
    files: `${prefix}files`,
    search: `${prefix}search`,
  };
}

/** Deletes the caches of a site, except those named. */
export async function deleteCaches(
  storage: CacheStorage,
  base: string,
  except: readonly string[] = [],
): Promise<void> {
  const names = await storage.keys();
  const own = names.filter((name) => name.startsWith(prefixOf(base)) && !except.includes(name));
  await Promise.all(own.map((name) => storage.delete(name)));
}
