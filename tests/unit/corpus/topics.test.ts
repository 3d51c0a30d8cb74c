import { expect, it } from 'vitest';
import { groupByTopic } from '#corpus/topics.ts';
import type { Taxonomy } from '#topics/schema.ts';
import { entryOf } from './paper-of.ts';

it('lists each topic, newest first, and passes over topics that the taxonomy lost', () => {
  const taxonomy = { topics: [{ slug: 'b' }, { slug: 'a' }, { slug: 'empty' }] } as Taxonomy;
  const byTopic = groupByTopic(
    [
      entryOf({ id: '1', published: '2020-01-01' }, ['a', 'gone']),
      entryOf({ id: '2', published: '2021-01-01' }, ['a', 'b']),
    ],
    taxonomy,
  );
  expect([...byTopic].map(([slug, entries]) => [slug, entries.map(({ paper }) => paper.id)])).toEqual([
    ['b', ['2']],
    ['a', ['2', '1']],
    ['empty', []],
  ]);
});
