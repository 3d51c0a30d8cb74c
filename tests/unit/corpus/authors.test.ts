import { expect, it } from 'vitest';
import { groupAuthors } from '#corpus/authors.ts';
import { entryOf } from './paper-of.ts';

it('joins spellings that differ in case, accents and punctuation, and shows the commonest', () => {
  const authors = groupAuthors([
    entryOf({ id: '1', authors: ['Léon Bottou'], published: '2020-01-01' }),
    entryOf({ id: '2', authors: ['Leon Bottou'], published: '2021-01-01' }),
    entryOf({ id: '3', authors: ['Léon  Bottou'], published: '2019-01-01' }),
    entryOf({ id: '4', authors: ['Léon Bottou'], published: '2018-01-01' }),
  ]);
  expect(authors).toEqual([{ slug: 'leon-bottou', name: 'Léon Bottou', entries: ['2', '1', '3', '4'] }]);
});

it('never takes initials for a name', () => {
  const authors = groupAuthors([entryOf({ id: '1', authors: ['L. Bottou', 'Léon Bottou'] })]);
  expect(authors.map(({ slug }) => slug)).toEqual(['l-bottou', 'leon-bottou']);
});

it('passes over names without letters', () => {
  expect(groupAuthors([entryOf({ id: '1', authors: ['-', ' '] })])).toEqual([]);
});
