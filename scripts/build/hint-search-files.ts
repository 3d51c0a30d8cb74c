import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeManifest, manifestPath } from '#search/format/manifest.ts';

const marker = ' data-hint';

/**
 * Has browsers load side by side what the search page in `out` would find out one after the other: modules, the worker,
 * the manifest, the core. Each is a round trip, of more than half a second on a slow phone. Replaces earlier hints.
 */
export function hintSearchFiles(out: string, base: string): void {
  const page = join(out, 'search/index.html');
  const html = readFileSync(page, 'utf8').replace(new RegExp(`<link${marker}[^>]*>`, 'g'), '');
  const { modules, workers } = modulesOf(html, out, base);
  const { core } = decodeManifest(readFileSync(join(out, 'search', manifestPath)));
  const files = [...workers, `${base}search/${manifestPath}`, `${base}search/${core}`];
  const hints = [
    ...modules.map((address) => `<link${marker} rel="modulepreload" href="${address}">`),
    ...files.map((address) => `<link${marker} rel="prefetch" href="${address}">`),
  ];
  writeFileSync(page, html.replace('</head>', `${hints.join('')}</head>`));
}

/** Addresses of the modules that the scripts of a page import, and of the workers that they start. */
function modulesOf(html: string, out: string, base: string) {
  const entries = Array.from(
    html.matchAll(/<script type="module" src="([^"]+)"/g),
    ([, address]) => address!,
  );
  const modules = new Set(entries);
  const workers = new Set<string>();
  for (const address of modules) {
    const code = readFileSync(join(out, address.slice(base.length)), 'utf8');
    const folder = address.slice(0, address.lastIndexOf('/') + 1);
    for (const [, name] of code.matchAll(/\bimport(?:[^"'()]*?from)?\s*"\.\/([^"]+)"/g))
      modules.add(folder + name);
    for (const [, worker] of code.matchAll(/new Worker\(new URL\([`"']([^`"']+)/g)) workers.add(worker!);
  }
  return { modules: [...modules].slice(entries.length), workers: [...workers] };
}
