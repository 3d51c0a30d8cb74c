import { Readable } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import type { Note } from '#diagnostics/message-log.ts';
import type { ReadLimits } from './limits.ts';

/** Bytes that come piece by piece. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Compressed bytes go on in pieces of so many: what the piece with the damage holds before it is lost. */
const pieceBytes = 2 ** 14;
/** Where the damage is within so many compressed bytes, all that comes before it is found. */
const salvagedBytes = 2 ** 16;
/** Decompressed chunks that may wait for the reader before more is decompressed. */
const maxWaiting = 16;

/**
 * The bytes of a feed, decompressed when they begin with the magic bytes of gzip, whatever the file is called. Chunks
 * that cannot be read, what cannot be decompressed, and a stream that grows beyond the limits (a zip bomb) end the bytes
 * with a message; what comes before the damage is read, all but a piece at most.
 */
export async function* decompressed(
  chunks: ByteChunks,
  limits: ReadLimits,
  note: Note,
): AsyncGenerator<Uint8Array> {
  const source = joinedHead(readable(chunks, note));
  const first = await source.next();
  if (first.done) return;
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* withFirst(first.value, source);
    return;
  }
  const gunzip = createGunzip({ chunkSize: 2 ** 16 });
  // A stream that fails drops what was not read of it yet, so it is let flow, as fast as the reader takes it.
  const waiting: Uint8Array[] = [];
  const waits: { reader: () => void; source: () => void } = { reader: () => {}, source: () => {} };
  let isOver = false;
  let failure: NodeJS.ErrnoException | undefined;
  gunzip.on('data', (chunk: Uint8Array) => {
    waiting.push(chunk);
    waits.reader();
  });
  gunzip.on('error', (error) => (failure = error));
  gunzip.on('close', () => {
    isOver = true;
    waits.reader();
  });

  const head: Uint8Array[] = [];
  let compressedBytes = 0;
  let bytes = 0;
  const pieces = async function* () {
    for await (const chunk of withFirst(first.value, source))
      for (let at = 0; at < chunk.length;) {
        while (waiting.length > maxWaiting) await new Promise<void>((done) => (waits.source = done));
        const piece = chunk.subarray(at, at + pieceBytes);
        at += piece.length;
        if (compressedBytes < salvagedBytes) head.push(piece);
        compressedBytes += piece.length;
        yield piece;
      }
  };
  const input = Readable.from(pieces(), { objectMode: false });
  input.on('error', (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  try {
    while (!isOver || waiting.length > 0) {
      const chunk = waiting.shift();
      if (chunk === undefined) {
        await new Promise<void>((done) => (waits.reader = done));
        continue;
      }
      waits.source();
      bytes += chunk.length;
      const isBomb = bytes > limits.minBombBytes && bytes > compressedBytes * limits.maxCompressionRatio;
      if (isBomb || bytes > limits.maxDecompressedBytes) {
        note(
          'error',
          'gzip-too-large',
          null,
          `The compressed feed grows beyond the limit (${bytes} bytes from ${compressedBytes}); reading stopped there. Decompress it yourself if you trust it.`,
        );
        return;
      }
      yield chunk;
    }
    if (failure === undefined) return;
    if (!failure.code?.startsWith('Z_')) throw failure;
    const rest = salvaged(Buffer.concat(head)).subarray(bytes);
    bytes += rest.length;
    if (rest.length > 0) yield rest;
    note(
      'warning',
      'gzip-damaged',
      null,
      `The compressed feed is damaged after ${bytes} bytes (${failure.message}); what came before was read.`,
    );
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** What damaged bytes hold before the damage: what their longest sound beginning holds. */
function salvaged(compressed: Uint8Array): Uint8Array {
  const beginning = (length: number): Uint8Array | null => {
    try {
      return gunzipSync(compressed.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return null;
    }
  };
  let [sound, damaged] = [0, compressed.length + 1];
  while (damaged - sound > 1) {
    const middle = (sound + damaged) >> 1;
    if (beginning(middle) === null) damaged = middle;
    else sound = middle;
  }
  return beginning(sound) ?? new Uint8Array();
}

/** The first chunk and the rest, which is closed wherever reading stops. */
async function* withFirst(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** The chunks up to one that cannot be read. */
async function* readable(chunks: ByteChunks, note: Note): AsyncGenerator<Uint8Array, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    note(
      'error',
      'feed-unreadable',
      null,
      // An error of the file system names a path of the machine, which is not for the status page.
      `The file cannot be read (${code ?? message}); nothing was read from there on. Make it readable, or remove it.`,
    );
  }
}

/** The chunks, with empty ones left out and the first one at least two bytes long where there are as many. */
async function* joinedHead(chunks: ByteChunks): AsyncGenerator<Uint8Array, undefined> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const chunk of chunks) {
    if (head === null) {
      if (chunk.length > 0) yield chunk;
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < 2) continue;
    yield head;
    head = null;
  }
  if (head !== null && head.length > 0) yield head;
  return undefined;
}
