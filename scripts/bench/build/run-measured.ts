import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a command took: wall seconds, and processor seconds of it and all that it started (null but on Linux). */
export interface Cost {
  wall: number;
  processor: number | null;
}

/** Runs a command to its end and answers what it printed and took. Throws with what it said when it fails. */
export function runMeasured(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Cost & { stdout: string } {
  const before = childTicks();
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  const wall = (performance.now() - started) / 1000;
  const after = childTicks();
  return {
    stdout,
    wall,
    processor: before === null || after === null ? null : (after - before) / ticksPerSecond,
  };
}

/** Linux counts processor time for user programs in hundredths of a second (USER_HZ, time(7)). */
const ticksPerSecond = 100;

/** The processor time of all ended children, in ticks: the fields cutime and cstime of proc_pid_stat(5). */
function childTicks(): number | null {
  if (!existsSync('/proc/self/stat')) return null;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[13]) + Number(fields[14]);
}

/** The median of each part of several costs. */
export function medianCost(costs: readonly Cost[]): Cost {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const processor = costs.flatMap((cost) => (cost.processor === null ? [] : [cost.processor]));
  return {
    wall: median(costs.map(({ wall }) => wall)),
    processor: processor.length < costs.length ? null : median(processor),
  };
}

export const sumCosts = (a: Cost, b: Cost): Cost => combined(a, b, (x, y) => x + y);

/** What one command took beyond what another did that does a part of the same. */
export const costBeyond = (whole: Cost, part: Cost): Cost => combined(whole, part, (x, y) => x - y);

/** Both parts of two costs, combined. */
export const combined = (a: Cost, b: Cost, operation: (a: number, b: number) => number): Cost => ({
  wall: operation(a.wall, b.wall),
  processor: a.processor === null || b.processor === null ? null : operation(a.processor, b.processor),
});
