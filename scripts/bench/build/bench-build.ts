import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BuildReport } from '../../build/build-site.ts';
import { makeContentFolder } from './content-folder.ts';
import { writePeerRecords } from './peer-records.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = fileURLToPath(new URL('../../../', import.meta.url));
const sizes: Record<string, number> = { '1k': 1000, '10k': 10_000, '50k': 50_000, '89k': 89_000 };

/**
 * `npm run bench -- build [--size 1k,10k] [--runs N]`: the whole build and the pages alone, against Eleventy with
 * Pagefind and against plain Node, on the same records in the same run, interleaved, on memory-backed disk where
 * there is one. Prints medians of wall seconds, and the ratios that are the claims.
 */
export async function benchBuild(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { size: { type: 'string', default: '1k,10k' }, runs: { type: 'string', default: '1' } },
  });
  installPeers();
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'digest-bench-'));
  try {
    for (const name of values.size.split(',')) {
      const papers = sizes[name];
      if (papers === undefined)
        throw new Error(`No size "${name}": choose from ${Object.keys(sizes).join(', ')}.`);
      await measure(name, papers, Number(values.runs), join(root, name));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(name: string, papers: number, runs: number, folder: string): Promise<void> {
  const content = join(folder, 'content');
  mkdirSync(content, { recursive: true });
  const { newDay } = await makeContentFolder(content, papers);
  const out = join(folder, 'out');
  const cache = join(folder, 'cache');
  const records = join(folder, 'records.jsonl');
  const times: Record<string, number[]> = {};
  const note = (what: string, seconds: number) => (times[what] ??= []).push(seconds);
  let peakMegabytes = 0;

  for (let run = 0; run < runs; run += 1) {
    for (const stale of [out, cache]) rmSync(stale, { recursive: true, force: true });
    const cold = digestBuild(content, cache, out);
    note('cold', cold.seconds);
    peakMegabytes = Math.max(peakMegabytes, cold.peakMegabytes);
    const warm = digestBuild(content, cache, out);
    note('warm', warm.seconds);
    note('pages', pagesAlone(warm.report));
    if (run === 0) {
      console.log(`\n${name}: ${cold.report.papers} papers, ${cold.report.files} files; cold stages:`);
      for (const { name: stage, seconds } of cold.report.stages)
        console.log(`${seconds.toFixed(1).padStart(8)} s  ${stage}`);
      await writePeerRecords(content, cache, records);
    }
    note('eleventy', eleventy(records, join(folder, 'eleventy'), false));
    note('pagefind', pagefind(join(folder, 'eleventy')));
    note('eleventy pages', eleventy(records, join(folder, 'eleventy-pages'), true));
    note('plain Node pages', timed('node', [join(here, 'plain-node.ts'), records, join(folder, 'plain')]));
  }
  const before = treeHash(out);
  copyFileSync(newDay, join(content, 'feeds', 'hf', basename(newDay)));
  const day = digestBuild(content, cache, out);
  const fresh = digestBuild(content, join(folder, 'cache-2'), join(folder, 'out-2'));
  const identical = treeHash(out) === treeHash(join(folder, 'out-2'));

  const median = (what: string) =>
    times[what]!.toSorted((a, b) => a - b)[Math.floor(times[what]!.length / 2)]!;
  const peer = median('eleventy') + median('pagefind');
  const rows: [string, string][] = [
    ['paper-digest, cold caches, s', median('cold').toFixed(1)],
    ['paper-digest, warm caches, s', median('warm').toFixed(1)],
    [
      `paper-digest, one new day (${day.report.papers - papersOf(records)} new papers), s`,
      day.seconds.toFixed(1),
    ],
    ['Eleventy + Pagefind, s', `${median('eleventy').toFixed(1)} + ${median('pagefind').toFixed(1)}`],
    ['cold / (Eleventy + Pagefind)', (median('cold') / peer).toFixed(2)],
    ['warm / (Eleventy + Pagefind)', (median('warm') / peer).toFixed(2)],
    ['cold / one new day', (fresh.seconds / day.seconds).toFixed(2)],
    [
      'one new day onto a warm build = a cold build, byte for byte',
      String(identical && before !== treeHash(out)),
    ],
    ['pages alone: paper-digest, s', median('pages').toFixed(1)],
    [
      'pages alone: Eleventy, plain Node, s',
      `${median('eleventy pages').toFixed(1)}, ${median('plain Node pages').toFixed(1)}`,
    ],
    ['pages alone / Eleventy', (median('pages') / median('eleventy pages')).toFixed(2)],
    ['peak memory, MB', String(peakMegabytes)],
    ['ms a paper, cold', ((1000 * median('cold')) / papersOf(records)).toFixed(2)],
  ];
  for (const [what, value] of rows) console.log(`${name.padEnd(5)} ${what.padEnd(62)} ${value}`);
}

const pagesAlone = ({ stages }: BuildReport): number =>
  stages.filter(({ name }) => /^(lay out|stamp)/.test(name)).reduce((sum, { seconds }) => sum + seconds, 0);

const papersOf = (records: string): number => readFileSync(records, 'utf8').trimEnd().split('\n').length;

/** Runs a build in a process of its own; peak memory as the operating system counts it. */
function digestBuild(content: string, cache: string, out: string) {
  const started = performance.now();
  const peakFile = `${cache}-peak.txt`;
  const { status, stdout, stderr } = spawnSync(
    'node',
    [
      '--import',
      join(here, 'report-peak.mjs'),
      'scripts/digest.ts',
      'build',
      '--content',
      content,
      '--cache',
      cache,
      '--out',
      out,
    ],
    { cwd: project, encoding: 'utf8', env: { ...process.env, PEAK_FILE: peakFile }, maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`The build of ${content} failed:\n${stderr}`);
  return {
    seconds: (performance.now() - started) / 1000,
    report: JSON.parse(stdout) as BuildReport,
    peakMegabytes: Number(readFileSync(peakFile, 'utf8')),
  };
}

function eleventy(records: string, out: string, prerendered: boolean): number {
  rmSync(out, { recursive: true, force: true });
  return timed(join(here, 'node_modules', '.bin', 'eleventy'), [], {
    cwd: join(here, 'peers', 'eleventy'),
    env: { ...process.env, RECORDS: records, OUT: out, ...(prerendered ? { PRERENDERED: '1' } : {}) },
  });
}

const pagefind = (site: string): number =>
  timed(join(here, 'node_modules', '.bin', 'pagefind'), ['--site', site, '--quiet']);

function timed(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  return (performance.now() - started) / 1000;
}

/** A digest of all files below a folder: their paths and bytes. */
function treeHash(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function installPeers(): void {
  if (existsSync(join(here, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The peers of the build benchmark could not be installed; see above.');
}
