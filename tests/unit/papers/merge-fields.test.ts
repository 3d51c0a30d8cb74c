import { expect, test } from 'vitest';
import { mergeFields } from '#papers/merge-fields.ts';
import { abstractOf, sightingOf } from './sighting.ts';

const scraped = sightingOf({
  feed: 'c.txt',
  line: 3,
  date: '2025-10-28',
  published: '2024-05-01',
  authorCount: 3,
  comments: 9,
});
const hf = sightingOf({
  feed: 'b.json',
  format: 'hf-api',
  date: '2025-01-02',
  published: '2024-05-03',
  arxivId: '2405.00001',
  authors: ['Ana Lima', 'Bo Chen'],
  authorCount: 2,
  organization: 'ACME',
  comments: 4,
  upvotes: 10,
  keywords: ['walks'],
  summary: 'Short.',
  links: [{ kind: 'code', url: 'https://example.org/code' }],
});
const atom = sightingOf({
  feed: 'a.xml',
  format: 'arxiv-atom',
  tex: 'authors',
  date: null,
  title: 'Lazy $W$alkers',
  abstract: `${abstractOf(1)} And $x$.`,
  published: '2024-05-02',
  updated: '2024-06-01',
  arxivId: '2405.00001',
  doi: '10.1/x',
  authors: ['Ana Lima', 'Bo Chen', 'Carl Ek'],
  authorCount: 3,
  categories: ['cs.LG'],
  links: [
    { kind: 'other', url: 'https://example.org/code' },
    { kind: 'other', url: 'https://example.org/slides' },
  ],
});

test('takes each field from the sighting that knows best', () => {
  const merged = mergeFields([scraped, hf, atom]);
  expect(merged).toEqual({
    title: 'Lazy $W$alkers',
    abstract: atom.abstract,
    tex: 'authors',
    published: '2024-05-02',
    updated: '2024-06-01',
    arxivId: '2405.00001',
    doi: '10.1/x',
    authors: ['Ana Lima', 'Bo Chen', 'Carl Ek'],
    authorCount: 3,
    organization: 'ACME',
    comments: 9,
    upvotes: 10,
    categories: ['cs.LG'],
    keywords: ['walks'],
    summary: 'Short.',
    links: [
      { kind: 'other', url: 'https://example.org/code' },
      { kind: 'other', url: 'https://example.org/slides' },
    ],
    sightings: [
      { feed: 'b.json', line: hf.line, position: hf.position, date: '2025-01-02' },
      { feed: 'c.txt', line: 3, position: scraped.position, date: '2025-10-28' },
      { feed: 'a.xml', line: atom.line, position: atom.position, date: null },
    ],
  });
  expect(mergeFields([atom, hf, scraped])).toEqual(merged);
});

test.each([
  [
    'a whole abstract rather than a later one that is cut off',
    { date: '2025-01-01' },
    { date: '2025-01-02', abstract: abstractOf(1).slice(0, 90) },
    abstractOf(1),
  ],
  [
    'the later of two abstracts',
    { date: '2025-01-01' },
    { date: '2025-01-02', abstract: 'Rewritten.' },
    'Rewritten.',
  ],
  [
    'any abstract rather than none by the authors',
    {},
    { tex: 'authors', abstract: '', date: '2026-01-01' },
    abstractOf(1),
  ],
] as const)('chooses %s', (_, a, b, abstract) => {
  expect(mergeFields([sightingOf(a), sightingOf(b)]).abstract).toBe(abstract);
});

test('a damaged title that kept its TeX is better than one that lost it', () => {
  const titles = ['HyperZ$\\cdot$Z', 'HyperZcdotZ'];
  const sightings = titles.map((title, index) => sightingOf({ title, date: `2025-01-0${index + 1}` }));
  expect(mergeFields(sightings).title).toBe('HyperZ$\\cdot$Z');
});

test('the sightings of one feed and day are in the order of its lines, those of one line in that of its records', () => {
  const places = [
    [2, 1],
    [1, 9],
    [2, 3],
    [2, 2],
  ].map(([line, position]) => sightingOf({ line: line!, position: position! }));
  expect(mergeFields(places).sightings.map(({ line, position }) => [line, position])).toEqual([
    [1, 9],
    [2, 1],
    [2, 2],
    [2, 3],
  ]);
});
