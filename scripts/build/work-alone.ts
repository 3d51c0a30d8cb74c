import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describingErrors } from '../fetch/atomic-write.ts';
import { makeFolder } from '../fetch/make-folder.ts';
import { isRunning } from './is-running.ts';

/** How long to wait until looking again whether the other process is done. */
const pauseMs = 200;

/**
 * Runs `work` once no other living process does such work with this folder, and says so while it waits. `lock` is the
 * path that its lock files begin with, each of which has the number of its process in the name. So nobody removes but
 * what a killed process left, and of two that start at the same moment never both go on.
 */
export async function workAlone<T>(folder: string, lock: string, work: () => Promise<T>): Promise<T> {
  const own = `${lock}.${nameOf(process.pid)}`;
  let said: number | undefined;
  for (let pid = take(lock, own); pid !== undefined; pid = take(lock, own)) {
    if (pid !== said)
      process.stderr.write(
        `waiting: another build (process ${pid}) is at work with ${folder}; this one goes on when that is done\n`,
      );
    said = pid;
    // Two that saw each other are not to look again at the same moment.
    await setTimeout(pauseMs * (1 + Math.random()));
  }
  try {
    return await work();
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work`, which keeps things in a cache folder, as `workAlone` does. */
export const withCache = <T>(folder: string, work: () => Promise<T>): Promise<T> =>
  workAlone(folder, join(folder, 'lock'), work);

/** Takes a lock; where another process has it, leaves it and answers the number of that. */
function take(lock: string, own: string): number | undefined {
  describingErrors(own, () => {
    makeFolder(dirname(lock));
    writeFileSync(own, '');
  });
  const holder = holderOf(lock, own);
  if (holder !== undefined) rmSync(own, { force: true });
  return holder;
}

/** The number of another living process that has a lock. Locks of ended ones are removed. */
function holderOf(lock: string, own: string): number | undefined {
  for (const name of readdirSync(dirname(lock))) {
    const file = join(dirname(lock), name);
    const owner = name.slice(basename(lock).length + 1);
    const isLock = name.startsWith(`${basename(lock)}.`) && /^\d+(?:-\d+)?$/.test(owner);
    if (!isLock || file === own) continue;
    const pid = Number.parseInt(owner, 10);
    if (isRunning(pid) && owner === nameOf(pid)) return pid;
    rmSync(file, { force: true });
  }
  return undefined;
}

/** The number of a running process and, where the system tells it, when that started: numbers serve again. */
function nameOf(pid: number): string {
  try {
    // The name of the program, in parentheses, may have anything in it; the start is the 20th field behind it.
    const started = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)!.split(' ')[19];
    return `${pid}-${started}`;
  } catch {
    return String(pid);
  }
}
