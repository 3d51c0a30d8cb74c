import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { buildSearch } from '#search/build-search.ts';
import { SearchClient } from '#search/client/search-client.ts';
import type { SearchDocument } from '#search/schema.ts';
import { browserLaunchOptions } from '../../browser.ts';
import { fetchFromFolder } from '../../search/fetch-from-folder.ts';
import { fullIndexPage, pagefindPage } from './browser-pages.ts';
import { BrowserRuns } from './browser-runs.ts';
import { loadCorpus } from './corpus.ts';
import { CountingServer, type Sent } from './counting-server.ts';
import { kilobytes, median, percent, printRows, quantile, sum, type Row } from './figures.ts';
import { FullIndex } from './full-index.ts';
import { knownItems, plainText, titleQueries } from './queries.ts';
import { equalToFullIndex, shareFound } from './relevance.ts';

const peers = fileURLToPath(new URL('peers/', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));
const sizes: Record<string, number> = { '1k': 1000, '10k': 10_000, '100k': 100_000 };

/** Queries of a session, and the slowdown of the processor that stands for a phone. */
const sessionLength = 20;
const slowdown = 4;

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
    run('node', ['scripts/digest.ts', 'build', '--out', site, '--base', '/site/'], project);
    for (const name of values.size.split(',')) {
      const count = sizes[name];
      if (count === undefined)
        throw new Error(`No size "${name}": choose from ${Object.keys(sizes).join(', ')}.`);
      printRows(name, await measure(count, Number(values.queries), site, join(root, name)));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(count: number, queryCount: number, site: string, folder: string): Promise<Row[]> {
  mkdirSync(folder);
  const { documents, recombined } = loadCorpus(count);
  const built = timed(() => buildSearch(documents));
  writeIndex(built.value.files, join(site, 'search'));
  const pagefindSeconds = await buildPagefind(documents, folder);
  const full = timed(() => new FullIndex(documents));
  const fullJson = join(folder, 'index.json');
  writeFileSync(fullJson, JSON.stringify(full.value.miniSearch));

  const queries = titleQueries(documents, queryCount);
  const items = knownItems(documents, queryCount);
  const client = new SearchClient(fetchFromFolder(join(site, 'search'), { requests: 0, bytes: 0 }));
  const equal = await equalToFullIndex(client, full.value, queries);
  const siteFound = await shareFound(items, async ({ q }) => slugs(await client.search(q)));
  const siteTypoFound = await shareFound(items, async ({ typoQ }) => slugs(await client.search(typoQ)));
  const fullFound = await shareFound(items, async ({ q }) =>
    full.value
      .search(q)
      .slice(0, 10)
      .map(({ slug }) => slug),
  );

  const server = new CountingServer(
    {
      '/site/': site,
      '/pagefind/': join(folder, 'pagefind'),
      '/full/': folder,
      '/minisearch/': join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../es'),
    },
    { '/pagefind-page': pagefindPage, '/full-page': fullIndexPage },
  );
  await server.start();
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const runs = new BrowserRuns(browser, server);
    await runs.noteSiteChrome();
    const cold = { site: [] as Sent[][], pagefind: [] as Sent[][] };
    for (const { q } of queries) {
      cold.site.push(await runs.siteQuery(q));
      cold.pagefind.push((await runs.pagefind([q])).sent);
    }
    const session = queries.slice(0, sessionLength).map(({ q }) => q);
    const siteSession = bytesOf(await runs.siteSession(session));
    const pagefindSession = bytesOf((await runs.pagefind(session)).sent);
    const { answers } = await runs.pagefind(items.map(({ q }) => q));
    const pagefindFound = await shareFound(items, async (item) =>
      (answers[items.indexOf(item)] ?? []).map((url) => url.split('/')[2]!),
    );
    const times = await runs.siteWarmTimes(
      queries.map(({ q }) => q),
      slowdown,
    );
    const siteHeap = await runs.siteHeap(session);
    const fullHeap = await runs.fullIndexHeap(session);

    const siteCold = median(cold.site.map(bytesOf));
    const pagefindCold = median(cold.pagefind.map(bytesOf));
    const code = median(cold.site.map((sent) => bytesOf(sent.filter(({ path }) => path.endsWith('.js')))));
    const coldLimit = count >= 100_000 ? 10 : 5;
    const atLeast = (limit: number, value: number) => value >= limit;
    return [
      {
        what: `papers, of them recombined from sentences of others`,
        value: `${documents.length}, ${recombined}`,
      },
      {
        what: 'files: paper-digest, Pagefind',
        value: `${built.value.files.size}, ${countFiles(join(folder, 'pagefind'))}`,
      },
      {
        what: 'first query, cold: paper-digest, Pagefind, ratio',
        value: `${kilobytes(siteCold)}, ${kilobytes(pagefindCold)}, 1/${(pagefindCold / siteCold).toFixed(1)}`,
        ...(count >= 10_000 && {
          target: { text: `1/${coldLimit}`, met: siteCold * coldLimit <= pagefindCold },
        }),
      },
      {
        what: 'first query, cold, 95th percentile',
        value: `${kilobytes(quantile(cold.site.map(bytesOf), 0.95))}, ${kilobytes(quantile(cold.pagefind.map(bytesOf), 0.95))}`,
      },
      {
        what: 'first query, cold: requests (median)',
        value: `${median(cold.site.map(({ length }) => length))}, ${median(cold.pagefind.map(({ length }) => length))}`,
      },
      {
        what: `${sessionLength} queries: paper-digest, Pagefind, ratio`,
        value: `${kilobytes(siteSession)}, ${kilobytes(pagefindSession)}, 1/${(pagefindSession / siteSession).toFixed(1)}`,
        ...(count >= 10_000 && { target: { text: '1/3', met: siteSession * 3 <= pagefindSession } }),
      },
      {
        what: 'top ten equal to the full index (no typo)',
        value: `${equal.equal} of ${equal.compared}`,
        target: { text: '100 %', met: equal.equal === equal.compared },
      },
      {
        what: 'known item in the top ten: paper-digest, full, Pagefind',
        value: [siteFound, fullFound, pagefindFound].map(percent).join(', '),
        target: { text: '>= both', met: atLeast(Math.max(fullFound, pagefindFound), siteFound) },
      },
      {
        what: 'known item with one typo, as a share of that without',
        value: percent(siteTypoFound / siteFound),
        target: { text: '90 %', met: siteTypoFound >= 0.9 * siteFound },
      },
      {
        what: `warm query to rendered results, ${slowdown}x slowdown, p50, p95`,
        value: `${median(times).toFixed(0)}, ${quantile(times, 0.95).toFixed(0)} ms`,
        target: { text: '100 ms', met: quantile(times, 0.95) <= 100 },
      },
      {
        what: `heap after ${sessionLength} queries: paper-digest, full, ratio`,
        value: `${(siteHeap / 1e6).toFixed(1)}, ${(fullHeap / 1e6).toFixed(1)} MB, 1/${(fullHeap / siteHeap).toFixed(1)}`,
        ...(count >= 100_000 && { target: { text: '1/5', met: siteHeap * 5 <= fullHeap } }),
      },
      {
        what: 'index build: paper-digest, MiniSearch, Pagefind',
        value: `${built.seconds.toFixed(1)}, ${full.seconds.toFixed(1)}, ${pagefindSeconds.toFixed(1)} s`,
        ...(count >= 100_000 && { target: { text: '1/3', met: built.seconds * 3 <= pagefindSeconds } }),
      },
      {
        what: 'client code of search, gzipped',
        value: kilobytes(code),
        target: { text: '25 kB', met: code <= 25 * 1024 },
      },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}

const bytesOf = (sent: readonly Sent[]): number => sum(sent.map(({ bytes }) => bytes));

const slugs = ({ results }: { results: readonly { slug: string }[] }): string[] =>
  results.map(({ slug }) => slug);

function timed<T>(work: () => T): { value: T; seconds: number } {
  const started = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

/** Puts an index in the place of the site's own. */
function writeIndex(files: ReadonlyMap<string, Uint8Array>, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

async function buildPagefind(documents: readonly SearchDocument[], folder: string): Promise<number> {
  const records = join(folder, 'records.jsonl');
  const file = createWriteStream(records);
  for (const { slug, title, abstract } of documents)
    file.write(
      `${JSON.stringify({ url: `/papers/${slug}/`, title: plainText(title), text: plainText(abstract) })}\n`,
    );
  await new Promise<void>((resolve) => file.end(resolve));
  const printed = run('node', [join(peers, 'build-pagefind.mjs'), records, join(folder, 'pagefind')], peers);
  return JSON.parse(printed.trim().split('\n').at(-1)!).seconds;
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
