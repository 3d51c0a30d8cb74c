import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../../browser.ts';
import { pageTypes } from '../../page-types.ts';
import { serve } from '../../serve.ts';
import { makeContentFolder } from '../build/content-folder.ts';
import { writeBaselinePages } from '../baseline-pages.ts';
import { installPeers } from '../install-peers.ts';
import { papersOfSize } from '../sizes.ts';
import { sumTransfer, type Transfer } from './sum-transfer.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const categories = ['accessibility', 'best-practices', 'seo'] as const;

/** The parts of Lighthouse's result that are read. */
interface LighthouseResult {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number; details?: { items?: unknown[] } }>;
}

type Lighthouse = (url: string, flags: object) => Promise<{ lhr: LighthouseResult } | undefined>;

/**
 * `npm run bench -- pages [--dist DIR | --size 10k]`: Lighthouse on a page of each type, as a phone sees it on a first
 * visit; then what the page costs over the wire; and, as the baseline, the paper with formulas as others would serve
 * it. Builds the site of `content` when no folder is given. With `--size 10k` it builds a site of so many real papers
 * instead and measures the heaviest page of a paper alone.
 */
export async function benchPages(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { dist: { type: 'string' }, size: { type: 'string' } } });
  const lighthouse = await installedLighthouse();
  const scratch = mkdtempSync(join(tmpdir(), 'digest-pages-'));
  const dist = values.dist ?? (await builtSite(scratch, values.size));
  const { server, url } = await serve(dist);
  const port = await freePort();
  const options = await browserLaunchOptions();
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  try {
    console.log(
      row('page', [
        'access.',
        'practices',
        'SEO',
        'shift',
        'requests',
        'HTML B',
        'CSS B',
        'JS B',
        'all but fonts B',
        'fonts B',
      ]),
    );
    // Lighthouse gives no scores to a page of status 404.
    const { 'not found': _, ...measured } = pageTypes;
    const measure = async (name: string, address: string): Promise<void> => {
      const result = await lighthouse(address, {
        port,
        onlyCategories: [...categories, 'performance'],
        logLevel: 'silent',
      });
      if (result === undefined) throw new Error(`Lighthouse gave no result for ${name}.`);
      report(name, result.lhr);
    };
    await measure('heaviest paper', new URL(heaviestPaper(dist), url).href);
    if (values.size !== undefined) return;
    for (const [name, path] of Object.entries(measured)) await measure(name, new URL(path, url).href);
    console.log('Baseline: the paper with formulas');
    const folder = join(scratch, 'baseline');
    const baselinePages = writeBaselinePages(dist, pageTypes['paper with formulas']!, folder);
    const baseline = await serve(folder);
    try {
      for (const [name, path] of Object.entries(baselinePages))
        await measure(name, new URL(path, baseline.url).href);
    } finally {
      baseline.server.close();
    }
    console.log(
      'Limits: 100 in each category, shift 0, a paper page at most 30,000 bytes without fonts. Bytes are as served with gzip, on a first visit.',
    );
  } finally {
    await browser.close();
    server.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function report(name: string, { categories: scores, audits }: LighthouseResult): void {
  const transfer = sumTransfer((audits['network-requests']?.details?.items ?? []) as Transfer[]);
  const shift = audits['cumulative-layout-shift']?.numericValue ?? 0;
  const values = categories.map((category) => Math.round((scores[category]?.score ?? 0) * 100));
  const { requests, document, styles, scripts, fonts, others } = transfer;
  console.log(
    row(name, [
      ...values,
      Number(shift.toFixed(4)),
      requests,
      document,
      styles,
      scripts,
      document + styles + scripts + others,
      fonts,
    ]),
  );
  const lost = categories.flatMap((category) =>
    (scores[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id),
  );
  if (lost.length > 0) console.log(`  points lost to: ${lost.join(', ')}`);
}

const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(26) +
  cells
    .map((cell) => String(cell).padStart(16 - (typeof cell === 'string' && cell.length > 10 ? 0 : 6)))
    .join('');

/** Builds the site of `content`, or of so many real papers; answers its folder. */
async function builtSite(scratch: string, size: string | undefined): Promise<string> {
  const out = join(scratch, 'site');
  const options = ['--out', out];
  if (size !== undefined) {
    const content = join(scratch, 'content');
    await makeContentFolder(content, papersOfSize(size));
    options.push('--content', content, '--cache', join(scratch, 'cache'));
  }
  const { status, stderr } = spawnSync('node', ['scripts/digest.ts', 'build', ...options], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`The site could not be built:\n${stderr}`);
  return out;
}

/** The page of a paper whose HTML is largest when packed, as a path of the site. */
function heaviestPaper(dist: string): string {
  let most = 0;
  let path = '';
  for (const slug of readdirSync(join(dist, 'papers')).sort()) {
    const file = join(dist, 'papers', slug, 'index.html');
    if (!existsSync(file)) continue;
    const bytes = gzipSync(readFileSync(file)).length;
    if (bytes > most) [most, path] = [bytes, `papers/${slug}/`];
  }
  return path;
}

async function installedLighthouse(): Promise<Lighthouse> {
  installPeers(here);
  const module = (await import(join(here, 'node_modules', 'lighthouse', 'core', 'index.js'))) as {
    default: Lighthouse;
  };
  return module.default;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
