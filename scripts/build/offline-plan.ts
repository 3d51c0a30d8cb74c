import { createHash } from 'node:crypto';
import type { OfflinePlan } from '#offline/schema.ts';
import { mathFontFolder, mathFontsOf } from '#site/math-fonts.ts';
import type { SiteFiles } from './site-files.ts';

/** Digests that are kept, and the bytes that all of them may have together. */
const recentDigests = 7;
const maxDigestBytes = 3e6;

/** Pages that are kept whatever the site holds, and files of fixed name that pages ask for. */
const ownPages = ['', 'offline/', 'search/', 'saved/', 'dates/', 'topics/', 'subscribe/'];
const ownFiles = ['site.css', 'math.css', 'theme.js', 'favicon.svg', 'manifest.webmanifest'];

/** Decides from the files of a built site what is to be kept offline. */
export function offlinePlan(base: string, site: SiteFiles): OfflinePlan {
  const read = (path: string): Buffer => site.read(path.endsWith('/') || path === '' ? fileOf(path) : path);
  const pages = [...ownPages.filter((path) => site.has(fileOf(path))), ...digestPages(site)];
  const html = pages.map((path) => read(path).toString()).join('\n');
  const files = site
    .namesIn('_astro')
    .filter((name) => /\.(?:js|css)$/.test(name) || /-latin-wght-.*\.woff2$/.test(name))
    .map((name) => `_astro/${name}`);
  files.push(...mathFontsOf(html).map((file) => mathFontFolder + file));
  const kept = [...pages, ...ownFiles].sort();
  files.sort();
  const hash = createHash('sha256').update(JSON.stringify([files, kept]));
  for (const path of kept) hash.update(read(path));
  const at = (path: string): string => base + path;
  return { base, version: hash.digest('hex').slice(0, 12), files: files.map(at), pages: kept.map(at) };
}

/** The pages of the latest digests, newest first, as far as there is room. */
function digestPages(site: SiteFiles): string[] {
  const days = site.namesIn('dates').filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  const newest = days.sort().reverse().slice(0, recentDigests);
  const pages: string[] = [];
  let bytes = 0;
  for (const day of newest)
    for (const path of pagesOf(site, `dates/${day}/`)) {
      bytes += site.read(fileOf(path)).length;
      if (bytes > maxDigestBytes) return pages;
      pages.push(path);
    }
  return pages;
}

/** A page and those that continue it. */
function pagesOf(site: SiteFiles, path: string): string[] {
  const pages = site.has(fileOf(path)) ? [path] : [];
  for (let number = 2; site.has(fileOf(`${path}${number}/`)); number += 1) pages.push(`${path}${number}/`);
  return pages;
}

/** The file of a page, whose path ends with a slash unless it is empty. */
const fileOf = (page: string): string => `${page}index.html`;
