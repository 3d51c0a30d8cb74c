import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { hintSearchFiles } from '../../../scripts/build/hint-search-files.ts';
import { siteFilesIn } from '../../../scripts/build/site-files.ts';
import { papers } from '../search/documents.ts';

let out: string;

const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
};

beforeEach(() => (out = mkdtempSync(join(tmpdir(), 'hints-'))));
afterEach(() => rmSync(out, { recursive: true }));

it('names the modules, the worker, the manifest and the core, and replaces what it named before', () => {
  write(
    'search/index.html',
    '<head><title>Search</title></head><script type="module" src="/base/_astro/page.js"></script>',
  );
  write('_astro/page.js', 'import{a as b}from"./one.js";import"./two.js";x(()=>import("./late.js"));');
  write(
    '_astro/one.js',
    'import{c}from"./two.js";new Worker(new URL(`/base/_astro/w.js`,``+import.meta.url))',
  );
  write('_astro/two.js', 'export{}');
  const { files, manifest } = buildSearch(papers);
  for (const [path, bytes] of files) write(`search/${path}`, bytes);

  hintSearchFiles(siteFilesIn(out), '/base/', out);
  hintSearchFiles(siteFilesIn(out), '/base/', out);

  const links = readFileSync(join(out, 'search/index.html'), 'utf8').match(/<link[^>]*>/g);
  expect(links).toEqual([
    '<link data-hint rel="modulepreload" href="/base/_astro/one.js">',
    '<link data-hint rel="modulepreload" href="/base/_astro/two.js">',
    '<link data-hint rel="prefetch" href="/base/_astro/w.js">',
    '<link data-hint rel="prefetch" href="/base/search/manifest.json">',
    `<link data-hint rel="prefetch" href="/base/search/${manifest.core}">`,
  ]);
});
