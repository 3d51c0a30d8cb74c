import { cacheNames, deleteCaches } from './cache-names.ts';
import { keepSaved } from './keep-saved.ts';
import { networkFirst } from './network-first.ts';
import { routeOf } from './route-of.ts';
import { limits, networkTimeoutMs, type OfflinePlan, type SavedMessage } from './schema.ts';
import { dropOldIndex, searchFile } from './search-files.ts';
import { inTurns, isStorable, retain, store, trim } from './stored.ts';

/** Written before this code by the build. */
declare const offlinePlan: OfflinePlan;
declare const self: ServiceWorkerGlobalScope;

const { base, files, pages } = offlinePlan;
const names = cacheNames(base);
const shellPaths = new Set(pages);
const offlinePage = `${base}offline/`;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const { kind, slugs } = event.data as SavedMessage;
  if (kind === 'saved') event.waitUntil(keepSaved(slugs, base, names));
});
self.addEventListener('fetch', (event) => {
  const route = routeOf(event.request, self.location.origin, base, shellPaths);
  if (route === 'page') event.respondWith(page(event));
  else if (route === 'named') event.respondWith(fresh(event, names.shell));
  else if (route === 'index') event.respondWith(fresh(event, names.search));
  else if (route === 'hashed') event.respondWith(hashed(event));
  else if (route === 'indexed') event.respondWith(indexed(event));
});

/** Pages come last, so that no stored page asks for a file that is not there. */
async function install(): Promise<void> {
  const fileCache = await caches.open(names.files);
  await inTurns(files, async (path) => {
    if (!(await fileCache.match(path))) await fileCache.add(path);
  });
  const shell = await caches.open(names.shell);
  await inTurns(pages, async (path) => {
    const response = await fetch(path, { cache: 'no-cache' });
    if (!isStorable(response))
      throw new Error(`${path} cannot be kept: the server answers ${response.status}.`);
    await store(shell, path, response);
  });
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  await deleteCaches(caches, base, Object.values(names));
  await retain(await caches.open(names.shell), (path) => shellPaths.has(path));
  // Files of earlier versions stay for the stored pages that ask for them.
  await trim(await caches.open(names.files), limits.files, new Set(files));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function page(event: FetchEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  const holder = await holderOf(pathname);
  try {
    return await fresh(event, holder, pathname);
  } catch (error) {
    const offline = event.request.mode === 'navigate' && (await caches.match(offlinePage));
    if (!offline) throw error;
    return new Response(offline.body, { status: 503, headers: offline.headers });
  }
}

/** The cache that a page is in, or goes into. */
async function holderOf(path: string): Promise<string> {
  for (const name of [names.shell, names.saved]) if (await (await caches.open(name)).match(path)) return name;
  return names.pages;
}

/** From the network first, into a cache. */
async function fresh(event: FetchEvent, cacheName: string, key = event.request.url): Promise<Response> {
  const cache = await caches.open(cacheName);
  const network = fromNetwork(event);
  const kept = network.then(async (response) => {
    if (!isStorable(response)) return;
    await store(cache, key, response.clone());
    if (cacheName === names.search) await dropOldIndex(response.clone(), cache);
    if (cacheName === names.pages) await trim(cache, limits.pages, new Set());
  });
  event.waitUntil(kept.catch(() => {}));
  const answer = await networkFirst(network, await cache.match(key), networkTimeoutMs);
  return answer.clone();
}

async function fromNetwork(event: FetchEvent): Promise<Response> {
  const preloaded = (await event.preloadResponse) as Response | undefined;
  return preloaded ?? fetch(event.request);
}

async function hashed({ request }: FetchEvent): Promise<Response> {
  const cache = await caches.open(names.files);
  const stored = await cache.match(request.url);
  if (stored) return stored;
  const response = await fetch(request);
  if (isStorable(response)) await store(cache, request.url, response.clone());
  return response;
}

async function indexed(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(names.search);
  const response = await searchFile(event.request, cache);
  event.waitUntil(trim(cache, limits.search, new Set([`${base}search/manifest.json`])));
  return response;
}
