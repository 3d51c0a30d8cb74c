import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeWriteError } from '../fetch/atomic-write.ts';
import { makeFolder } from '../fetch/make-folder.ts';
import { isRunning } from './is-running.ts';

/**
 * Runs `work` unless another process that still lives does such work with this folder: then an error says so. `lock` is
 * the path that its lock files begin with, each of which has the number of its process in the name. So nobody removes
 * but what a killed process left, and of two that start at the same moment never both go on.
 */
export async function workAlone<T>(folder: string, lock: string, work: () => Promise<T>): Promise<T> {
  const own = `${lock}.${nameOf(process.pid)}`;
  try {
    makeFolder(dirname(lock));
    writeFileSync(own, '');
  } catch (error) {
    throw describeWriteError(error as NodeJS.ErrnoException, own);
  }
  try {
    refuseIfTaken(folder, lock, own);
    return await work();
  } finally {
    rmSync(own, { force: true });
  }
}

/** Runs `work`, which keeps things in a cache folder, as `workAlone` does. */
export const withCache = <T>(folder: string, work: () => Promise<T>): Promise<T> =>
  workAlone(folder, join(folder, 'lock'), work);

function refuseIfTaken(folder: string, lock: string, own: string): void {
  for (const name of readdirSync(dirname(lock))) {
    const file = join(dirname(lock), name);
    const owner = name.slice(basename(lock).length + 1);
    const isLock = name.startsWith(`${basename(lock)}.`) && /^\d+(?:-\d+)?$/.test(owner);
    if (!isLock || file === own) continue;
    const pid = Number.parseInt(owner, 10);
    if (isRunning(pid) && owner === nameOf(pid))
      throw new Error(
        `Another build (process ${pid}) is at work with ${folder}, and nothing was changed there. ` +
          `Run the command again when that is done, or name another folder; if process ${pid} is no build, remove ${file}.`,
      );
    rmSync(file, { force: true });
  }
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
