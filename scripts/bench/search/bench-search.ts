import { spawnSync } from 'node:child_process';
import {
  cpSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { SearchClient } from '#search/client/search-client.ts';
import type { SearchDocument } from '#search/schema.ts';
import { browserLaunchOptions } from '../../browser.ts';
import { hintSearchFiles } from '../../build/hint-search-files.ts';
import { fetchFromFolder } from '../../search/fetch-from-folder.ts';
import type { BuildCost } from './build-site-index.ts';
import { fullIndexPage, pagefindPage } from './browser-pages.ts';
import { BrowserRuns } from './browser-runs.ts';
import { loadCorpus } from './corpus.ts';
import { CountingServer } from './counting-server.ts';
import { printRows } from './figures.ts';
import { FullIndex } from './full-index.ts';
import { rowsOf, sessionLength, slowQueryCount, type Measurement } from './measurement.ts';
import { knownItems, plainText, titleQueries, type KnownItem } from './queries.ts';
import { rankingTimes } from './ranking-times.ts';
import { equalToFullIndex, shareFound } from './relevance.ts';

const bench = fileURLToPath(new URL('.', import.meta.url));
const peers = join(bench, 'peers/');
const project = fileURLToPath(new URL('../../../', import.meta.url));
const base = '/site/';
const sizes: Record<string, number> = { '1k': 1000, '10k': 10_000, '100k': 100_000 };

/**
 * `npm run bench -- search [--size 1k,10k,100k] [--queries N]`: the site's search against Pagefind and against a full
 * MiniSearch index, over the same papers, from one server, in one browser, in turns, in fresh contexts. Bytes are
 * those of all response bodies, scripts and WebAssembly included, until ten results are rendered; what every page of
 * the site loads (style sheets, fonts) is not counted, nor are the HTML documents.
 */
export async function benchSearch(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '1k,10k' },
      queries: { type: 'string', default: '200' },
    },
  });
  installPeers();
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'digest-bench-'));
  try {
    const site = join(root, 'site');
    run('node', ['scripts/digest.ts', 'build', '--out', site, '--base', base], project);
    for (const name of values.size.split(',')) {
      const count = sizes[name];
      if (count === undefined)
        throw new Error(`No size "${name}": choose from ${Object.keys(sizes).join(', ')}.`);
      printRows(name, rowsOf(await measure(count, Number(values.queries), site, join(root, name))));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(
  count: number,
  queryCount: number,
  site: string,
  folder: string,
): Promise<Measurement> {
  mkdirSync(folder);
  const { documents, recombined } = loadCorpus(count);
  const index = join(folder, 'search');
  const siteCost = costOf(run('node', [join(bench, 'build-site-index.ts'), String(count), index], project));
  replaceIndex(index, site);
  const pagefindCost = await buildPagefind(documents, folder);
  const full = timed(() => new FullIndex(documents));
  writeFileSync(join(folder, 'index.json'), JSON.stringify(full.value.miniSearch));

  const queries = titleQueries(documents, queryCount);
  const items = knownItems(documents, queryCount);
  const texts = queries.map(({ q }) => q);
  const fetchFile = fetchFromFolder(join(site, 'search'), { requests: 0, bytes: 0 });
  const client = new SearchClient(fetchFile);
  const found = async (text: (item: KnownItem) => string) =>
    shareFound(items, async (item) => (await client.search(text(item))).results.map(({ slug }) => slug));
  const inNode = {
    documents: documents.length,
    recombined,
    files: { site: countFiles(index), pagefind: countFiles(join(folder, 'pagefind')) },
    build: { site: siteCost, pagefind: pagefindCost, fullSeconds: full.seconds },
    ranking: await rankingTimes(fetchFile, texts),
    equal: await equalToFullIndex(client, full.value, queries),
    typoFound: await found(({ typoQ }) => typoQ),
  };
  const siteFound = await found(({ q }) => q);
  const fullFound = await shareFound(items, async ({ q }) =>
    full.value
      .search(q)
      .slice(0, 10)
      .map(({ slug }) => slug),
  );

  const miniSearch = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../es');
  const server = new CountingServer(
    { '/site/': site, '/pagefind/': join(folder, 'pagefind'), '/full/': folder, '/minisearch/': miniSearch },
    { '/pagefind-page': pagefindPage, '/full-page': fullIndexPage },
  );
  await server.start();
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const runs = new BrowserRuns(browser, server);
    await runs.noteSiteChrome();
    const cold: Measurement['cold'] = { site: [], pagefind: [] };
    for (const q of texts) {
      cold.site.push(await runs.siteQuery(q));
      cold.pagefind.push((await runs.pagefind([q])).sent);
    }
    const slowPhone: Measurement['slowPhone'] = { site: [], pagefind: [], typed: [] };
    for (const q of texts.slice(0, slowQueryCount)) {
      slowPhone.site.push(await runs.siteOnSlowPhone(q));
      slowPhone.pagefind.push(await runs.pagefindOnSlowPhone(q));
      slowPhone.typed.push(await runs.siteTypedOnSlowPhone(q));
    }
    const session = texts.slice(0, sessionLength);
    const { answers } = await runs.pagefind(items.map(({ q }) => q));
    const pagefindFound = await shareFound(items, async (item) =>
      (answers[items.indexOf(item)] ?? []).map((url) => url.split('/')[2]!),
    );
    return {
      ...inNode,
      cold,
      found: { site: siteFound, full: fullFound, pagefind: pagefindFound },
      session: { site: await runs.siteSession(session), pagefind: (await runs.pagefind(session)).sent },
      warmMilliseconds: await runs.siteWarmTimes(texts),
      warmProcessorMilliseconds: await runs.siteWarmProcessorTimes(texts),
      slowPhone,
      heapBytes: { site: await runs.siteHeap(session), full: await runs.fullIndexHeap(session) },
      load: loadavg()[0]! / availableParallelism(),
    };
  } finally {
    await browser.close();
    server.stop();
  }
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

/** Puts an index in the place of the site's own, below the same page. */
function replaceIndex(index: string, site: string): void {
  const folder = join(site, 'search');
  for (const name of readdirSync(folder))
    if (name !== 'index.html') rmSync(join(folder, name), { recursive: true });
  cpSync(index, folder, { recursive: true });
  hintSearchFiles(site, base);
}

async function buildPagefind(documents: readonly SearchDocument[], folder: string): Promise<BuildCost> {
  const records = join(folder, 'records.jsonl');
  const file = createWriteStream(records);
  for (const { slug, title, abstract } of documents)
    file.write(
      `${JSON.stringify({ url: `/papers/${slug}/`, title: plainText(title), text: plainText(abstract) })}\n`,
    );
  await new Promise<void>((resolve) => file.end(resolve));
  return costOf(run('node', [join(peers, 'build-pagefind.mjs'), records, join(folder, 'pagefind')], peers));
}

/** What a building process printed at last. */
function costOf(printed: string): BuildCost {
  return JSON.parse(printed.trim().split('\n').at(-1)!);
}

function countFiles(folder: string): number {
  return Number(run('find', [folder, '-type', 'f', '-printf', '.'], folder).length);
}

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

function installPeers(): void {
  if (existsSync(join(peers, 'node_modules'))) return;
  run('npm', ['install', '--no-audit', '--no-fund'], peers);
}
