import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../../browser.ts';
import { hintSearchFiles } from '../../build/hint-search-files.ts';
import { siteFilesIn } from '../../build/site-files.ts';
import { fullIndexPage, pagefindPage } from './browser-pages.ts';
import { BrowserRuns } from './browser-runs.ts';
import { loadCorpus } from './corpus.ts';
import { CountingServer } from './counting-server.ts';
import { printRows } from './figures.ts';
import { installPeers } from '../install-peers.ts';
import { papersOfSize } from '../sizes.ts';
import { FullIndex } from './full-index.ts';
import { answerRows, measureAnswers } from './measure-answers.ts';
import { measureSpeed, measureTransfer, speedRows, transferRows } from './measure-browser.ts';
import { indexRows, measureIndexes, peers, run } from './measure-index.ts';
import { knownItems, titleQueries } from './queries.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const base = '/site/';

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
  installPeers(peers);
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'digest-bench-'));
  try {
    const site = join(root, 'site');
    run('node', ['scripts/digest.ts', 'build', '--out', site, '--base', base], project);
    for (const name of values.size.split(',')) {
      await measure(name, papersOfSize(name), Number(values.queries), site, join(root, name));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Measures at one size, and prints rows as soon as they are known. */
async function measure(
  name: string,
  count: number,
  queryCount: number,
  site: string,
  folder: string,
): Promise<void> {
  mkdirSync(folder);
  const { documents, recombined } = loadCorpus(count);
  const { site: siteCost, pagefind, files } = await measureIndexes(documents, folder);
  const started = performance.now();
  const full = new FullIndex(documents);
  const fullSeconds = (performance.now() - started) / 1000;
  const build = { site: siteCost, pagefind, fullSeconds };
  printRows(name, indexRows({ documents: count, recombined, files, build }));

  const queries = titleQueries(documents, queryCount);
  const items = knownItems(documents, queryCount);
  const answers = await measureAnswers(join(folder, 'search'), full, queries, items);
  printRows(name, answerRows(answers));

  writeFileSync(join(folder, 'index.json'), JSON.stringify(full.miniSearch));
  replaceIndex(join(folder, 'search'), site);
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
    const { pagefindFound, ...transfer } = await measureTransfer(runs, queries, items);
    const found = { ...answers.found, pagefind: pagefindFound };
    printRows(name, transferRows({ documents: count, ...transfer, found }));
    printRows(name, speedRows({ documents: count, ...(await measureSpeed(runs, queries)) }));
    const load = loadavg()[0]! / availableParallelism();
    printRows(name, [{ what: 'jobs running per processor meanwhile', value: load.toFixed(1) }]);
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Puts an index in the place of the site's own, below the same page. */
function replaceIndex(index: string, site: string): void {
  const folder = join(site, 'search');
  for (const name of readdirSync(folder))
    if (name !== 'index.html') rmSync(join(folder, name), { recursive: true });
  cpSync(index, folder, { recursive: true });
  hintSearchFiles(siteFilesIn(site), base, site);
}
