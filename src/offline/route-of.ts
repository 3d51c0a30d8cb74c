/**
 * How a request is answered: a `page` and other `named` files from the network first, `hashed` files, whose content
 * never changes, from the cache first, and the search index (`index`, `indexed`) likewise. Null: not by the worker.
 */
export type Route = 'page' | 'named' | 'hashed' | 'index' | 'indexed' | null;

/** Decides how to answer a request. `named` are the paths of files with fixed names that the site's pages need. */
export function routeOf(
  { method, url, mode }: Pick<Request, 'method' | 'url' | 'mode'>,
  origin: string,
  base: string,
  named: ReadonlySet<string>,
): Route {
  const { origin: itsOrigin, pathname } = new URL(url);
  if (method !== 'GET' || itsOrigin !== origin || !pathname.startsWith(base)) return null;
  const path = pathname.slice(base.length);
  if (/^(?:_astro|fonts)\//.test(path)) return 'hashed';
  if (path === 'search/manifest.json') return 'index';
  if (/^search\/.+\.bin$/.test(path)) return 'indexed';
  if (path === '' || path.endsWith('/')) return 'page';
  if (named.has(pathname)) return 'named';
  return mode === 'navigate' && !/\.[^/]*$/.test(path) ? 'page' : null;
}
