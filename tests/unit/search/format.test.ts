import { readdirSync, readFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSearch } from '#search/build-search.ts';
import { cutVocabulary } from '#search/build/cut-vocabulary.ts';
import { SearchClient } from '#search/client/search-client.ts';
import { unwrap, wrap } from '#search/format/container.ts';
import { encodeBundle, maxDocumentBytes } from '#search/format/document-bundle.ts';
import { decodeManifest, hashedFolder } from '#search/format/manifest.ts';
import { decodeVocabulary } from '#search/format/vocabulary.ts';
import { papers } from './documents.ts';

const fixture = new URL('../../fixtures/search/format-2/', import.meta.url);

/** Files of the index without their compression, which differs between versions of zlib. */
function plainFiles(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...files]
      .filter(([path]) => /^files\/(?:core|terms|words)/.test(path))
      .map(([path, bytes]) => [
        path.replace(/-[0-9a-f]{12}/, ''),
        Buffer.from(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('base64'),
      ]),
  );
}

function fixtureFiles(): Map<string, Uint8Array> {
  const names = readdirSync(fixture, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => /\.(?:bin|json)$/.test(name))
      .map((name) => [name, new Uint8Array(readFileSync(new URL(name, fixture)))]),
  );
}

describe('format 2', () => {
  beforeAll(() => {
    if (process.env['UPDATE'] === undefined) return;
    rmSync(fixture, { recursive: true, force: true });
    for (const [path, bytes] of buildSearch(papers).files) {
      mkdirSync(new URL('.', new URL(path, fixture)), { recursive: true });
      writeFileSync(new URL(path, fixture), bytes);
    }
  });

  it('is written as before', () => {
    expect(plainFiles(buildSearch(papers).files)).toEqual(plainFiles(fixtureFiles()));
  });

  it('is read as before', async () => {
    const files = fixtureFiles();
    const client = new SearchClient(async (path) => ({ bytes: files.get(path)!, start: 0 }));
    const { results } = await client.search('diffusion');
    expect(results.map(({ slug }) => slug)).toEqual(['diffusion-models', 'models-of-diffusion']);
  });

  it('has every file but the manifest in the folder of those that never change', () => {
    const others = [...buildSearch(papers).files.keys()].filter((path) => !path.startsWith(hashedFolder));
    expect(others).toEqual(['manifest.json']);
  });

  it('does not depend on the order of the papers', () => {
    expect(buildSearch(papers.toReversed())).toEqual(buildSearch(papers));
  });

  it('refuses two papers with one slug', () => {
    expect(() => buildSearch([papers[0]!, papers[0]!])).toThrow(
      'Search cannot index two papers with the same slug: slugs must be made unique before.',
    );
  });
});

describe('a search file', () => {
  const good = new Uint8Array(gzipSync(wrap('terms', new Uint8Array([1, 2, 3]))));
  const other = wrap('terms', new Uint8Array());
  other[4] = 9;
  const bytesOf = (text: string) => new TextEncoder().encode(text);

  it('may come with its gzip undone by the server', async () => {
    expect(await unwrap(wrap('terms', new Uint8Array([7])), 'terms', 'a.bin')).toEqual(new Uint8Array([7]));
  });

  it.each([
    ['cut off', good.slice(0, 20), 'The search file a.bin is damaged or was cut off on its way.'],
    [
      'damaged',
      good.with(-5, good.at(-5)! ^ 1),
      'The search file a.bin is damaged or was cut off on its way.',
    ],
    [
      'empty',
      new Uint8Array(),
      'The search file a.bin is something else; the server may have sent an error page.',
    ],
    [
      'an error page',
      bytesOf('<!doctype html>'),
      'The search file a.bin is something else; the server may have sent an error page.',
    ],
    [
      'of another version',
      other,
      'The search file a.bin has format version 9 and this page reads 2; reload the page.',
    ],
    ['of another kind', wrap('core', new Uint8Array()), 'The search file a.bin is not of the kind "terms".'],
  ])('that is %s is refused with a message', async (_, bytes, message) => {
    await expect(unwrap(bytes, 'terms', 'a.bin')).rejects.toThrow(message);
  });
});

it('refuses a document whose length its slot cannot say', () => {
  expect(encodeBundle([new Uint8Array(maxDocumentBytes)]).bytes.subarray(0, 2)).toEqual(
    Uint8Array.of(255, 255),
  );
  expect(() => encodeBundle([new Uint8Array(maxDocumentBytes + 1)])).toThrow(
    'A stored document of 65536 bytes does not fit its slot.',
  );
});

describe('a manifest', () => {
  const manifest = {
    format: 'paper-digest-search',
    version: 2,
    documentCount: 1,
    core: 'c',
    terms: 't',
    words: 'w',
    documents: 'd',
  };

  it.each([
    [
      '<html>',
      'The search manifest is not JSON; the server may have sent an error page, or the file was cut off.',
    ],
    ['null', 'The search manifest is not one of paper-digest.'],
    ['{}', 'The search manifest is not one of paper-digest.'],
    [
      JSON.stringify({ ...manifest, version: 3 }),
      'The search index has format version 3 and this page reads 2; reload the page.',
    ],
    [
      JSON.stringify({ ...manifest, terms: undefined }),
      'The search manifest is incomplete; the site has to be built again.',
    ],
  ])('%s is refused with a message', (text, message) => {
    expect(() => decodeManifest(new TextEncoder().encode(text))).toThrow(message);
  });
});

describe('files that do not belong together', () => {
  const { files, manifest } = buildSearch(papers);

  it('are told by name', async () => {
    const wrong = new Map(files);
    wrong.set(`${manifest.terms}/0.bin`, wrap('terms', new Uint8Array([200, 1])));
    const client = new SearchClient(async (path) => ({ bytes: wrong.get(path)!, start: 0 }));
    await expect(client.search('heat')).rejects.toThrow(
      `The search file ${manifest.terms}/0.bin cannot be read: it ends too early.`,
    );
  });

  it('are told when the core is of another corpus', async () => {
    const wrong = new Map(files);
    wrong.set(
      'manifest.json',
      new TextEncoder().encode(JSON.stringify({ ...manifest, documentCount: papers.length + 1 })),
    );
    const client = new SearchClient(async (path) => ({ bytes: wrong.get(path)!, start: 0 }));
    await expect(client.search('heat')).rejects.toThrow(
      `The search file ${manifest.core} cannot be read: its years have fewer documents than the manifest says.`,
    );
  });
});

it('cuts the vocabulary into files, each word in one, with a label that is above all words before', () => {
  const terms = ['wade', 'walk', 'walker', 'walks', 'wall', 'walrus', 'waltz'];
  const words = terms.map((term, documents) => ({ term, documents }));
  const cut = cutVocabulary(words, 2);
  const parts = cut.map(({ payload }) => decodeVocabulary(payload));
  expect(parts.map((part) => part.length)).toEqual([2, 2, 2, 1]);
  expect(parts.flat().map(({ term }) => term)).toEqual(terms);
  cut.forEach(({ label }, i) => {
    const [first] = parts[i]!;
    expect(label <= first!.term).toBe(true);
    expect(i === 0 || label > parts[i - 1]!.at(-1)!.term).toBe(true);
  });
});
