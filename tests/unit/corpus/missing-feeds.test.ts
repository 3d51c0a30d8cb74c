import { expect, it } from 'vitest';
import { missingFeeds } from '#corpus/missing-feeds.ts';

it('says nothing when all feeds are there', () => {
  expect(missingFeeds({ 'a.txt': {} }, ['a.txt', 'b.txt'])).toEqual([]);
});

it('tells of feeds that are named and not there, and of a folder without any', () => {
  const messages = missingFeeds({ 'a.jsn': {} }, []);
  expect(messages.map(({ severity, rule }) => [severity, rule])).toEqual([
    ['error', 'no-feeds'],
    ['warning', 'feed-missing'],
  ]);
  expect(messages[1]!.text).toContain('a.jsn');
});
