import { existsSync, readdirSync, rmSync } from 'node:fs';
import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../.cache/compiled', import.meta.url));
/** Some builds' worth: each leaves the code of its pages, which no other asks for. */
const maxFiles = 8000;

/**
 * Has the engine keep the code that this process and its threads compile, which takes about a second each time
 * otherwise. Only what is imported afterwards is kept. Where the folder cannot be written nothing is kept.
 */
export function keepCompiledCode(): void {
  enableCompileCache(folder);
  const own = getCompileCacheDir();
  if (own === undefined) return;
  process.env['NODE_COMPILE_CACHE'] ??= folder;
  try {
    if (existsSync(own) && readdirSync(own).length > maxFiles) rmSync(own, { recursive: true });
  } catch {
    // Another process is at it; it is a cache.
  }
}
