const origin = 'https://papers.example.org';

/** A cache of the browser's interface, as far as the worker uses it, that keeps entries in the order of putting. */
export function memoryCache(paths: readonly string[] = []): Cache {
  const entries = new Map<string, Response>();
  const urlOf = (key: RequestInfo | URL): string =>
    new URL(key instanceof Request ? key.url : String(key), origin).href;
  const cache = {
    match: async (key: RequestInfo) => entries.get(urlOf(key))?.clone(),
    put: async (key: RequestInfo, response: Response) => {
      entries.delete(urlOf(key));
      entries.set(urlOf(key), response);
    },
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
    delete: async (key: RequestInfo) => entries.delete(urlOf(key)),
  };
  for (const path of paths) entries.set(urlOf(path), new Response(path));
  return cache as unknown as Cache;
}

/** The paths of what a cache holds, with their queries. */
export async function pathsIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => url.slice(origin.length));
}
