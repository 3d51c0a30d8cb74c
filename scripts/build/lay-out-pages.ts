import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Corpus } from '#corpus/corpus.ts';
import type { SiteConfig } from '#site/schema.ts';
import { parseTemplate, stamp, templateSlug, type Template } from '#site/template.ts';
import { beginFillings, cutAtFillings, endFillings, filled } from '#views/fill-later.ts';
import { listedPages } from '#views/listed-pages.ts';
import { compilePages, type CompiledPages } from './compile-pages.ts';
import type { InputDigests } from './input-digests.ts';
import { isRunning } from './is-running.ts';
import { keyOf, type KeptFiles } from './kept-files.ts';
import type * as PagesEntry from './pages-entry.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The templates of the pages that there are many of, by the folder where the pages go. */
export type Templates = Record<'papers' | 'authors', Template>;

/** What is wanted of a layout: nothing but the templates with `templatesOnly`. */
export interface LayoutInput {
  corpus: Corpus;
  digests: InputDigests;
  files: KeptFiles;
  templatesOnly: boolean;
}

/** Pages in the making: Astro compiles the code that renders them while their corpus is read. */
export interface Layout {
  /**
   * Renders all pages from the corpus, which is the current one, stamps those of lists, and answers the templates of
   * the others. Pages with parts that they left for later get them filled in, or are taken from the last site where
   * neither they nor their papers changed.
   */
  finish(input: LayoutInput): Promise<Templates>;
  /** Leaves nothing behind, whether it was finished or not. */
  close(): Promise<void>;
}

/** A page as Astro rendered it, or another file, by its path below the site's folder. */
type Rendered = { path: string; html: string } | { path: string; bytes: Uint8Array };

/**
 * Starts to have Astro lay out the pages of a site. The code that renders them imports packages from where it is: so it
 * is put below the project.
 */
export function startLayout(site: SiteConfig, cacheFolder: string): Layout {
  removeFoldersOfEndedBuilds();
  layouts += 1;
  const folder = join(projectRoot, '.astro', `${ownFolder}${process.pid}-${layouts}`);
  const compiled = compilePages(site, folder, cacheFolder);
  // A failure is told where the pages are awaited; until then it must not end the process.
  compiled.catch(() => {});
  return {
    async finish({ corpus, digests, files, templatesOnly }) {
      const pages = await compiled;
      const templates = new Map<string, Template>();
      const provide = (path: string, html: string): void => {
        const page = cutAtFillings(html);
        const inputs = page.fillings.flatMap(({ papers, how }) => [
          JSON.stringify(how),
          ...papers.map((id) => digests.paper(corpus.entryById.get(id)!)),
        ]);
        const key = keyOf(digests.common, 'page', path, ...page.texts, ...inputs);
        files.provide(key, () => [[path, filled(page)]]);
      };
      beginFillings();
      for await (const rendered of renderPages(pages, join(folder, 'pages'), site, templatesOnly)) {
        const { path } = rendered;
        const [above, slug] = path.split('/');
        if (!('html' in rendered)) files.write(path, [rendered.bytes]);
        else if (slug === templateSlug) templates.set(above!, parseTemplate(rendered.html));
        else provide(path, rendered.html);
      }
      if (!templatesOnly) {
        for (const { room, path, ...parts } of listedPages(corpus))
          provide(pageFile(path.slice(site.base.length)), stamp(templates.get(room)!, parts));
        for (const [path, bytes] of pages.files) files.write(path, [bytes]);
      }
      return { papers: templates.get('papers')!, authors: templates.get('authors')! };
    },
    async close() {
      await compiled.catch(() => {});
      endFillings();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How many layouts this process has started: each has a folder of its own, since modules are loaded once. */
let layouts = 0;

/** The folder of a layout, before the number of its process. */
const ownFolder = 'pages-';

/** Removes what builds that were killed left behind. */
function removeFoldersOfEndedBuilds(): void {
  const parent = join(projectRoot, '.astro');
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent))
    if (name.startsWith(ownFolder) && !isRunning(Number.parseInt(name.slice(ownFolder.length), 10)))
      rmSync(join(parent, name), { recursive: true, force: true });
}

/** Renders all pages, or the templates only, with the compiled code, which is put into `folder`. */
async function* renderPages(
  { code, entryModule }: CompiledPages,
  folder: string,
  { url, base }: SiteConfig,
  templatesOnly: boolean,
): AsyncGenerator<Rendered> {
  for (const [path, bytes] of code) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const entry = (await import(pathToFileURL(join(folder, entryModule)).href)) as typeof PagesEntry;
  for (const { pathname, route } of await entry.staticPaths.getAll()) {
    if (templatesOnly && !pathname.includes(templateSlug)) continue;
    // The threads beside hear of their work when this one takes a turn of its events.
    await setImmediate();
    const name = pathname.replaceAll(/^\/|\/$/g, '');
    const isPage = route.type === 'page';
    // Astro finds the parameters of a route in the address as it tells it, but that those of pages end with a slash.
    const below = isPage && name !== '' ? `${name}/` : pathname.slice(1);
    const response = await entry.app.render(new Request(new URL(base + below, url)), { routeData: route });
    if (response.status !== (name === missingPage ? 404 : 200))
      throw new Error(
        `The page ${base}${below} was answered with status ${response.status}: it cannot be laid out.`,
      );
    if (isPage) yield { path: pageFile(name), html: await response.text() };
    else yield { path: name, bytes: new Uint8Array(await response.arrayBuffer()) };
  }
}

/** The page for addresses that have none, which hosts want at the top. */
const missingPage = '404';

const pageFile = (name: string): string =>
  name === missingPage ? `${missingPage}.html` : join(name, 'index.html');
