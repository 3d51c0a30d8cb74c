/** Whether a response is the file that was asked for, so that it may stand in for it later. */
export const isStorable = ({ status, type }: Response): boolean => status === 200 && type === 'basic';

/** Puts a response into a cache; one that was redirected is copied, since browsers refuse such for a navigation. */
export async function store(cache: Cache, key: string, response: Response): Promise<void> {
  const { redirected, body, status, headers } = response;
  try {
    await cache.put(key, redirected ? new Response(body, { status, headers }) : response);
  } catch {
    // Where there is no room left, the page is simply not there offline.
  }
}

/** Deletes the oldest entries of a cache beyond a number, but none whose path is in `except`. */
export async function trim(cache: Cache, maxEntries: number, except: ReadonlySet<string>): Promise<void> {
  const keys = await cache.keys();
  const spare = keys.filter(({ url }) => !except.has(new URL(url).pathname));
  const surplus = spare.slice(0, Math.max(0, spare.length - maxEntries));
  await Promise.all(surplus.map((key) => cache.delete(key)));
}

/** Deletes all entries of a cache whose path does not pass. */
export async function retain(cache: Cache, passes: (path: string) => boolean): Promise<void> {
  for (const key of await cache.keys()) if (!passes(new URL(key.url).pathname)) await cache.delete(key);
}

/** Does something with each item, some at a time. */
export async function inTurns<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const maxConcurrent = 6;
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: maxConcurrent }, work));
}
