import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteConfig } from '#site/schema.ts';
import { codeDigest } from './code-digest.ts';
import { filesBelow } from './files-below.ts';
import { keyOf } from './kept-files.ts';
import { KeptValue } from './kept-value.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Files by their paths. */
type Files = ReadonlyMap<string, Uint8Array>;

/** What Astro makes of the sources of the pages. */
export interface CompiledPages {
  /** The modules that render the pages; `entryModule` names the first one. */
  code: Files;
  entryModule: string;
  /** The files that go into the site as they are: scripts and styles of the pages, and what is public. */
  files: Files;
}

/**
 * Has Astro compile the pages of a site below `folder`, which must be below the project, the working folder meanwhile;
 * takes them from the cache where an earlier build by the same code left them for this address.
 */
export async function compilePages(
  { url, base }: SiteConfig,
  folder: string,
  cacheFolder: string,
): Promise<CompiledPages> {
  const kept = new KeptValue<CompiledPages>(join(cacheFolder, 'compiled-pages'));
  const key = keyOf(codeDigest(), url, base, projectRoot);
  const known = kept.read(key);
  if (known !== undefined) return known;
  const compiled = await compile({ url, base }, folder, join(cacheFolder, 'astro'));
  kept.write(key, compiled);
  return compiled;
}

async function compile(
  { url, base }: Pick<SiteConfig, 'url' | 'base'>,
  folder: string,
  cacheDir: string,
): Promise<CompiledPages> {
  const { build } = await import('astro');
  const [code, outDir] = [join(folder, 'code'), join(folder, 'files')];
  mkdirSync(folder, { recursive: true });
  const before = process.cwd();
  process.chdir(projectRoot);
  try {
    await build({
      root: projectRoot,
      outDir,
      cacheDir,
      site: url,
      base,
      logLevel: 'error',
      integrations: [onlyCompiling(() => renameSync(join(outDir, '.prerender'), code))],
    });
  } finally {
    process.chdir(before);
  }
  const modules = readAll(code);
  const entryModule = Array.from(modules.keys()).find((path) => path.startsWith('prerender-entry.'));
  if (entryModule === undefined)
    throw new Error(
      'Astro compiled the pages without a module to begin with: is its version the one of the lock file?',
    );
  return { code: modules, entryModule, files: readAll(outDir) };
}

/** Ends Astro's work when all code is compiled, after `take` has moved it away. */
const onlyCompiling = (take: () => void): AstroIntegration => ({
  name: 'paper-digest-compile',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const input = fileURLToPath(new URL('pages-entry.ts', import.meta.url));
      const configEnvironment = (name: string) =>
        name === 'prerender' ? { build: { rolldownOptions: { input } } } : undefined;
      updateConfig({ vite: { plugins: [{ name: 'paper-digest-pages-entry', configEnvironment }] } });
    },
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer({
        name: 'paper-digest-none',
        setup: async () => take(),
        getStaticPaths: async () => [],
        render: () => Promise.reject(new Error('Pages are rendered when their corpus is known.')),
      }),
  },
});

const readAll = (folder: string): Files =>
  new Map(filesBelow(folder).map((file) => [relative(folder, file), new Uint8Array(readFileSync(file))]));
