import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import type { Corpus } from '#corpus/corpus.ts';
import type { SiteConfig } from '#site/schema.ts';
import { parseTemplate, templateSlug, type Template } from '#site/template.ts';
import { beginFillings, cutAtFillings, endFillings, filled } from '#views/fill-later.ts';
import type { InputDigests } from './input-digests.ts';
import { keyOf, type KeptFiles } from './kept-files.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The templates of the pages that there are many of, by the folder where the pages go. */
export type Templates = Record<'papers' | 'authors', Template>;

/** What is wanted of a layout: nothing but the templates with `templatesOnly`. */
export interface LayoutInput {
  corpus: Corpus;
  digests: InputDigests;
  files: KeptFiles;
  /** The new folder, that of `files`. */
  out: string;
  templatesOnly: boolean;
}

/** Pages in the making: Astro compiles the code that renders them while their corpus is read. */
export interface Layout {
  /**
   * Renders all pages from the corpus, which is the current one, and answers the templates. Pages with parts that they
   * left for later get them filled in, or are taken from the last site where neither they nor their papers changed.
   */
  finish(input: LayoutInput): Promise<Templates>;
  /** Leaves nothing behind, whether it was finished or not. */
  close(): Promise<void>;
}

/** A page as Astro rendered it, or another file, by its path below the site's folder. */
type Rendered = { path: string; html: string } | { path: string; bytes: Uint8Array };

/** Who takes what Astro renders. */
interface Taker {
  templatesOnly: boolean;
  take(rendered: Rendered): void;
}

/**
 * Starts to have Astro lay out the pages of a site. Astro puts the code that renders them beside its output and imports
 * packages from there: so it works below the project, which is the working folder until the layout is closed.
 */
export function startLayout({ url, base }: SiteConfig, cacheFolder: string): Layout {
  const pages = join(projectRoot, '.astro', `${ownFolder}${process.pid}`);
  removeFoldersOfEndedBuilds();
  const before = process.cwd();
  process.chdir(projectRoot);
  const taker = new Promised<Taker>();
  const built = build({
    root: projectRoot,
    outDir: pages,
    cacheDir: cacheFolder,
    site: url,
    base,
    logLevel: 'error',
    integrations: [handingOver(taker.promise, base)],
  });
  // A failure is told where the pages are awaited; until then it must not end the process.
  built.catch(() => {});
  return {
    async finish({ corpus, digests, files, out, templatesOnly }) {
      beginFillings();
      const templates = new Map<string, Template>();
      const take = (rendered: Rendered): void => {
        const { path } = rendered;
        if (!('html' in rendered)) {
          files.write(path, [rendered.bytes]);
          return;
        }
        const [folder, slug] = path.split('/');
        if (slug === templateSlug) templates.set(folder!, parseTemplate(rendered.html));
        else provide(path, rendered.html);
      };
      const provide = (path: string, html: string): void => {
        const page = cutAtFillings(html);
        const inputs = page.fillings.flatMap(({ papers, how }) => [
          JSON.stringify(how),
          ...papers.map((id) => digests.paper(corpus.entryById.get(id)!)),
        ]);
        const key = keyOf(digests.common, 'page', path, ...page.texts, ...inputs);
        files.provide(key, () => [[path, filled(page)]]);
      };
      taker.resolve({ templatesOnly, take });
      await built;
      if (!templatesOnly) moveAll(pages, out, '');
      return { papers: templates.get('papers')!, authors: templates.get('authors')! };
    },
    async close() {
      taker.reject(new Error('The pages are not wanted any more.'));
      await built.catch(() => {});
      endFillings();
      process.chdir(before);
      rmSync(pages, { recursive: true, force: true });
    },
  };
}

/** The folder of a build, before the number of its process. */
const ownFolder = 'pages-';

/** Removes what builds that were killed left behind. */
function removeFoldersOfEndedBuilds(): void {
  const parent = join(projectRoot, '.astro');
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent))
    if (name.startsWith(ownFolder) && !isRunning(Number(name.slice(ownFolder.length))))
      rmSync(join(parent, name), { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, but is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A promise, and who keeps or breaks it; what comes first counts. */
class Promised<Value> {
  resolve!: (value: Value) => void;
  reject!: (reason: Error) => void;
  readonly promise = new Promise<Value>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    // It may be broken before anybody waits for it.
    this.promise.catch(() => {});
  }
}

/**
 * Holds Astro up when all code is compiled, until somebody takes the pages; then hands each over when it is rendered, so
 * that Astro need not write files that this build reads again and moves.
 */
const handingOver = (taker: Promise<Taker>, base: string): AstroIntegration => ({
  name: 'paper-digest-layout',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((own) => ({
        ...own,
        async setup() {
          await taker;
          await own.setup?.();
        },
        async getStaticPaths() {
          const [paths, { templatesOnly }] = await Promise.all([own.getStaticPaths(), taker]);
          return templatesOnly ? paths.filter(({ pathname }) => pathname.includes(templateSlug)) : paths;
        },
        async render(request, options) {
          // The threads beside hear of their work when this one takes a turn of its events.
          await setImmediate();
          const rendered = await own.render(request, options);
          const response = rendered instanceof Response ? rendered : rendered.response;
          const path = decodeURI(new URL(request.url).pathname).slice(base.length);
          const { take } = await taker;
          if (options.routeData.type === 'endpoint')
            take({ path: path.replace(/\/$/, ''), bytes: new Uint8Array(await response.arrayBuffer()) });
          else take({ path: pageFile(path), html: await response.text() });
          // Without a body Astro writes nothing.
          return new Response(null);
        },
      })),
  },
});

/** The file of a page: hosts want the one for missing pages at the top. */
const pageFile = (path: string): string => (path === '404/' ? '404.html' : join(path, 'index.html'));

/** Moves what is below `path` of a folder, the files of all pages, to another folder. */
function moveAll(from: string, to: string, path: string): void {
  mkdirSync(join(to, path), { recursive: true });
  for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
    const own = join(path, entry.name);
    if (entry.isDirectory()) moveAll(from, to, own);
    else move(join(from, own), join(to, own));
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
