import { expect, it } from 'vitest';
import type { Corpus } from '#corpus/corpus.ts';
import { setRelated } from '#corpus/relate.ts';
import { entryOf } from './paper-of.ts';

it('gives each entry its related papers, and none to those without', () => {
  const entries = [entryOf({ id: 'a' }), entryOf({ id: 'b' })];
  const corpus = { entries, entryById: new Map(entries.map((entry) => [entry.paper.id, entry])) };
  const related = [
    { id: 'b', score: 0.5, terms: ['lazy walk', 'walk'] },
    { id: 'c', score: 0.1, terms: ['walk'] },
  ];
  setRelated(corpus as unknown as Corpus, new Map([['a', related]]));
  expect(entries.map((entry) => entry.related)).toEqual([related, []]);
});
