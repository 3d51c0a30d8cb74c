import { cacheNames } from './cache-names.ts';

/** A page that is in a cache. */
export interface ReadablePage {
  path: string;
  title: string;
}

/**
 * The pages that can be read offline: the site's own (digests first), the saved papers, those visited last; each newest
 * first.
 */
export interface ReadablePages {
  shell: ReadablePage[];
  saved: ReadablePage[];
  visited: ReadablePage[];
}

/** Reads the caches of a site. `base` is its base path. */
export async function readablePages(storage: CacheStorage, base: string): Promise<ReadablePages> {
  const names = cacheNames(base);
  const offlinePage = `${base}offline/`;
  const pagesIn = async (name: string): Promise<ReadablePage[]> => {
    const cache = await storage.open(name);
    const keys = await cache.keys();
    const paths = keys.map(({ url }) => new URL(url).pathname);
    const pages = paths.filter((path) => path.endsWith('/') && path !== offlinePage).reverse();
    return Promise.all(
      pages.map(async (path) => ({ path, title: (await titleOf(await cache.match(path))) ?? path })),
    );
  };
  const [shell, saved, visited] = await Promise.all([names.shell, names.saved, names.pages].map(pagesIn));
  shell!.sort((a, b) => digestsFirst(a.path, b.path));
  return { shell: shell!, saved: saved!, visited: visited! };
}

/** Orders paths: digests, the newest first, and then all others by their letters. */
export function digestsFirst(a: string, b: string): number {
  const [dayA, dayB] = [a, b].map((path) => /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? '');
  if (dayA !== dayB) return dayA! > dayB! ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The title of a page, without the site's name. */
async function titleOf(response: Response | undefined): Promise<string | null> {
  if (response === undefined) return null;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const heading = page.querySelector('meta[property="og:title"]')?.getAttribute('content');
  return heading?.trim() || null;
}
