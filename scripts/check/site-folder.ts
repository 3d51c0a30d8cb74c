import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readPage } from '#integrity/read-page.ts';

/**
 * The files of a built site, and where its addresses lead.
 *
 * - `files`: paths below `root`, with `/`. `base`: the path it was built for. `origin`: of its canonical addresses.
 */
export interface SiteFolder {
  root: string;
  files: ReadonlySet<string>;
  origin: string;
  base: string;
}

/** Lists a built site; what it was built for is told by the canonical address of its front page. */
export function openSite(root: string): SiteFolder {
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
  const home = files.has('index.html') ? homeOf(root) : null;
  return { root, files, origin: home?.origin ?? 'https://site.invalid', base: home?.pathname ?? '/' };
}

/** The address that a built site has its front page at, as that says itself; null when it does not. */
export function homeOf(root: string): URL | null {
  return URL.parse(readPage(readFileSync(join(root, 'index.html'), 'utf8')).canonical ?? '');
}

/**
 * The file that an address leads to, seen from a page (a path below the site); null when it leads out of the site, and
 * undefined when there is no such file.
 */
export function fileAt(site: SiteFolder, address: string, from: string): string | null | undefined {
  const url = URL.parse(address, `${site.origin}${site.base}${from.replace(/index\.html$/, '')}`);
  if (url === null) return undefined;
  if (url.origin !== site.origin) return null;
  if (!url.pathname.startsWith(site.base)) return undefined;
  const path = decoded(url.pathname.slice(site.base.length));
  if (path === undefined) return undefined;
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return site.files.has(file) ? file : undefined;
}

/** A part of an address without its percent signs; undefined where these stand for no characters. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
