import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPeers } from '../install-peers.ts';
import { papersOfSize } from '../sizes.ts';
import { makeContentFolder, pagesOnly } from './content-folder.ts';
import { buildDigest, prepareDigest, type MeasuredBuild } from './build-digest.ts';
import { writePeerRecords } from './peer-records.ts';
import { printSizes, printStages, type SizeResult } from './print-results.ts';
import { costBeyond, medianCost, runMeasured, sumCosts, type Cost } from './run-measured.ts';
import { amountOf, amountSent, treeOf, type Amount } from './tree-change.ts';
import { treeHash } from './tree-hash.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * `npm run bench -- build [--size 1k,10k] [--runs N] [--alone] [--folder DIR]`: the whole build and the pages alone,
 * against Eleventy with Pagefind and against plain Node, on the same records in the same run, interleaved, on
 * memory-backed disk where there is one, or below DIR: sites of 100k papers take 30 GB while they are replaced. Prints
 * medians of wall and processor seconds, and the ratios that are the claims; those of processor time hold on a machine
 * that others use too. `--alone` leaves out the peers and the new day: what is left is whether a build of that size
 * ends, in how much time and memory.
 */
export async function benchBuild(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '1k,10k' },
      runs: { type: 'string', default: '1' },
      alone: { type: 'boolean', default: false },
      folder: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    },
  });
  if (!values.alone) installPeers(here);
  const root = mkdtempSync(join(resolve(values.folder), 'digest-bench-'));
  const results: SizeResult[] = [];
  try {
    for (const name of values.size.split(',')) {
      const folder = join(root, name);
      results.push(await measure(name, papersOfSize(name), Number(values.runs), values.alone, folder));
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  printSizes(results);
}

async function measure(
  name: string,
  papers: number,
  runs: number,
  alone: boolean,
  folder: string,
): Promise<SizeResult> {
  const content = join(folder, 'content');
  mkdirSync(content, { recursive: true });
  const { newDay, recombined } = await makeContentFolder(content, papers);
  const out = join(folder, 'out');
  const cache = join(folder, 'cache');
  const records = join(folder, 'records.jsonl');
  const costs = new Map<string, Cost[]>();
  const note = (what: string, cost: Cost) => costs.set(what, [...(costs.get(what) ?? []), cost]);
  let last: MeasuredBuild | undefined;
  let peakMegabytes = 0;
  let sameWhenWarm = true;

  for (let run = 0; run < runs; run += 1) {
    for (const stale of [out, cache]) rmSync(stale, { recursive: true, force: true });
    const cold = buildDigest(content, cache, out);
    note('cold', cold);
    if (run === 0) printStages(`${name}, cold`, cold.report);
    const hash = treeHash(out);
    const warm = buildDigest(content, cache, out);
    note('warm', warm);
    if (run === 0) printStages(`${name}, warm`, warm.report);
    sameWhenWarm &&= treeHash(out) === hash;
    peakMegabytes = Math.max(peakMegabytes, cold.peakMegabytes, warm.peakMegabytes);
    last = warm;
    if (alone) continue;
    if (run === 0) await writePeerRecords(content, cache, records);
    note(
      'peers',
      sumCosts(eleventy(records, join(folder, 'eleventy'), false), pagefind(join(folder, 'eleventy'))),
    );
    note('pages', buildPagesOnly(content, cache, folder));
    note('eleventy pages', eleventy(records, join(folder, 'eleventy-pages'), true));
    note('plain pages', runMeasured('node', [join(here, 'plain-node.ts'), records, join(folder, 'plain')]));
  }
  const median = (what: string): Cost | null => (costs.has(what) ? medianCost(costs.get(what)!) : null);
  return {
    name,
    papers: last!.report.papers,
    recombined,
    files: last!.report.files,
    peakMegabytes,
    sameWhenWarm,
    cold: median('cold')!,
    warm: median('warm')!,
    peers: median('peers'),
    pages: median('pages'),
    eleventyPages: median('eleventy pages'),
    plainPages: median('plain pages'),
    newDay: alone ? null : await addDay(content, newDay, cache, out, folder, last!.report.papers),
  };
}

/**
 * Adds a day to a site that was built, and compares with a build of all from nothing; and what of both sites, ours and
 * the peers', is another than before and has to be sent to a host.
 */
async function addDay(
  content: string,
  newDay: string,
  cache: string,
  out: string,
  folder: string,
  before: number,
): Promise<NonNullable<SizeResult['newDay']>> {
  const [records, peers] = [join(folder, 'records.jsonl'), join(folder, 'eleventy')];
  const [site, peersSite] = [treeOf(out), treeOf(peers)];
  copyFileSync(newDay, join(content, 'feeds', 'hf', basename(newDay)));
  const day = buildDigest(content, cache, out);
  const whole = buildDigest(content, join(folder, 'cache-2'), join(folder, 'out-2'));
  const same = treeHash(out) === treeHash(join(folder, 'out-2'));
  await writePeerRecords(content, cache, records);
  eleventy(records, peers, false);
  pagefind(peers);
  const sent = (earlier: ReturnType<typeof treeOf>, at: string): { sent: Amount; all: Amount } => {
    const now = treeOf(at);
    return { sent: amountSent(earlier, now), all: amountOf(now) };
  };
  return {
    cost: day,
    papers: day.report.papers - before,
    whole,
    same,
    upload: sent(site, out),
    peersUpload: sent(peersSite, peers),
  };
}

/**
 * What a build takes for no more than the peers make, pages of papers, lists and feeds: beyond reading the papers,
 * which were prepared before, with the search index kept of the last site.
 */
function buildPagesOnly(content: string, cache: string, folder: string): Cost {
  const [smaller, own] = [join(folder, 'content-pages'), join(folder, 'cache-pages')];
  const out = join(folder, 'out-pages');
  if (!existsSync(smaller)) {
    cpSync(content, smaller, { recursive: true });
    pagesOnly(smaller);
    cpSync(cache, own, { recursive: true });
    buildDigest(smaller, own, out);
  }
  for (const made of readdirSync(out)) if (made !== 'search') rmSync(join(out, made), { recursive: true });
  // By this a build knows the folder for that of a site.
  writeFileSync(join(out, 'index.html'), '<meta name="generator" content="paper-digest">');
  return costBeyond(buildDigest(smaller, own, out), prepareDigest(smaller, own));
}

function eleventy(records: string, out: string, prerendered: boolean): Cost {
  rmSync(out, { recursive: true, force: true });
  return runMeasured(join(here, 'node_modules', '.bin', 'eleventy'), [], {
    cwd: join(here, 'peers', 'eleventy'),
    env: { ...process.env, RECORDS: records, OUT: out, ...(prerendered ? { PRERENDERED: '1' } : {}) },
  });
}

const pagefind = (site: string): Cost =>
  runMeasured(join(here, 'node_modules', '.bin', 'pagefind'), ['--site', site, '--quiet']);
