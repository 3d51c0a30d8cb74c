import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describingErrors } from '../fetch/atomic-write.ts';

const newline = 10;
const tab = 9;
const bytesAtOnce = 1 << 20;

/**
 * The memory that texts pass through, which serves again: of fresh memory outside of the heap the engine is so careful
 * that it collects garbage all the time.
 */
let passage = Buffer.allocUnsafeSlow(1 << 16);

function withRoomFor(bytes: number): Buffer {
  if (passage.length < bytes) passage = Buffer.allocUnsafeSlow(2 * bytes);
  return passage;
}

/** Where a text stands in a file, in bytes. */
export interface Place {
  start: number;
  bytes: number;
}

/** What stands at a place of an open file. */
export function readPlace(handle: number, { start, bytes }: Place): string {
  const buffer = withRoomFor(bytes);
  readSync(handle, buffer, 0, bytes, start);
  return buffer.toString('utf8', 0, bytes);
}

/**
 * A file of lines `key TAB text` that is only added to, of which no more is in memory than where each line is. Neither
 * keys nor texts have a line break, nor keys a tab. Of two lines with one key the later counts. A last line that was
 * cut off (a build killed while writing) is passed over, and goes when a line is added: with a line break behind it, it
 * would be taken for a whole one. Answers what it had when it was opened, and what was added here. Where it cannot be
 * written, an error says plainly what is in the way (a full disk).
 *
 * The file stays open for as long as the process lives: it may be replaced, and its texts can still be read.
 */
export class KeyedLines {
  readonly #file: string;
  readonly #places = new Map<string, Place>();
  #handle: number | undefined;
  /** Where a last line begins that was cut off, and where it ends. */
  #cutOff: Place | undefined;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    this.#handle = openSync(file, 'a+');
    this.#findLines(this.#handle);
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Where the text of this key is. */
  placeOf(key: string): Place | undefined {
    return this.#places.get(key);
  }

  /** The text of this key. */
  get(key: string): string | undefined {
    const place = this.#places.get(key);
    return place && readPlace(this.handle, place);
  }

  /** The open file, of which `readPlace` reads. It must have been there, or something been added. */
  get handle(): number {
    return this.#handle!;
  }

  /** Adds a line, and answers where its text is. */
  add(key: string, text: string): Place {
    return describingErrors(this.#file, () => {
      const handle = (this.#handle ??= this.#create());
      this.#removeCutOff(handle);
      const line = `${key}\t${text}\n`;
      const buffer = withRoomFor(3 * line.length);
      const length = buffer.write(line);
      const bytes = Buffer.byteLength(text);
      // Asked each time, since another build with this file may have added to it.
      const place = { start: fstatSync(handle).size + length - bytes - 1, bytes };
      writeFileSync(handle, buffer.subarray(0, length));
      this.#places.set(key, place);
      return place;
    });
  }

  /** Forgets a line until the next build. */
  delete(key: string): void {
    this.#places.delete(key);
  }

  /** Replaces the file by one with the lines of these keys alone; a killed build leaves the old one whole. */
  keepOnly(keys: Iterable<string>): void {
    describingErrors(this.#file, () => {
      const temporary = `${this.#file}.tmp`;
      const handle = openSync(temporary, 'w');
      for (const key of keys) writeFileSync(handle, `${key}\t${this.get(key)!}\n`);
      closeSync(handle);
      renameSync(temporary, this.#file);
    });
  }

  #removeCutOff(handle: number): void {
    const cutOff = this.#cutOff;
    this.#cutOff = undefined;
    // Another thread may have been about to write it when the file was opened.
    if (cutOff !== undefined && fstatSync(handle).size === cutOff.start + cutOff.bytes)
      ftruncateSync(handle, cutOff.start);
  }

  #create(): number {
    mkdirSync(dirname(this.#file), { recursive: true });
    return openSync(this.#file, 'a+');
  }

  #findLines(handle: number): void {
    let buffer = Buffer.allocUnsafe(bytesAtOnce);
    for (let position = 0; ;) {
      const bytes = readSync(handle, buffer, 0, buffer.length, position);
      const read = buffer.subarray(0, bytes);
      let start = 0;
      for (let end = read.indexOf(newline); end >= 0; end = read.indexOf(newline, start)) {
        const keyEnd = read.indexOf(tab, start);
        if (keyEnd >= 0 && keyEnd < end)
          this.#places.set(read.toString('utf8', start, keyEnd), {
            start: position + keyEnd + 1,
            bytes: end - keyEnd - 1,
          });
        start = end + 1;
      }
      if (bytes < buffer.length) {
        if (start < bytes) this.#cutOff = { start: position + start, bytes: bytes - start };
        return;
      }
      if (start === 0) buffer = Buffer.allocUnsafe(2 * buffer.length);
      position += start;
    }
  }
}
