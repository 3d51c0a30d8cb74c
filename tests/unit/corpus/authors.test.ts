import { expect, it } from 'vitest';
import { groupAuthors } from '#corpus/authors.ts';
import { entryOf } from './paper-of.ts';

it('joins spellings that differ in case, accents and punctuation, and shows the commonest', () => {
  const authors = groupAuthors(
    [
      entryOf({ id: '1', authors: ['Léon Bottou'], published: '2020-01-01' }),
      entryOf({ id: '2', authors: ['Leon Bottou'], published: '2021-01-01' }),
      entryOf({ id: '3', authors: ['Léon  Bottou'], published: '2019-01-01' }),
      entryOf({ id: '4', authors: ['Léon Bottou'], published: '2018-01-01' }),
    ],
    1,
  );
  expect(authors).toEqual([{ slug: 'leon-bottou', name: 'Léon Bottou', entries: ['2', '1', '3', '4'] }]);
});

it.each([
  ['Łukasz Kaiser', 'Lukasz Kaiser'],
  ['Matthias Nießner', 'Matthias Niessner'],
  ['Søren Riis', 'Soren Riis'],
  ['Sercan Ö. Arık', 'SERCAN O ARIK'],
  ['Vésteinn Snæbjarnarson', 'Vesteinn Snaebjarnarson'],
])('joins %s and %s', (one, other) => {
  const authors = groupAuthors([entryOf({ id: '1', authors: [one, other] })], 1);
  expect(authors.map(({ slug }) => slug)).toEqual([other.replace(/[ .]+/g, '-').toLowerCase()]);
});

it('keeps names of other scripts as they are', () => {
  const authors = groupAuthors([entryOf({ id: '1', authors: ['Νίκος', '李 明'] })], 1);
  expect(authors.map(({ slug }) => slug)).toEqual(['νικος', '李-明']);
});

it('never takes initials for a name', () => {
  const authors = groupAuthors([entryOf({ id: '1', authors: ['L. Bottou', 'Léon Bottou'] })], 1);
  expect(authors.map(({ slug }) => slug)).toEqual(['l-bottou', 'leon-bottou']);
});

it('passes over names without letters, and texts that are no names', () => {
  expect(
    groupAuthors([entryOf({ id: '1', authors: ['-', ' ', 'a very long name '.repeat(10)] })], 1),
  ).toEqual([]);
});

it('leaves out who has fewer papers than asked for', () => {
  const entries = [entryOf({ id: '1', authors: ['Ada', 'Bo'] }), entryOf({ id: '2', authors: ['Ada'] })];
  expect(groupAuthors(entries, 2).map(({ name }) => name)).toEqual(['Ada']);
});

it('shows of spellings that are as common the first by code units, and orders authors by their slugs', () => {
  const entries = [
    ['Zoe', 'Leon', 'Léon'],
    ['ZOE', 'Léon'],
    ['Ada', 'LEON', 'LEON', 'Zoe'],
  ].map((authors, index) => entryOf({ id: String(index), authors }));
  expect(groupAuthors(entries, 1).map(({ name }) => name)).toEqual(['Ada', 'LEON', 'Zoe']);
});

it('takes a name of up to eighty letters', () => {
  const names = ['a', 'b'].map((letter, more) => letter.repeat(80 + more));
  expect(groupAuthors([entryOf({ id: '1', authors: names })], 1).map(({ name }) => name)).toEqual([names[0]]);
});
