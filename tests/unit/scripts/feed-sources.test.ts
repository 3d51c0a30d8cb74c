import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
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
  ['hf', 'a folder, which is not followed'],
  ['nowhere', 'nothing'],
])('refuses a link to %s', (target, what) => {
  const link = join(feeds, 'link');
  symlinkSync(join(feeds, target), link);
  expect(names).toThrow(`${link} is a link to ${what}. Put files, or links to files, into feeds.`);
});

it('is empty without a folder of feeds', () => {
  expect(feedSources(join(content, 'none'))).toEqual([]);
});
