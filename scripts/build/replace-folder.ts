import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describingErrors } from '../fetch/atomic-write.ts';
import { workAlone } from './work-alone.ts';

const beside = (folder: string, suffix: string): string =>
  join(dirname(resolve(folder)), `.${basename(resolve(folder))}.${suffix}`);

/**
 * Where a build writes before it is known to be good: beside the output folder, so that renaming suffices. What an
 * interrupted build left there is removed, and an output folder that it had just moved away is put back.
 */
export function stagingFolder(out: string): string {
  const staging = beside(out, 'staging');
  const previous = beside(out, 'previous');
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  describingErrors(out, () => {
    rmSync(staging, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
    mkdirSync(dirname(staging), { recursive: true });
  });
  return staging;
}

/** Runs `work`, which replaces the output folder, as `workAlone` does. */
export const replacingAlone = <T>(out: string, work: () => Promise<T>): Promise<T> =>
  workAlone(out, beside(out, 'lock'), work);

/** Puts the staged site in the place of the last one. */
export function publish(staging: string, out: string): void {
  const previous = beside(out, 'previous');
  // A part of a year without papers has no file.
  mkdirSync(staging, { recursive: true });
  if (existsSync(out)) renameSync(out, previous);
  renameSync(staging, out);
  rmSync(previous, { recursive: true, force: true });
}
