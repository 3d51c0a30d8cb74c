import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BuildReport } from '../../build/build-site.ts';
import { runMeasured, type Cost } from './run-measured.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const reportPeak = fileURLToPath(new URL('report-peak.mjs', import.meta.url));

/** A build, what it took, and its peak of memory as the operating system counts it. */
export interface MeasuredBuild extends Cost {
  report: BuildReport;
  peakMegabytes: number;
}

/** Builds a site in a process of its own. */
export function buildDigest(content: string, cache: string, out: string): MeasuredBuild {
  const peakFile = `${cache}-peak.txt`;
  const options = ['--content', content, '--cache', cache, '--out', out];
  const { stdout, wall, processor } = runMeasured(
    'node',
    ['--import', reportPeak, 'scripts/digest.ts', 'build', ...options],
    { cwd: project, env: { ...process.env, PEAK_FILE: peakFile } },
  );
  return {
    report: JSON.parse(stdout) as BuildReport,
    wall,
    processor,
    peakMegabytes: Number(readFileSync(peakFile, 'utf8')),
  };
}

/**
 * What it takes to read and prepare the papers of a content folder for a build: nothing but reading when the cache
 * knows them.
 */
export function prepareDigest(content: string, cache: string): Cost {
  return runMeasured('node', ['scripts/digest.ts', 'prepare', '--content', content, '--cache', cache], {
    cwd: project,
  });
}
