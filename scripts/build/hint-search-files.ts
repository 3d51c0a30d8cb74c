import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeManifest, manifestPath } from '#search/format/manifest.ts';
import type { SiteFiles } from './site-files.ts';

const marker = ' data-hint';

const page = 'search/index.html';

/**
 * Has browsers load side by side what the search page of a site would find out one after the other: modules, the
 * worker, the manifest, the core. Each is a round trip, of more than half a second on a slow phone. Writes the page
 * into the folder `out`, with these hints in place of earlier ones.
 */
export function hintSearchFiles(files: SiteFiles, base: string, out: string): void {
  const html = files
    .read(page)
    .toString()
    .replace(new RegExp(`<link${marker}[^>]*>`, 'g'), '');
  const { modules, workers } = modulesOf(html, files, base);
  const { core } = decodeManifest(files.read(join('search', manifestPath)));
  const prefetched = [...workers, `${base}search/${manifestPath}`, `${base}search/${core}`];
  const hints = [
    ...modules.map((address) => `<link${marker} rel="modulepreload" href="${address}">`),
    ...prefetched.map((address) => `<link${marker} rel="prefetch" href="${address}">`),
  ];
  writeFileSync(join(out, page), html.replace('</head>', `${hints.join('')}</head>`));
}

/** Addresses of the modules that the scripts of a page import, and of the workers that they start. */
function modulesOf(html: string, files: SiteFiles, base: string) {
  const entries = Array.from(
    html.matchAll(/<script type="module" src="([^"]+)"/g),
    ([, address]) => address!,
  );
  const modules = new Set(entries);
  const workers = new Set<string>();
  for (const address of modules) {
    const code = files.read(address.slice(base.length)).toString();
    const folder = address.slice(0, address.lastIndexOf('/') + 1);
    for (const [, name] of code.matchAll(/\bimport(?:[^"'()]*?from)?\s*"\.\/([^"]+)"/g))
      modules.add(folder + name);
    for (const [, worker] of code.matchAll(/new Worker\(new URL\([`"']([^`"']+)/g)) workers.add(worker!);
  }
  return { modules: [...modules].slice(entries.length), workers: [...workers] };
}
