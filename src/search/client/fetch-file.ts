/**
 * Reads a file below `search/`. `start` is where `bytes` begin in the file: 0 when a `range` was asked for and the
 * server sent the whole file instead.
 *
 * @throws SearchFetchError when the file cannot be had; an AbortError when `signal` says so.
 */
export type FetchFile = (
  path: string,
  options: { range?: ByteRange; signal?: AbortSignal; fresh?: boolean },
) => Promise<{ bytes: Uint8Array; start: number }>;

/** Bytes from `start` up to, not including, `end`. */
interface ByteRange {
  start: number;
  end: number;
}

/** A file that could not be had. `status` is the server's, or null when there was no answer. */
export class SearchFetchError extends Error {
  override name = 'SearchFetchError';
  readonly status: number | null;

  constructor(path: string, status: number | null) {
    super(
      status === null
        ? 'The search index cannot be reached. Check the connection and try again.'
        : status === 404
          ? `The search file ${path} is not on the server (404). If the site was updated just now, reload the page.`
          : `The server answered ${status} for the search file ${path}. Try again in a moment.`,
    );
    this.status = status;
  }
}

/** Reads over HTTP from a folder's URL, which ends in a slash. */
export function fetchFrom(baseUrl: string): FetchFile {
  return async (path, { range, signal, fresh }) => {
    let response: Response;
    try {
      response = await fetch(baseUrl + path, {
        ...(range ? { headers: { range: `bytes=${range.start}-${range.end - 1}` } } : {}),
        ...(fresh ? { cache: 'no-cache' } : {}),
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new SearchFetchError(path, null);
    }
    if (!response.ok) throw new SearchFetchError(path, response.status);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new SearchFetchError(path, null);
    }
    return { bytes, start: range && response.status === 206 ? range.start : 0 };
  };
}
