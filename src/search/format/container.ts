import { SearchFormatError } from './format-error.ts';

/** Version of all binary search files; a reader takes no other. */
export const formatVersion = 2;

/** `PDS`, the kind, the version. */
const headerBytes = 5;

const fileKinds = { core: 1, terms: 2, vocabulary: 3 } as const;

export type FileKind = keyof typeof fileKinds;

/** A payload with its header, still to be gzipped. */
export function wrap(kind: FileKind, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(headerBytes + payload.length);
  bytes.set([0x50, 0x44, 0x53, fileKinds[kind], formatVersion]);
  bytes.set(payload, headerBytes);
  return bytes;
}

/** Decompresses with the platform's own `DecompressionStream`; rejects when the data is damaged or cut off. */
export async function decompress(bytes: Uint8Array, format: 'gzip' | 'deflate-raw'): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream(format);
  // Not from a Blob, which browsers keep in another process.
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes as BufferSource), writer.close()]);
  const [plain] = await Promise.all([new Response(readable).arrayBuffer(), written]);
  return new Uint8Array(plain);
}

/**
 * The payload of a search file. A server that undid the gzip itself is fine.
 *
 * @throws SearchFormatError that names `path` and says what is wrong with it.
 */
export async function unwrap(bytes: Uint8Array, kind: FileKind, path: string): Promise<Uint8Array> {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      plain = await decompress(bytes, 'gzip');
    } catch {
      throw new SearchFormatError(`The search file ${path} is damaged or was cut off on its way.`);
    }
  }
  if (plain[0] !== 0x50 || plain[1] !== 0x44 || plain[2] !== 0x53) {
    throw new SearchFormatError(
      `The search file ${path} is something else; the server may have sent an error page.`,
    );
  }
  if (plain[4] !== formatVersion) {
    throw new SearchFormatError(
      `The search file ${path} has format version ${plain[4] ?? 'none'} and this page reads ${formatVersion}; reload the page.`,
    );
  }
  if (plain[3] !== fileKinds[kind]) {
    throw new SearchFormatError(`The search file ${path} is not of the kind "${kind}".`);
  }
  return plain.subarray(headerBytes);
}

/** Runs a decoder so that its `SearchFormatError`s, and any other failure on damaged data, name the file. */
export function decodeFile<T>(path: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    const reason = error instanceof SearchFormatError ? error.message : 'its contents make no sense';
    throw new SearchFormatError(`The search file ${path} cannot be read: ${reason}.`);
  }
}
