import { isStorable, retain, store } from './stored.ts';

/**
 * Answers for a file of the search index: from the cache, else from the network into the cache. The names of these
 * files change with their content. Parts of a file (a `Range` of bytes) are kept as parts.
 */
export async function searchFile(request: Request, cache: Cache): Promise<Response> {
  const range = request.headers.get('range');
  const key = range === null ? request.url : `${request.url}?${range}`;
  const part = await cache.match(key);
  if (part) return range === null ? part : partial(part);
  const whole = range === null ? undefined : await cache.match(request.url);
  if (whole) return whole;
  const response = await fetch(request);
  if (response.status === 206) await store(cache, key, new Response(await response.clone().arrayBuffer()));
  else if (isStorable(response)) await store(cache, request.url, response.clone());
  return response;
}

const partial = (part: Response): Response => new Response(part.body, { status: 206 });

/** Deletes the files of earlier indexes, after the manifest of a new one has come. */
export async function dropOldIndex(manifest: Response, cache: Cache): Promise<void> {
  const folder = new URL('.', manifest.url).pathname;
  const names = Object.values((await manifest.json()) as Record<string, unknown>).filter(
    (value) => typeof value === 'string',
  );
  const isCurrent = (path: string): boolean =>
    path === `${folder}manifest.json` || names.some((name) => path.startsWith(folder + name));
  await retain(cache, isCurrent);
}
