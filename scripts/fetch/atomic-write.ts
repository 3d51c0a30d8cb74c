import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a file whole or not at all: into a hidden file beside it, of this thread alone, which then takes its name.
 * Makes the folder. Throws an error that says plainly what is in the way (a full disk, a read-only folder).
 */
export function writeAtomically(file: string, content: Uint8Array | string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}-${threadId}.tmp`);
  try {
    makeFolder(dirname(file));
    const handle = openSync(temporary, 'w');
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw describeWriteError(error as NodeJS.ErrnoException, file);
  }
}

/** Answers what `write` does, which writes to `file`; its errors are described as of that file. */
export function describingErrors<Answer>(file: string, write: () => Answer): Answer {
  try {
    return write();
  } catch (error) {
    throw describeWriteError(error as NodeJS.ErrnoException, file);
  }
}

/** Whether an error says that the disk is full or that a folder cannot be written to. */
export function isWriteError(error: unknown): error is NodeJS.ErrnoException {
  const { code = '', syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  return /^(?:ENOSPC|EDQUOT|EROFS|EACCES|EPERM)$/.test(code) || (code === 'ENOENT' && syscall === 'mkdir');
}

/** An error of the file system in the words of the person who can do something about it. */
export function describeWriteError(error: NodeJS.ErrnoException, file: string): Error {
  const kept = 'What stood there before is kept';
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Error(
        `The disk is full: ${file} could not be written. ${kept}; free some space and run the command again.`,
        { cause: error },
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    // Node reports a folder that cannot be made on a read-only file system as one whose parent is missing, and so does
    // the system below /proc.
    case 'ENOENT':
      return new Error(
        `${dirname(file)} cannot be written to (${error.code}): ${file} was not written. ${kept}; make the folder writable, or use another one.`,
        { cause: error },
      );
    default:
      return new Error(`${file} could not be written: ${error.message}. ${kept}.`, { cause: error });
  }
}
