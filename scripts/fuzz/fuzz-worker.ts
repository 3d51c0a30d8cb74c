import { parentPort, workerData } from 'node:worker_threads';
import { fuzzCase, fuzzTargets } from './targets.ts';

/** What the watching thread gives: the seed, where to start, how long to go on, and a view of where it is. */
export interface FuzzJob {
  seed: number;
  seconds: number;
  only: string | null;
  firstCase: number;
  /** Index of the target and number of the case that run now. */
  place: Int32Array;
}

export interface TargetReport {
  name: string;
  cases: number;
  slowestMilliseconds: number;
  failures: { number: number; error: string }[];
}

const mostFailures = 5;
const { seed, seconds, only, firstCase, place } = workerData as FuzzJob;
const targets = await fuzzTargets();
const reports = targets.map(({ name }): TargetReport => ({
  name,
  cases: 0,
  slowestMilliseconds: 0,
  failures: [],
}));
const end = performance.now() + seconds * 1000;
const isOn = ({ name, failures }: TargetReport) =>
  (only === null || name === only) && failures.length < mostFailures;
for (let number = firstCase; performance.now() < end && reports.some(isOn); number += 1)
  for (const [index, target] of targets.entries()) {
    const report = reports[index]!;
    if (!isOn(report)) continue;
    Atomics.store(place, 0, index);
    Atomics.store(place, 1, number);
    const started = performance.now();
    try {
      await fuzzCase(target, seed, number).run();
    } catch (error) {
      report.failures.push({
        number,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    report.cases += 1;
    report.slowestMilliseconds = Math.max(report.slowestMilliseconds, performance.now() - started);
  }
parentPort!.postMessage(reports);
