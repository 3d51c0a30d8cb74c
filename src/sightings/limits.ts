/** What reading a feed may cost. */
export interface ReadLimits {
  /** A feed that must be held as a whole (scraped text, XML, a JSON object) is not read past this; default 128 MiB. */
  maxBufferedBytes: number;
  /** A compressed feed is not read past this many bytes after decompression; default 32 GiB. */
  maxDecompressedBytes: number;
  /** Nor when, past `minBombBytes`, it is more than this many times its compressed size; default 200. */
  maxCompressionRatio: number;
  /** Decompressed bytes up to which any ratio is fine; default 16 MiB. */
  minBombBytes: number;
}

export const defaultReadLimits: ReadLimits = {
  maxBufferedBytes: 128 * 2 ** 20,
  maxDecompressedBytes: 32 * 2 ** 30,
  maxCompressionRatio: 200,
  minBombBytes: 16 * 2 ** 20,
};
