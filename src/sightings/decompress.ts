import type { Note } from '#diagnostics/message-log.ts';
import { FlowingGunzip } from './flowing-gunzip.ts';
import type { ReadLimits } from './limits.ts';

/** Bytes that come piece by piece. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The bytes of a feed, decompressed when they begin with the magic bytes of gzip, whatever the file is called. Chunks
 * that cannot be read, what cannot be decompressed, and a stream that grows beyond the limits (a zip bomb) end the
 * bytes with a message; what comes before the damage is read, all but a piece at most.
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
  const gunzip = new FlowingGunzip(withFirst(first.value, source));
  let bytes = 0;
  try {
    for (let chunk = await gunzip.next(); chunk !== null; chunk = await gunzip.next()) {
      bytes += chunk.length;
      const { compressedBytes } = gunzip;
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
    const { failure } = gunzip;
    if (failure === undefined) return;
    if (!failure.code?.startsWith('Z_')) throw failure;
    const rest = gunzip.salvaged().subarray(bytes);
    bytes += rest.length;
    if (rest.length > 0) yield rest;
    note(
      'warning',
      'gzip-damaged',
      null,
      `The compressed feed is damaged after ${bytes} bytes (${failure.message}); what came before was read.`,
    );
  } finally {
    gunzip.close();
  }
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
