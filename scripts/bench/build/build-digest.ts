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

/** What the pages alone took: the main thread's part of the stages that make them, and the thread that writes them. */
export function pagesCost({ stages, writingSeconds }: BuildReport): Cost {
  const own = stages.filter(({ name }) => /^(?:lay out|stamp)/.test(name));
  return {
    wall: own.reduce((sum, { seconds }) => sum + seconds, 0),
    processor: own.reduce<number | null>(
      (sum, { ownSeconds }) => (sum === null || ownSeconds === null ? null : sum + ownSeconds),
      writingSeconds,
    ),
  };
}
