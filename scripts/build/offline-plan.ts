import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfflinePlan } from '#offline/schema.ts';
import { mathFontFolder, mathFontsOf } from '#site/math-fonts.ts';

/** Digests that are kept, and the bytes that all of them may have together. */
const recentDigests = 7;
const maxDigestBytes = 3e6;

/** Pages that are kept whatever the site holds, and files of fixed name that pages ask for. */
const ownPages = ['', 'offline/', 'search/', 'saved/', 'dates/', 'topics/', 'subscribe/'];
const ownFiles = ['site.css', 'math.css', 'theme.js', 'favicon.svg', 'manifest.webmanifest'];

/** Decides from the files of a built site, in the folder `out`, what is to be kept offline. */
export function offlinePlan(base: string, out: string): OfflinePlan {
  const read = (path: string): Buffer =>
    readFileSync(join(out, path.endsWith('/') || path === '' ? `${path}index.html` : path));
  const pages = [
    ...ownPages.filter((path) => existsSync(join(out, path, 'index.html'))),
    ...digestPages(out),
  ];
  const html = pages.map((path) => read(path).toString()).join('\n');
  const files = readdirSync(join(out, '_astro'))
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
function digestPages(out: string): string[] {
  const days = readdirSync(join(out, 'dates')).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  const newest = days.sort().reverse().slice(0, recentDigests);
  const pages: string[] = [];
  let bytes = 0;
  for (const day of newest)
    for (const path of pagesOf(out, `dates/${day}/`)) {
      bytes += readFileSync(join(out, path, 'index.html')).length;
      if (bytes > maxDigestBytes) return pages;
      pages.push(path);
    }
  return pages;
}

/** A page and those that continue it. */
function pagesOf(out: string, path: string): string[] {
  const pages = existsSync(join(out, path, 'index.html')) ? [path] : [];
  for (let number = 2; existsSync(join(out, `${path}${number}`, 'index.html')); number += 1)
    pages.push(`${path}${number}/`);
  return pages;
}
