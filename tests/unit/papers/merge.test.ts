import { describe, expect, test } from 'vitest';
import { mergeSightings } from '#papers/merge.ts';
import { abstractOf, sightingOf } from './sighting.ts';

const one = abstractOf(1);
const [firstWord = '', secondWord = ''] = one.split(' ');
/** Of the runs of three words of this abstract and that, 73 in 100 are in both. */
const revised = one
  .split(' ')
  .map((word, index) => ([10, 30, 50].includes(index) ? 'other' : word))
  .join(' ');
const reworded = one.replace(firstWord, 'other').split(' ').toSpliced(20, 25, 'words').join(' ');

function merge(...sightings: Parameters<typeof sightingOf>[0][]) {
  const { value, messages } = mergeSightings(sightings.map(sightingOf));
  return { papers: value, messages, texts: messages.map(({ text }) => text) };
}

describe('is one paper', () => {
  test.each([
    ['the same title and abstract', {}, {}],
    [
      'a title in other case and punctuation',
      { title: 'Lazy Walkers: A Bound' },
      { title: 'LAZY WALKERS -- a bound' },
    ],
    [
      'a title with and without its TeX',
      { title: 'The HyperZ$\\cdot$Z Law' },
      { title: 'The HyperZcdotZ Law' },
    ],
    [
      'a title with TeX or Unicode accents',
      { title: "Erd\\H{o}s and R\\'enyi" },
      { title: 'Erdős and Rényi' },
    ],
    ['a Greek letter and its TeX name', { title: '$\\sigma$-GPTs' }, { title: 'σ-GPTs' }],
    ['an abstract that a feed cut off', {}, { abstract: one.slice(0, 120) }],
    ['a reworded abstract', {}, { abstract: reworded }],
    ['no abstract in one feed', {}, { abstract: '' }],
    ['a placeholder for an abstract', {}, { abstract: 'No abstract.' }],
    [
      'the same arXiv id only',
      { arxivId: '2405.00001' },
      { arxivId: '2405.00001', title: 'Other', abstract: abstractOf(2) },
    ],
    ['an arXiv id learned later', {}, { arxivId: '2405.00001' }],
    ['a changed title above the same abstract', {}, { title: 'On Covering Grids' }],
    [
      'a changed title above a nearly equal abstract',
      {},
      { title: 'On Covering Grids', abstract: one.replace(secondWord, 'other') },
    ],
    [
      'a word more in the title above a revised abstract',
      { title: 'On the Steps of Lazy Walkers on Grids' },
      { title: 'On the Steps of Lazy Walkers on Small Grids', abstract: revised },
    ],
  ])('%s', (_, a, b) => {
    expect(merge(a, b).papers).toHaveLength(1);
  });

  test('when a third sighting links two', () => {
    const { papers } = merge(
      { title: 'A', abstract: abstractOf(1), arxivId: '2405.00001' },
      { title: 'B', abstract: abstractOf(2) },
      { title: 'B', abstract: abstractOf(2), arxivId: '2405.00001' },
    );
    expect(papers).toHaveLength(1);
  });
});

describe('is two papers', () => {
  test.each([
    ['two titles and abstracts', {}, { title: 'Sleeping Sensors', abstract: abstractOf(2) }],
    ['one title above two abstracts', {}, { abstract: abstractOf(2) }],
    ['two arXiv ids', { arxivId: '2405.00001' }, { arxivId: '2405.00002' }],
    ['parts of a series', { title: 'Lazy Walkers, Part I' }, { title: 'Lazy Walkers, Part II' }],
    ['a comment on a paper', { title: 'Lazy Walkers' }, { title: 'Comment on Lazy Walkers' }],
    [
      'two titles above a short abstract',
      { abstract: 'We bound the steps of all lazy walkers on grids.' },
      { title: 'B', abstract: 'We bound the steps of all lazy walkers on grids.' },
    ],
    ['another title above a revised abstract', {}, { title: 'On Covering Grids', abstract: revised }],
    ['two titles without abstracts', { abstract: '' }, { title: 'B', abstract: '' }],
  ])('%s', (_, a, b) => {
    expect(merge(a, b).papers).toHaveLength(2);
  });

  test('five titles above one abstract: it is a placeholder', () => {
    const titles = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];
    expect(merge(...titles.map((title) => ({ title }))).papers).toHaveLength(5);
  });
});

test('a sighting that fits two arXiv ids joins the first of them, and the ids are reported', () => {
  const { papers, messages } = merge(
    { feed: 'c.txt', date: '2025-01-03' },
    { feed: 'a.txt', date: '2025-01-01', arxivId: '2405.00001', line: 1 },
    { feed: 'b.txt', date: '2025-01-02', arxivId: '2405.00002', line: 1 },
  );
  const sizes = papers.map(({ arxivId, sightings }) => `${arxivId}: ${sightings.length}`);
  expect(sizes.sort()).toEqual(['2405.00001: 2', '2405.00002: 1']);
  expect(messages).toMatchObject([
    {
      severity: 'warning',
      rule: 'two-ids-one-paper',
      feed: 'b.txt',
      line: 1,
      text: '“Lazy Walkers” (arXiv 2405.00002) agrees in title and abstract with a.txt, line 1 (arXiv 2405.00001), but their papers have different arXiv ids; they were kept apart.',
    },
  ]);
});

test('what sightings say differently is reported', () => {
  const place = { feed: 'a.txt', line: 1, position: 1 };
  const { texts } = merge(
    { ...place, published: '2020-01-01', authorCount: 3, doi: '10.1/a' },
    {
      title: 'On Covering Grids',
      date: '2025-03-12',
      feed: 'b.txt',
      line: 7,
      published: '2021-01-01',
      authorCount: 4,
      doi: '10.1/B',
    },
  );
  expect(texts).toEqual([
    '“On Covering Grids” was also sighted as “Lazy Walkers” (a.txt, line 1); the sightings were merged.',
    '“Lazy Walkers” has the publication dates 2020-01-01, 2021-01-01; 2020-01-01 was kept.',
    '“Lazy Walkers” has the DOIs 10.1/a, 10.1/b; 10.1/B was kept.',
    '“Lazy Walkers” was sighted with 3, 4 authors; 4 was kept.',
  ]);
});

test('papers that differ in their ids alone are reported beside namesakes, each pair once', () => {
  const { messages } = merge(
    { title: 'On Covering Grids', abstract: abstractOf(3), date: '2025-03-01', arxivId: '2405.00001' },
    { title: 'On Covering Grids', abstract: abstractOf(3), date: '2025-03-02', arxivId: '2405.00002' },
    { date: '2025-03-03' },
    { date: '2025-03-04', abstract: abstractOf(2) },
  );
  expect(messages.map(({ rule }) => rule)).toEqual(['two-ids-one-paper', 'namesakes']);
});

test('namesakes are reported', () => {
  const { texts } = merge({ line: 1 }, { abstract: abstractOf(2), date: '2025-03-12', feed: 'b.txt' });
  expect(texts).toEqual([
    '“Lazy Walkers” has the title of another paper (a.txt, line 1) but another abstract or arXiv id; they were kept apart.',
  ]);
});

test('thousands of sightings are one paper', () => {
  const sightings = Array.from({ length: 4000 }, () => ({}));
  expect(merge(...sightings).papers).toMatchObject([{ sightings: { length: 4000 } }]);
});
