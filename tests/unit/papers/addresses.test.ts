import { describe, expect, test } from 'vitest';
import { mergeSightings } from '#papers/merge.ts';
import type { Sighting } from '#sightings/schema.ts';
import { abstractOf, sightingOf } from './sighting.ts';

const first = sightingOf({ title: 'Lazy Walkers on $\\mathbb{R}^d$', date: '2025-03-11' });

function addressesOf(...sightings: Sighting[]) {
  return mergeSightings(sightings)
    .value.map(({ id, slug, formerSlugs }) => ({ id, slug, formerSlugs }))
    .sort((a, b) => a.slug.length - b.slug.length);
}

const [original] = addressesOf(first);

test('the slug is made of the words of the title, without its TeX', () => {
  expect(original).toEqual({ id: '5eb62fadbd37192b', slug: 'lazy-walkers-on-r-d', formerSlugs: [] });
});

describe('id and slug stay', () => {
  test.each([
    [
      'when the damaged title arrives, on an earlier day',
      sightingOf({ title: 'Lazy Walkers on R^d', date: '2020-01-01' }),
    ],
    [
      'when an arXiv id arrives',
      sightingOf({
        title: first.title,
        arxivId: '2405.00001',
        format: 'arxiv-atom',
        tex: 'authors',
        date: null,
      }),
    ],
    ['when the title changes later', sightingOf({ title: 'Covering Space', date: '2025-03-12' })],
    [
      'when a namesake arrives later',
      sightingOf({ title: first.title, abstract: abstractOf(2), date: '2025-03-12' }),
    ],
    [
      'when a title with the same slug arrives later',
      sightingOf({ title: 'Lazy Walkers on R d!', abstract: abstractOf(2), date: '2025-03-12' }),
    ],
  ])('%s', (_, later) => {
    expect(addressesOf(first, later)[0]).toMatchObject({ id: original?.id, slug: original?.slug });
  });
});

test('a later title is a former slug: where it stood alone, it had this address', () => {
  expect(addressesOf(first, sightingOf({ title: 'Covering Space', date: '2025-03-12' }))).toEqual([
    { ...original, formerSlugs: ['covering-space'] },
  ]);
});

test('an earlier title takes over, and the address so far is a former one', () => {
  const [changed] = addressesOf(first, sightingOf({ title: 'Covering Space', date: '2025-03-10' }));
  expect(changed).toMatchObject({ slug: 'covering-space', formerSlugs: ['lazy-walkers-on-r-d'] });
});

test('namesakes get the beginning of their id; when they turn out to be one paper, that address is a former one', () => {
  const namesake = sightingOf({ title: first.title, abstract: abstractOf(2), date: '2025-03-12' });
  const [, second] = addressesOf(first, namesake);
  expect(second?.slug).toBe(`lazy-walkers-on-r-d-${second?.id.slice(0, 6)}`);
  const sameId = [first, namesake].map((sighting) => ({ ...sighting, arxivId: '2405.00001' }));
  expect(addressesOf(...sameId)).toMatchObject([
    { ...original, formerSlugs: expect.arrayContaining([second?.slug]) },
  ]);
});

test('a title without Latin letters gets a slug from its id', () => {
  const [address] = addressesOf(sightingOf({ title: '深度学习' }));
  expect(address?.slug).toBe(`paper-${address?.id.slice(0, 6)}`);
});

test('a former slug that is another paper’s address stays with that paper', () => {
  const renamed = sightingOf({ title: 'Covering Space', date: '2025-03-12' });
  const other = sightingOf({ title: 'Covering Space', abstract: abstractOf(3), date: '2025-03-13' });
  const addresses = addressesOf(first, renamed, other);
  expect(addresses.map(({ slug }) => slug)).toEqual(['covering-space', 'lazy-walkers-on-r-d']);
  expect(addresses.flatMap(({ formerSlugs }) => formerSlugs)).not.toContain('covering-space');
});

describe('an address that a paper had on one day leads to it on every later one', () => {
  const T = { title: 'Lazy Walkers' };
  const U = { title: 'Covering Space' };
  test.each([
    [
      'two abstracts below one title, the first sighting without any, turn out to be one paper by its id',
      [
        { ...T, abstract: '' },
        { ...T, abstract: abstractOf(1) },
        { ...T, abstract: abstractOf(2) },
        { ...U, abstract: abstractOf(2), arxivId: '2405.00001' },
        { ...T, abstract: abstractOf(1), arxivId: '2405.00001' },
      ],
    ],
    [
      'a sighting without abstract, which its id had put with another title, turns out to be of this paper',
      [
        { ...T, abstract: '', arxivId: '2405.00001' },
        { ...U, abstract: abstractOf(2), arxivId: '2405.00001' },
        { ...T, abstract: abstractOf(1) },
        { ...T, abstract: abstractOf(1), arxivId: '2405.00001' },
      ],
    ],
  ])('when %s', (_, fields) => {
    const sightings = fields.map((one, index) => sightingOf({ ...one, date: `2025-03-0${index + 1}` }));
    const last = addressesOf(...sightings);
    expect(last).toHaveLength(1);
    const known = last.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]);
    const had = sightings.flatMap((_, index) => addressesOf(...sightings.slice(0, index + 1)));
    expect(new Set(had.map(({ slug }) => slug)).difference(new Set(known))).toEqual(new Set());
  });
});

describe('papers of one title and abstract are told apart by their arXiv ids', () => {
  const twins = ['2405.00001', '2405.00002', '2405.00003', '2405.00004'].map((arxivId, index) =>
    sightingOf({ title: 'Lazy Walkers', arxivId, date: `2025-03-0${index + 1}` }),
  );

  test('so that the address of each stays when the feeds get other names', () => {
    const renamed = twins.map((twin) => ({ ...twin, feed: 'renamed.txt', line: twin.line + 1 }));
    expect(addressesOf(...twins)).toHaveLength(4);
    expect(addressesOf(...renamed)).toEqual(addressesOf(...twins));
  });

  test('and the address of the last one is a former one when a title from an older day takes over', () => {
    const arxivId = '2405.00004';
    const last = (sightings: Sighting[]) =>
      mergeSightings(sightings).value.find((paper) => paper.arxivId === arxivId);
    const older = sightingOf({
      title: 'Covering Space',
      abstract: abstractOf(2),
      arxivId,
      date: '2025-01-01',
    });
    expect(last([older, ...twins])).toMatchObject({
      slug: 'covering-space',
      formerSlugs: expect.arrayContaining([last(twins)?.slug]),
    });
  });
});
