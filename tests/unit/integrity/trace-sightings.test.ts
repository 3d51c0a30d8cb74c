import { expect, it } from 'vitest';
import { lostAddresses } from '#integrity/lost-addresses.ts';
import { traceSightings } from '#integrity/trace-sightings.ts';
import { completeSighting } from '#sightings/complete-sighting.ts';

const sighting = (feed: string, line: number) =>
  completeSighting(
    {
      feed,
      line,
      position: line,
      date: null,
      format: 'blocks',
      tex: 'damaged',
      title: `Paper ${line}`,
      abstract: '',
    },
    () => {},
  );

it('accepts sightings that stand in one paper each', () => {
  const [a, b, c] = [sighting('a', 1), sighting('a', 3), sighting('b', 1)];
  expect(
    traceSightings(
      [a, b, c],
      [
        { slug: 'x', sightings: [a, c] },
        { slug: 'y', sightings: [b] },
      ],
    ),
  ).toEqual([]);
});

it('finds sightings that are lost, doubled or of nowhere', () => {
  const [a, b, c] = [sighting('a', 1), sighting('a', 3), sighting('b', 1)];
  const papers = [
    { slug: 'x', sightings: [a] },
    { slug: 'y', sightings: [a, c] },
  ];
  expect(traceSightings([a, b], papers)).toEqual([
    {
      rule: 'sighting-twice',
      place: 'a',
      line: 1,
      text: 'This entry stands in two papers of the site, x and y.',
    },
    {
      rule: 'sighting-lost',
      place: 'a',
      line: 3,
      text: '“Paper 3” is in no paper of the site. If the feed changed since, build again.',
    },
    {
      rule: 'sighting-unknown',
      place: 'b',
      line: 1,
      text: 'The site has the paper y from here, but the content holds no such entry. If the feed changed since, build again.',
    },
  ]);
});

it('finds addresses that lead nowhere now', () => {
  const present = new Set(['papers/a/', 'papers/c/']);
  expect(lostAddresses(['papers/a/', 'papers/b/', 'topics/d/'], present)).toEqual([
    {
      rule: 'address-lost',
      place: 'papers/b/',
      line: null,
      text: 'The previous build had a paper here, this one has nothing. Was its feed removed or edited? Put it back, or say in former-papers.yaml which paper or page took its place (null: none did).',
    },
    {
      rule: 'address-lost',
      place: 'topics/d/',
      line: null,
      text: 'The previous build had a topic here, and feeds that readers may have subscribed to; this one has nothing. Say in former-topics.yaml which topic or page took its place (null: none did).',
    },
  ]);
});
