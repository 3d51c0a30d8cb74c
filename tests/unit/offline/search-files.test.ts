import { afterEach, describe, expect, it, vi } from 'vitest';
import { dropOldIndex, searchFile } from '#offline/search-files.ts';
import { memoryCache, pathsIn } from './memory-cache.ts';

const url = 'https://papers.example.org/search/documents-1/0.bin';
const answers = (make: () => Response) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => make()),
  );
const asBasic = (response: Response) => Object.defineProperty(response, 'type', { value: 'basic' });
const ranged = () => new Request(url, { headers: { range: 'bytes=2-3' } });

afterEach(() => vi.unstubAllGlobals());

describe('searchFile', () => {
  it('keeps a part as a part, and answers with it offline', async () => {
    const cache = memoryCache();
    answers(() => new Response('cd', { status: 206 }));
    expect(await (await searchFile(ranged(), cache)).text()).toBe('cd');
    expect(await pathsIn(cache)).toEqual(['/search/documents-1/0.bin?bytes=2-3']);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const again = await searchFile(ranged(), cache);
    expect([again.status, await again.text()]).toEqual([206, 'cd']);
    await expect(searchFile(new Request(url), cache)).rejects.toThrow('offline');
  });

  it('keeps the whole file where a server knows no parts, and answers parts with it', async () => {
    const cache = memoryCache();
    answers(() => asBasic(new Response('abcdef')));
    expect((await searchFile(ranged(), cache)).status).toBe(200);
    expect(await pathsIn(cache)).toEqual(['/search/documents-1/0.bin']);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await (await searchFile(ranged(), cache)).text()).toBe('abcdef');
  });

  it('keeps no error', async () => {
    const cache = memoryCache();
    answers(() => asBasic(new Response('', { status: 404 })));
    expect((await searchFile(new Request(url), cache)).status).toBe(404);
    expect(await pathsIn(cache)).toEqual([]);
  });
});

describe('dropOldIndex', () => {
  it('lets the files go that a new manifest does not name', async () => {
    const cache = memoryCache([
      '/search/manifest.json',
      '/search/terms-1/0.bin',
      '/search/terms-2/0.bin?bytes=0-9',
    ]);
    const manifest = Response.json({ version: 1, terms: 'terms-2' });
    Object.defineProperty(manifest, 'url', { value: 'https://papers.example.org/search/manifest.json' });
    await dropOldIndex(manifest, cache);
    expect(await pathsIn(cache)).toEqual(['/search/manifest.json', '/search/terms-2/0.bin?bytes=0-9']);
  });
});
