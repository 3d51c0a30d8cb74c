import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Note } from '#diagnostics/message-log.ts';
import type { ReadLimits } from './limits.ts';

/** Bytes that come piece by piece. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The bytes of a feed, decompressed when they begin with the magic bytes of gzip, whatever the file is called. What
 * cannot be decompressed, and a stream that grows beyond the limits (a zip bomb), ends the bytes with a message.
 */
export async function* decompressed(
  chunks: ByteChunks,
  limits: ReadLimits,
  note: Note,
): AsyncGenerator<Uint8Array> {
  const source = joinedHead(chunks);
  const first = await source.next();
  if (first.done) return;
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield first.value;
    yield* source;
    return;
  }
  let compressedBytes = 0;
  let bytes = 0;
  const counted = async function* () {
    compressedBytes += first.value.length;
    yield first.value;
    for await (const chunk of source) {
      compressedBytes += chunk.length;
      yield chunk;
    }
  };
  const gunzip = createGunzip({ chunkSize: 2 ** 16 });
  const input = Readable.from(counted(), { objectMode: false });
  input.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip) as AsyncIterable<Uint8Array>) {
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
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    note(
      'warning',
      'gzip-damaged',
      null,
      `The compressed feed is damaged after ${bytes} bytes (${message}); what came before was read.`,
    );
  } finally {
    input.destroy();
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
