import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readFeed } from '#sightings/read-feed.ts';
import type { FeedConfig } from '#sightings/schema.ts';
import { KeptFeeds } from '../../../scripts/build/kept-feeds.ts';

const feed = JSON.stringify([{ id: '2501.00001', title: 'On cheese', abstract: 'It is blue.', nonsense: 1 }]);
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'kept-feeds-')), 'feeds');
});

/** Reads a feed; answers how often its bytes were asked for: once more to parse it. */
async function read(text: string, config?: FeedConfig, code = 'code', name = 'a.json'): Promise<number> {
  let asked = 0;
  const chunks = {
    async *[Symbol.asyncIterator]() {
      asked += 1;
      yield* [Buffer.from(text)];
    },
  };
  const kept = new KeptFeeds(folder, code);
  expect(await kept.read({ name, chunks }, config)).toEqual(
    await readFeed({ name, chunks: [Buffer.from(text)] }, config),
  );
  kept.dropUnused();
  return asked;
}

it('reads a feed again only when it, what is said of it, or the code changed', async () => {
  expect(await read(feed)).toBe(2);
  expect(await read(feed)).toBe(1);
  expect(await read(feed, { date: '2025-01-01' })).toBe(2);
  expect(await read(feed, { date: '2025-01-01' }, 'other')).toBe(2);
  expect(await read(`${feed} `, { date: '2025-01-01' }, 'other')).toBe(2);
  expect(await read(`${feed} `, { date: '2025-01-01' }, 'other')).toBe(1);
  expect(readdirSync(folder)).toHaveLength(1);
});

it('reads a feed again under another name, which what it says names', async () => {
  await read(feed);
  expect(await read(feed, undefined, 'code', 'b.json')).toBe(2);
});

it('reads a feed again when what was kept is damaged', async () => {
  await read(feed);
  writeFileSync(join(folder, readdirSync(folder)[0]!), '{"value');
  expect(await read(feed)).toBe(2);
  expect(await read(feed)).toBe(1);
});

it('reads no further than need be to see that a feed is too large to keep', async () => {
  const served: number[] = [];
  const chunk = Buffer.alloc(1 << 20, ' ');
  const chunks = {
    async *[Symbol.asyncIterator]() {
      served.push(0);
      for (let count = 0; count < 100; count += 1) {
        served[served.length - 1]! += 1;
        yield chunk;
      }
    },
  };
  await new KeptFeeds(folder, 'code').read({ name: 'large.json', chunks }, undefined);
  expect(served[0]).toBe(62);
});
