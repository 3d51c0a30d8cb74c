import { expect, it } from 'vitest';
import type { Corpus } from '#corpus/corpus.ts';
import { relatedDocuments, setRelated } from '#corpus/relate.ts';
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

const documentsOf = (dates: readonly (string | null)[]) => {
  const entries = dates.map((date, index) =>
    entryOf({ id: String(index), sightings: [{ feed: 'a.txt', line: 1, position: 1, date }] }),
  );
  return relatedDocuments({ entries } as unknown as Corpus).map(({ isNew }) => isNew);
};

it('takes the papers of the newest month for new', () => {
  expect(documentsOf(['2025-09-30', '2025-10-02', null, '2025-08-01', '2025-10-01'])).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

it('takes none for new where most are of the newest month', () => {
  expect(documentsOf(['2025-09-30', '2025-10-02'])).toEqual([false, false]);
  expect(documentsOf([null, null])).toEqual([false, false]);
  expect(documentsOf([])).toEqual([]);
});
