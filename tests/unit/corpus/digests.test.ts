import { expect, it } from 'vitest';
import { groupDigests } from '#corpus/digests.ts';
import { paperOf } from './paper-of.ts';

const at = (feed: string, position: number, date: string | null) => ({
  feed,
  line: position,
  position,
  date,
});

it('puts the newest first and undated feeds last, each in the order of its feed', () => {
  const digests = groupDigests(
    [
      paperOf({ id: 'x', sightings: [at('old', 2, '2025-03-11'), at('bare', 1, null)] }),
      paperOf({ id: 'y', sightings: [at('old', 1, '2025-03-11'), at('new', 1, '2025-05-08')] }),
    ],
    new Map(),
  );
  expect(digests).toEqual([
    { date: '2025-05-08', feeds: ['new'], items: [{ id: 'y', position: 1, seenBefore: '2025-03-11' }] },
    {
      date: '2025-03-11',
      feeds: ['old'],
      items: [
        { id: 'y', position: 1, seenBefore: null },
        { id: 'x', position: 2, seenBefore: null },
      ],
    },
    { date: null, feeds: ['bare'], items: [{ id: 'x', position: 1, seenBefore: null }] },
  ]);
});

it('joins the feeds of one date in their stated order and has a paper once', () => {
  const [digest] = groupDigests(
    [
      paperOf({ id: 'x', sightings: [at('a', 1, '2025-03-11'), at('b', 2, '2025-03-11')] }),
      paperOf({ id: 'y', sightings: [at('b', 1, '2025-03-11')] }),
    ],
    new Map([
      ['b', 1],
      ['a', 2],
    ]),
  );
  expect(digest!.feeds).toEqual(['b']);
  expect(digest!.items.map(({ id }) => id)).toEqual(['y', 'x']);
});

it('names the latest of the earlier digests of a paper', () => {
  const [newest] = groupDigests(
    [
      paperOf({
        id: 'x',
        sightings: ['2025-03-11', '2025-03-17', '2025-05-08'].map((date) => at(date, 1, date)),
      }),
    ],
    new Map(),
  );
  expect(newest!.items[0]!.seenBefore).toBe('2025-03-17');
});

it('takes linear time for a paper that a feed has over and over', () => {
  const sightings = Array.from({ length: 100_000 }, (_, index) => at('a', index + 1, '2025-03-11'));
  const [digest] = groupDigests([paperOf({ id: 'x', sightings })], new Map());
  expect(digest!.items).toEqual([{ id: 'x', position: 1, seenBefore: null }]);
});

it('orders feeds without a stated place, and undated ones, by their names', () => {
  const digests = groupDigests(
    [
      paperOf({ id: 'x', sightings: [at('m', 1, '2025-03-11'), at('u', 1, null), at('n', 1, '2025-01-02')] }),
      paperOf({ id: 'y', sightings: [at('k', 2, '2025-03-11'), at('s', 1, null), at('n', 1, '2025-04-01')] }),
      paperOf({ id: 'z', sightings: [at('l', 3, '2025-03-11'), at('t', 1, null), at('z', 1, '2025-03-11')] }),
    ],
    new Map([['z', 1]]),
  );
  expect(digests.map(({ date, feeds }) => [date, feeds.join('')])).toEqual([
    ['2025-04-01', 'n'],
    ['2025-03-11', 'zkm'],
    ['2025-01-02', 'n'],
    [null, 's'],
    [null, 't'],
    [null, 'u'],
  ]);
});
