import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import type { Corpus } from '#corpus/corpus.ts';
import { beginFillings, cutAtFillings, endFillings, filled, type CutPage } from '#views/fill-later.ts';
import type { InputDigests } from './input-digests.ts';
import { keyOf, type KeptFiles } from './kept-files.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Has Astro render all pages, from the corpus that was set as the current one, into the new folder `out`, that of
 * `files`. Astro puts
 * the code that renders them beside its output, moves files from there, and imports packages from there: so it works
 * below the project, and the result is moved, with the parts filled in that pages left for later.
 * Pages with such parts are taken from the last site where neither they nor their papers changed.
 */
export async function layOutPages(
  corpus: Corpus,
  digests: InputDigests,
  files: KeptFiles,
  out: string,
  cacheFolder: string,
): Promise<void> {
  const { site } = corpus;
  const pages = join(projectRoot, '.astro', `pages-${process.pid}`);
  const before = process.cwd();
  process.chdir(projectRoot);
  beginFillings();
  try {
    await build({
      root: projectRoot,
      outDir: pages,
      cacheDir: cacheFolder,
      site: site.url,
      base: site.base,
      logLevel: 'error',
    });
    moveAll(pages, out, '', (path, page) => {
      const inputs = page.fillings.flatMap(({ papers, how }) => [
        JSON.stringify(how),
        ...papers.map((id) => digests.paper(corpus.entryById.get(id)!)),
      ]);
      const key = keyOf(digests.common, 'page', path, ...page.texts, ...inputs);
      files.provide(key, () => [[path, filled(page)]]);
    });
  } finally {
    endFillings();
    process.chdir(before);
    rmSync(pages, { recursive: true, force: true });
  }
}

/** Moves what is below `path` of a folder to another, but for pages with parts to fill in, which `provide` sees to. */
function moveAll(
  from: string,
  to: string,
  path: string,
  provide: (path: string, page: CutPage) => void,
): void {
  mkdirSync(join(to, path), { recursive: true });
  for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
    const own = join(path, entry.name);
    if (entry.isDirectory()) {
      moveAll(from, to, own, provide);
      continue;
    }
    const source = join(from, own);
    const page = entry.name.endsWith('.html') ? cutAtFillings(readFileSync(source, 'utf8')) : null;
    if (page !== null && page.fillings.length > 0) provide(own, page);
    else move(source, join(to, own));
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyFileSync(from, to);
  }
}
