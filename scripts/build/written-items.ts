import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { Corpus } from '#corpus/corpus.ts';
import type { Entry } from '#corpus/schema.ts';
import { onceFor } from '#memo/once-for.ts';
import { createUrls } from '#site/urls.ts';
import type { FeedFormat } from '#syndication/feed-document.ts';
import { createPaperItems } from '#syndication/paper-items.ts';
import type { FeedItem } from '#syndication/schema.ts';
import type { Place } from './keyed-lines.ts';

/**
 * The entries of papers in outgoing feeds, as bytes. A paper is in several feeds, and to make its entry again takes
 * many times as long as to read it from a file. Call `close` in the end.
 */
export class WrittenItems {
  readonly #itemOf: (entry: Entry) => FeedItem;
  readonly #file: BytesFile | null;

  /** `file`: where those go that are not kept in memory; null when there are few papers, which all are. */
  constructor(corpus: Corpus, file: string | null) {
    this.#itemOf = createPaperItems(corpus, createUrls(corpus.site));
    this.#file = file === null ? null : new BytesFile(file);
  }

  /** The function that gives a paper in a format: what it gave is to be used before `release` is called. */
  inFormat({ item: write }: Pick<FeedFormat, 'item'>): (entry: Entry) => Uint8Array {
    const bytesOf = onceFor((item: FeedItem) => Buffer.from(write(item)));
    const file = this.#file;
    if (file === null) return (entry) => bytesOf(this.#itemOf(entry));
    const places = new Map<string, Place>();
    return (entry) => {
      const { id } = entry.paper;
      const place = places.get(id);
      if (place !== undefined) return file.read(place);
      const bytes = bytesOf(this.#itemOf(entry));
      places.set(id, file.append(bytes));
      return bytes;
    };
  }

  /** Says that nothing is needed any more of what was given. */
  release(): void {
    this.#file?.release();
  }

  close(): void {
    this.#file?.close();
  }
}

/**
 * A file that bytes are added to and read from, into memory that serves again. It loses its name at once, so that it is
 * gone when the build ends, however it does.
 */
class BytesFile {
  readonly #handle: number;
  #end = 0;
  #memory = Buffer.allocUnsafeSlow(1 << 20);
  #used = 0;

  constructor(path: string) {
    this.#handle = openSync(path, 'w+');
    rmSync(path);
  }

  append(bytes: Uint8Array): Place {
    const start = this.#end;
    for (let written = 0; written < bytes.length;)
      written += writeSync(this.#handle, bytes, written, bytes.length - written, start + written);
    this.#end += bytes.length;
    return { start, bytes: bytes.length };
  }

  /** The bytes at a place, until the next `release`. */
  read({ start, bytes }: Place): Uint8Array {
    if (this.#used + bytes > this.#memory.length) {
      // What was read before stays where it is for those who have it.
      this.#memory = Buffer.allocUnsafeSlow(2 * (this.#memory.length + bytes));
      this.#used = 0;
    }
    const found = this.#memory.subarray(this.#used, (this.#used += bytes));
    readSync(this.#handle, found, 0, bytes, start);
    return found;
  }

  release(): void {
    this.#used = 0;
  }

  close(): void {
    closeSync(this.#handle);
  }
}
