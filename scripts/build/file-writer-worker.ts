import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';

/** Files to write: each with the place of its bytes in the memory of the batch, or in `memory` for one too large. */
export interface Batch {
  number: number;
  files: [path: string, start: number, end: number][];
  memory?: SharedArrayBuffer | undefined;
}

/** When each file of a batch was last modified; or why one was not written. */
export interface Outcome {
  times: number[];
  error?: { message: string; code: string | undefined };
}

interface WorkerData {
  port: MessagePort;
  busy: Int32Array<SharedArrayBuffer>;
  memory: SharedArrayBuffer[];
}

const { port, busy, memory } = workerData as WorkerData;
const folders = new Set<string>();

port.on('message', ({ number, files, memory: own }: Batch) => {
  const times: number[] = [];
  try {
    for (const [path, start, end] of files)
      times.push(write(path, new Uint8Array(own ?? memory[number]!, start, end - start)));
    port.postMessage({ times } satisfies Outcome);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    port.postMessage({ times, error: { message, code } } satisfies Outcome);
  }
  Atomics.store(busy, number, 0);
  Atomics.notify(busy, number);
});

/** Writes a new file; answers when it was last modified. */
function write(path: string, bytes: Uint8Array): number {
  const folder = dirname(path);
  if (!folders.has(folder)) {
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  const handle = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    return fstatSync(handle).mtimeMs;
  } finally {
    closeSync(handle);
  }
}
