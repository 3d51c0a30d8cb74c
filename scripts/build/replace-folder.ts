import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describingErrors, writeAtomically } from '../fetch/atomic-write.ts';
import { workAlone } from './work-alone.ts';

const beside = (folder: string, suffix: string): string =>
  join(dirname(resolve(folder)), `.${basename(resolve(folder))}.${suffix}`);

/**
 * Where a build writes before it is known to be good: beside the output folder, so that renaming suffices. What an
 * interrupted build left there is removed. An output folder that it had just moved away is put back, and one that it
 * had begun to change is changed to the end.
 */
export function stagingFolder(out: string): string {
  const staging = beside(out, 'staging');
  const previous = beside(out, 'previous');
  if (existsSync(out) && existsSync(beside(out, 'gone'))) finishChange(out);
  if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
  describingErrors(out, () => {
    rmSync(beside(out, 'gone'), { force: true });
    rmSync(staging, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
    mkdirSync(dirname(staging), { recursive: true });
  });
  return staging;
}

/** Runs `work`, which replaces the output folder, as `workAlone` does. */
export const replacingAlone = <T>(out: string, work: () => Promise<T>): Promise<T> =>
  workAlone(out, beside(out, 'lock'), work);

/** Removes what was staged for a folder, unless the folder has some of it already. */
export function dropStaged(out: string): void {
  if (!existsSync(beside(out, 'gone'))) rmSync(beside(out, 'staging'), { recursive: true, force: true });
}

/** Puts the staged site in the place of the last one. */
export function publish(staging: string, out: string): void {
  const previous = beside(out, 'previous');
  // A part of a year without papers has no file.
  mkdirSync(staging, { recursive: true });
  if (existsSync(out)) moveAway(out, previous);
  renameSync(staging, out);
  rmSync(previous, { recursive: true, force: true });
}

function moveAway(out: string, previous: string): void {
  try {
    renameSync(out, previous);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `${out} cannot be replaced (${code}), and was left as it was. Where it is a file system of its own (a volume ` +
        'that is mounted), name a folder within it with --out.',
      { cause: error },
    );
  }
}

/**
 * Changes the last site into the new one: removes the files that are `gone`, paths below the folder of which none is
 * staged, and puts those in their places that are staged; all others stay. Of a site that hardly changes that is a
 * fraction of what it takes to make all its folders anew and to remove the old ones. It is written down before what is
 * to be done, so that the next build ends what a killed one had begun.
 */
export function change(out: string, gone: readonly string[]): void {
  // Told before anything is changed.
  describingErrors(join(out, 'index.html'), () => accessSync(out, constants.W_OK));
  writeAtomically(beside(out, 'gone'), JSON.stringify(gone));
  finishChange(out);
}

function finishChange(out: string): void {
  const staging = beside(out, 'staging');
  const list = beside(out, 'gone');
  try {
    for (const path of JSON.parse(readFileSync(list, 'utf8')) as string[]) remove(out, path);
    if (existsSync(staging)) moveInto(out, staging);
    rmSync(staging, { recursive: true, force: true });
    rmSync(list);
  } catch (error) {
    throw new Error(
      `${out} was changed in part only (${(error as Error).message}): it has pages of two builds. ` +
        'See that all in it can be written, and build again: the next build with this folder goes on from here.',
      { cause: error },
    );
  }
}

/** Removes a file or a folder, and the folders above that it leaves empty. */
function remove(out: string, path: string): void {
  rmSync(join(out, path), { recursive: true, force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
    if (!removeIfEmpty(join(out, folder))) return;
}

/** Whether a folder is gone then. */
function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves all files of a folder to the same paths in another: a folder that is missing there as a whole. */
function moveInto(folder: string, from: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(folder, entry.name)];
    if (entry.isDirectory() && existsSync(target)) moveInto(target, source);
    else renameSync(source, target);
  }
}
