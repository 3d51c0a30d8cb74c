import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { SearchFetchError, type FetchFile } from '#search/client/fetch-file.ts';

/** What was read, as a browser would receive it. */
export interface Transfer {
  requests: number;
  bytes: number;
}

/** Reads search files from a folder, ranges included, and adds to `transfer` what a browser would receive. */
export function fetchFromFolder(folder: string, transfer: Transfer): FetchFile {
  return async (path, { range }) => {
    const file = await open(join(folder, path)).catch(() => null);
    if (file === null) throw new SearchFetchError(path, 404);
    try {
      const start = range?.start ?? 0;
      const length = (range?.end ?? (await file.stat()).size) - start;
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, start);
      transfer.requests += 1;
      transfer.bytes += bytesRead;
      return { bytes: buffer.subarray(0, bytesRead), start };
    } finally {
      await file.close();
    }
  };
}
