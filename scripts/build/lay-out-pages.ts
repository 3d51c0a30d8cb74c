import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import type { SiteConfig } from '#site/schema.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Has Astro render all pages, from the corpus that was set as the current one, into the new folder `out`. Astro puts
 * the code that renders them beside its output, moves files from there, and imports packages from there: so it works
 * below the project, and the result is moved.
 */
export async function layOutPages(site: SiteConfig, out: string, cacheFolder: string): Promise<void> {
  const pages = join(projectRoot, '.astro', `pages-${process.pid}`);
  const before = process.cwd();
  process.chdir(projectRoot);
  try {
    await build({
      root: projectRoot,
      outDir: pages,
      cacheDir: cacheFolder,
      site: site.url,
      base: site.base,
      logLevel: 'error',
    });
    move(pages, out);
  } finally {
    process.chdir(before);
    rmSync(pages, { recursive: true, force: true });
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
  }
}
