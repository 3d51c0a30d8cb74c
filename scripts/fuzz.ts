import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzJob, TargetReport } from './fuzz/fuzz-worker.ts';
import { fuzzCase, fuzzTargets } from './fuzz/targets.ts';

/*
 * `npm run fuzz -- [--seed N] [--seconds N] [--only TARGET] [--case N]`: gives damaged input to every reader, the
 * restorer, what renders abstracts and Markdown, the query parser and the reader of search shards. Nothing may throw,
 * hang, yield unsafe HTML, or lose a line. A case that does is written below .cache/fuzz, and run again by its number.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    only: { type: 'string' },
    case: { type: 'string' },
  },
});
const seed = Number(values.seed);
const isOneCase = values.case !== undefined;
const maxCaseSeconds = { processor: 20, wall: 300 };
const folder = '.cache/fuzz';

const place = new Int32Array(new SharedArrayBuffer(8));
const job: FuzzJob = {
  seed,
  seconds: isOneCase ? 0.001 : Number(values.seconds),
  only: values.only ?? null,
  firstCase: Number(values.case ?? 0),
  place,
};
const targets = await fuzzTargets();
if (values.only !== undefined && !targets.some(({ name }) => name === values.only)) {
  console.error(
    `There is no target "${values.only}": choose one of ${targets.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const worker = new Worker(new URL('./fuzz/fuzz-worker.ts', import.meta.url), { workerData: job });
const watch = watchPlace();
worker.on('message', (reports: TargetReport[]) => {
  clearInterval(watch);
  for (const { name, cases, slowestMilliseconds, failures } of reports) {
    if (cases > 0)
      console.log(
        `${name.padEnd(10)} ${String(cases).padStart(7)} cases, the slowest ${slowestMilliseconds.toFixed(0)} ms`,
      );
    for (const { number, error } of failures) tell(name, number, error);
  }
  const failed = reports.reduce((sum, { failures }) => sum + failures.length, 0);
  console.log(
    failed === 0 ? `seed ${seed}: no promise was broken` : `seed ${seed}: ${failed} cases broke a promise`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
});

/** Ends the run when one case takes longer than any may: in processor time, since other jobs may hold the machine. */
function watchPlace(): NodeJS.Timeout {
  let last = '';
  let since = timesNow();
  return setInterval(() => {
    const now = place.join(' ');
    if (now !== last) [last, since] = [now, timesNow()];
    const { processor, wall } = timesNow();
    if (processor - since.processor < maxCaseSeconds.processor && wall - since.wall < maxCaseSeconds.wall)
      return;
    tell(
      targets[place[0]!]!.name,
      place[1]!,
      `The case did not end within ${maxCaseSeconds.processor} s of processor time or ${maxCaseSeconds.wall} s.`,
    );
    process.exit(1);
  }, 500);
}

/** Seconds of processor time, of all threads, and of the clock. */
function timesNow(): typeof maxCaseSeconds {
  const { user, system } = process.cpuUsage();
  return { processor: (user + system) / 1e6, wall: performance.now() / 1000 };
}

function tell(name: string, number: number, error: string): void {
  const file = `${folder}/${name}-${seed}-${number}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    fuzzCase(
      targets.find((target) => target.name === name)!,
      seed,
      number,
    ).input,
  );
  console.error(
    `${name}, case ${number}: ${error}\n  the input is in ${file}; again: npm run fuzz -- --seed ${seed} --only ${name} --case ${number}`,
  );
}
