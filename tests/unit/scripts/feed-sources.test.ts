import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readFeed } from '#sightings/read-feed.ts';
import { KeptFeeds } from '../../../scripts/build/kept-feeds.ts';
import { checkContent } from '../../../scripts/check/check-content.ts';
import { feedSources } from '../../../scripts/content/feed-sources.ts';

let content: string;
let feeds: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'digest-feeds-'));
  feeds = join(content, 'feeds');
  mkdirSync(join(feeds, 'hf'), { recursive: true });
  writeFileSync(join(feeds, 'hf', '2025-10-28.json'), '[]');
  writeFileSync(join(feeds, 'page.txt'), 'new');
  writeFileSync(join(feeds, '.hidden'), '');
});

const names = () => feedSources(content).map(({ name }) => name);

it('finds files at any depth, by name, without hidden ones', () => {
  expect(names()).toEqual(['hf/2025-10-28.json', 'page.txt']);
});

it('follows links to files', () => {
  writeFileSync(join(content, 'elsewhere.txt'), 'new');
  symlinkSync(join(content, 'elsewhere.txt'), join(feeds, 'linked.txt'));
  expect(names()).toEqual(['hf/2025-10-28.json', 'linked.txt', 'page.txt']);
});

it.each([
  ['hf', 'it is a link to a folder, which is not followed'],
  ['nowhere', 'it is a link to nothing'],
  ['link', 'ELOOP'],
])('reads nothing of a link to %s, says so, and keeps that nowhere', async (target, why) => {
  symlinkSync(join(feeds, target), join(feeds, 'link'));
  expect(names()).toEqual(['hf/2025-10-28.json', 'link', 'page.txt']);
  const source = feedSources(content)[1]!;
  const feed = await readFeed(source);
  expect(feed.value.sightings).toEqual([]);
  expect(feed.messages).toEqual([
    {
      severity: 'error',
      rule: 'feed-unreadable',
      feed: 'link',
      line: null,
      text: `The file cannot be read (${why}); nothing was read from there on. Make it readable, or remove it.`,
    },
  ]);
  const kept = join(content, 'kept');
  expect(await new KeptFeeds(kept, 'code').read(source, undefined)).toEqual(feed);
  expect(existsSync(kept)).toBe(false);
});

it('tells of a folder that cannot be listed, and reads the others', async () => {
  // Nobody, not even root, lists a folder whose path is too long for the system.
  const start = process.cwd();
  const name = 'a'.repeat(200);
  process.chdir(feeds);
  for (let depth = 0; depth < 22; depth += 1) {
    mkdirSync(name);
    process.chdir(name);
  }
  process.chdir(start);
  const [deep, ...others] = feedSources(content);
  expect(others.map((source) => source.name)).toEqual(['hf/2025-10-28.json', 'page.txt']);
  expect((await readFeed(deep!)).messages).toMatchObject([{ severity: 'error', rule: 'feed-unreadable' }]);
});

it('is no fault of digest check when a feed cannot be read', async () => {
  symlinkSync(join(feeds, 'nowhere'), join(feeds, 'link'));
  const { findings, feeds: count } = await checkContent(content, {});
  expect(count).toBe(3);
  expect(findings.filter(({ place }) => place === 'link')).toEqual([]);
});

it('is empty without a folder of feeds', () => {
  expect(feedSources(join(content, 'none'))).toEqual([]);
});
