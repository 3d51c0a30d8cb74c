import { transcode } from 'node:buffer';
import { closeSync, fstatSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import { eachPathBelow } from './files-below.ts';
import { filesOfGroup, isAsWritten, type LastSite } from './last-site.ts';

/**
 * Files to write below the folder: each with the places of its parts in the memory of the batch, or in `memory` for one
 * too large. Of a part: where it starts, where it ends, and 1 for a text in UTF-16, 0 for bytes.
 */
export interface Batch {
  number: number;
  files: [path: string, places: number[]][];
  memory?: SharedArrayBuffer | undefined;
}

/** The bytes of a file that was written, and when it was last modified (milliseconds since 1970). */
export interface Written {
  bytes: number;
  modified: number;
}

/** The files of a batch; or why one was not written. */
export interface Outcome {
  written: Written[];
  error?: { message: string; code: string | undefined; path: string | undefined };
}

/**
 * What is in the folder of the last site but of none of its groups: paths of files, and of folders with nothing in
 * them.
 */
export interface Strays {
  strays: string[];
}

/**
 * What the thread begins with. It says in `found` of each group of the last site whether it is as written: 1, or else
 * 2; and behind them 1 when it has sent the `Strays`, before all else.
 */
export interface WriterData {
  out: string;
  last: LastSite;
  found: Int32Array<SharedArrayBuffer>;
  port: MessagePort;
  busy: Int32Array<SharedArrayBuffer>;
  memory: SharedArrayBuffer[];
}

const { out, last, found, port, busy, memory } = workerData as WriterData;
const folders = new Set<string>();
/** Where the bytes of a file are put together, of any size that was needed so far. */
let scratch = Buffer.allocUnsafeSlow(1 << 20);

port.on('message', ({ number, files, memory: own }: Batch) => {
  const written: Written[] = [];
  const source = Buffer.from(own ?? memory[number]!);
  try {
    for (const [path, places] of files) written.push(write(path, bytesOf(source, places)));
    port.postMessage({ written } satisfies Outcome);
  } catch (error) {
    const { message, code, path } = error as NodeJS.ErrnoException;
    port.postMessage({ written, error: { message, code, path } } satisfies Outcome);
  }
  Atomics.store(busy, number, 0);
  Atomics.notify(busy, number);
});

/** The parts of a file, one after the other; to be used before the next ones. */
function bytesOf(source: Buffer, places: readonly number[]): Uint8Array {
  let end = 0;
  for (let at = 0; at < places.length; at += 3) {
    const part = source.subarray(places[at], places[at + 1]);
    const bytes = places[at + 2] === 1 ? encoded(part) : part;
    if (places.length === 3) return bytes;
    if (end + bytes.length > scratch.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (end + bytes.length));
      scratch.copy(larger, 0, 0, end);
      scratch = larger;
    }
    scratch.set(bytes, end);
    end += bytes.length;
  }
  return scratch.subarray(0, end);
}

/** A text in UTF-8 instead of UTF-16: in a quarter of the time that a string in between takes. */
function encoded(text: Buffer): Uint8Array {
  try {
    return transcode(text, 'utf16le', 'utf8');
  } catch {
    // It has half of a surrogate pair; a string gives U+FFFD for that.
    return Buffer.from(text.toString('utf16le'));
  }
}

/** A new file, whose folder is there then. */
function inItsFolder(path: string): string {
  const folder = dirname(path);
  if (!folders.has(folder)) {
    mkdirSync(join(out, folder), { recursive: true });
    folders.add(folder);
  }
  return join(out, path);
}

/** Writes a new file. */
function write(path: string, bytes: Uint8Array): Written {
  const handle = openSync(inItsFolder(path), 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
    return { bytes: bytes.length, modified: fstatSync(handle).mtimeMs };
  } finally {
    closeSync(handle);
  }
}

/**
 * Says of each group of the last site whether it is as it was written. What is behind a link is not, for that leads out
 * of the site, nor is anything of a site that cannot be read.
 */
function lookUp({ site, groups }: LastSite): void {
  const present = new Set(groups.length > 0 ? pathsOf(site) : []);
  const known: string[] = [];
  groups.forEach((line, group) => {
    const files = filesOfGroup(line);
    const isWhole =
      files.length > 0 && files.every((file) => present.has(file[0]) && isAsWritten(site, file));
    for (const [path] of files) known.push(path);
    say(group, isWhole ? 1 : 2);
  });
  for (const path of known) present.delete(path);
  port.postMessage({ strays: [...present] } satisfies Strays);
  say(groups.length, 1);
}

function say(place: number, what: 1 | 2): void {
  Atomics.store(found, place, what);
  Atomics.notify(found, place);
}

/** What is in the folder of a site; nothing if that cannot be read. */
function pathsOf(site: string): string[] {
  const paths: string[] = [];
  try {
    eachPathBelow(site, (path) => paths.push(path));
    return paths;
  } catch {
    return [];
  }
}

lookUp(last);
