import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import type { SiteConfig } from '#site/schema.ts';
import { beginFillings, endFillings, fill } from '#views/fill-later.ts';
import { PartsWriter } from './parts-writer.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Has Astro render all pages, from the corpus that was set as the current one, into the new folder `out`. Astro puts
 * the code that renders them beside its output, moves files from there, and imports packages from there: so it works
 * below the project, and the result is moved, with the parts filled in that pages left for later.
 */
export async function layOutPages(site: SiteConfig, out: string, cacheFolder: string): Promise<void> {
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
    moveAll(pages, out, new PartsWriter());
  } finally {
    endFillings();
    process.chdir(before);
    rmSync(pages, { recursive: true, force: true });
  }
}

function moveAll(from: string, to: string, writer: PartsWriter): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      moveAll(source, target, writer);
      continue;
    }
    const parts = entry.name.endsWith('.html') ? fill(readFileSync(source, 'utf8')) : [];
    if (parts.length > 1) writer.write(target, parts);
    else move(source, target);
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
