import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import type { Batch, Outcome, Strays, WriterData, Written } from './file-writer-worker.ts';
import type { LastSite } from './last-site.ts';

/** Batches that may be under way, and the bytes of one; a file that is larger is a batch of its own. */
const batchCount = 4;
const batchBytes = 1 << 23;
/** After so long without a sign the thread that writes must have died. */
const patience = 10 * 60 * 1000;

/**
 * Writes files in a thread of its own, so that the thread that makes them need not wait for the disk. The same thread
 * looks up at once which files of the last site are as they were written. Texts are copied as they are, two bytes a
 * unit, into memory that both threads share, and encoded there: that takes the thread that makes them an eighth of the
 * time. The memory serves again, since most of the time of copying goes to fresh memory. Folders are made where
 * missing; a file that is there already is an error, since no two files of a site have one path. An error of the disk
 * is thrown by a later call, `settle` at the latest. Call `close` in the end.
 */
export class FileWriter {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  /** 1 for each batch that is being written. */
  readonly #busy = new Int32Array(new SharedArrayBuffer(4 * batchCount));
  readonly #memory = Array.from({ length: batchCount }, () => Buffer.from(new SharedArrayBuffer(batchBytes)));
  readonly #written: Written[] = [];
  /** What is known of each group of the last site, and behind them of the strays: 0 for nothing yet. */
  readonly #found: Int32Array<SharedArrayBuffer>;
  #strays: readonly string[] = [];
  #files: Batch['files'] = [];
  #number = 0;
  #used = 0;
  #count = 0;

  /** Writes below the folder `out`. */
  constructor(out: string, last: LastSite) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#found = new Int32Array(new SharedArrayBuffer(4 * (last.groups.length + 1)));
    const memory = this.#memory.map(({ buffer }) => buffer);
    this.#worker = new Worker(new URL('./file-writer-worker.ts', import.meta.url), {
      workerData: {
        out,
        last,
        found: this.#found,
        port: port2,
        busy: this.#busy,
        memory,
      } satisfies WriterData,
      transferList: [port2],
    });
    this.#worker.unref();
  }

  /** Writes a file, at a path below the folder, of parts one after the other. Answers its number, counted from 0. */
  write(path: string, parts: readonly (string | Uint8Array)[]): number {
    // Two bytes a unit, and one more where a text begins at an odd place.
    const most = parts.reduce((sum, part) => sum + part.length * (typeof part === 'string' ? 2 : 1) + 1, 0);
    if (this.#used + most > batchBytes) this.#send();
    const memory = most > batchBytes ? Buffer.from(new SharedArrayBuffer(most)) : this.#memory[this.#number]!;
    const places: number[] = [];
    let end = this.#used;
    for (const part of parts) {
      if (typeof part === 'string') {
        const start = end + (end & 1);
        end = start + memory.write(part, start, 'utf16le');
        places.push(start, end, 1);
      } else {
        memory.set(part, end);
        places.push(end, (end += part.length), 0);
      }
    }
    this.#files.push([path, places]);
    this.#used = end;
    if (most > batchBytes) this.#send(memory.buffer as SharedArrayBuffer);
    return this.#count++;
  }

  /** Whether the files of a group of the last site are there as they were written. */
  isAsWritten(group: number): boolean {
    return this.#look(group) === 1;
  }

  /** What is in the folder of the last site but of none of its groups: paths of files, and of empty folders. */
  strays(): readonly string[] {
    this.#look(this.#found.length - 1);
    this.#receive();
    return this.#strays;
  }

  /** Waits until all files are written. Answers how each was, by its number. */
  settle(): readonly Written[] {
    this.#send();
    for (let number = 0; number < batchCount; number += 1) this.#await(number);
    return this.#written;
  }

  async close(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }

  /** Hands a batch over, and waits for room for the next one. */
  #send(memory?: SharedArrayBuffer): void {
    if (this.#files.length > 0) {
      Atomics.store(this.#busy, this.#number, 1);
      this.#port.postMessage({ number: this.#number, files: this.#files, memory } satisfies Batch);
      this.#number = (this.#number + 1) % batchCount;
      this.#files = [];
      this.#used = 0;
    }
    this.#await(this.#number);
  }

  #await(number: number): void {
    if (Atomics.wait(this.#busy, number, 1, patience) === 'timed-out') throw noAnswer();
    this.#receive();
  }

  /** What the thread found at a place, when it has looked. */
  #look(place: number): number {
    if (Atomics.wait(this.#found, place, 0, patience) === 'timed-out') throw noAnswer();
    return Atomics.load(this.#found, place);
  }

  #receive(): void {
    for (let received; (received = receiveMessageOnPort(this.#port));) {
      const message = received.message as Outcome | Strays;
      if ('strays' in message) this.#strays = message.strays;
      else this.#take(message);
    }
  }

  #take({ written, error }: Outcome): void {
    // An error loses its code and path when it is sent.
    if (error !== undefined) throw Object.assign(new Error(error.message), error);
    for (const file of written) this.#written.push(file);
  }
}

const noAnswer = (): Error =>
  new Error('The files of the site cannot be written: the thread that writes them does not answer.');
