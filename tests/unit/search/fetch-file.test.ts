import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFrom, SearchFetchError } from '#search/client/fetch-file.ts';

const fetchFile = fetchFrom('https://a.org/search/');

/** Answers every request with `answer`, and returns what was asked for. */
function answering(answer: () => Response | Promise<Response>) {
  const asked = vi.fn((_address: string, _options: RequestInit) => Promise.resolve().then(answer));
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a range of a file', () => {
  const range = { start: 3, end: 5 };

  it('is asked for by its first and last byte, and begins where the server says that it sent a part', async () => {
    const asked = answering(() => new Response('de', { status: 206 }));
    const { bytes, start } = await fetchFile('documents/0.bin', { range });
    expect([new TextDecoder().decode(bytes), start]).toEqual(['de', 3]);
    expect(asked.mock.calls).toEqual([
      ['https://a.org/search/documents/0.bin', { headers: { range: 'bytes=3-4' } }],
    ]);
  });

  it('begins at 0 where the server sent the whole file', async () => {
    answering(() => new Response('abcdefg'));
    expect((await fetchFile('documents/0.bin', { range })).start).toBe(0);
  });
});

describe('a file', () => {
  it('is asked for past the cache when it is to be fresh', async () => {
    const asked = answering(() => new Response('{}'));
    expect((await fetchFile('manifest.json', { fresh: true })).start).toBe(0);
    await fetchFile('manifest.json', {});
    expect(asked.mock.calls.map(([, options]) => options)).toEqual([{ cache: 'no-cache' }, {}]);
  });

  it.each<[string, () => Response, number | null, string]>([
    [
      'is gone',
      () => new Response('', { status: 404 }),
      404,
      'The search file core.bin is not on the server (404). If the site was updated just now, reload the page.',
    ],
    [
      'is refused',
      () => new Response('', { status: 503 }),
      503,
      'The server answered 503 for the search file core.bin. Try again in a moment.',
    ],
    [
      'cannot be reached',
      () => {
        throw new TypeError('Failed to fetch');
      },
      null,
      'The search index cannot be reached. Check the connection and try again.',
    ],
    [
      'breaks off',
      () =>
        new Response(
          new ReadableStream({
            pull: (stream) => {
              stream.error(new TypeError('network error'));
            },
          }),
        ),
      null,
      'The search index cannot be reached. Check the connection and try again.',
    ],
  ])('that %s is told to readers', async (_, answer, status, message) => {
    answering(answer);
    const error: unknown = await fetchFile('core.bin', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SearchFetchError);
    expect(error).toMatchObject({ status, message });
  });

  it('that nobody waits for any more rejects with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('moved on');
    answering(() => {
      controller.abort(reason);
      throw reason;
    });
    await expect(fetchFile('core.bin', { signal: controller.signal })).rejects.toBe(reason);
  });
});
