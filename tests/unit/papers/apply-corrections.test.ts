import { expect, it } from 'vitest';
import { applyCorrections } from '#papers/apply-corrections.ts';
import { paperOf } from '../corpus/paper-of.ts';

const paper = paperOf({
  id: '1',
  slug: 'walkers',
  formerSlugs: ['wakers'],
  abstract: 'On O(sqrt n) wakers.',
});

it('gives a paper what its owner wrote, which is not restored, and leaves its id and address', () => {
  const corrections = { walkers: { title: 'Lazy Walkers', abstract: 'On $O(\\sqrt{n})$ walkers.' } };
  expect(applyCorrections([paper], corrections)).toEqual({
    value: [{ ...paper, ...corrections.walkers, tex: 'owner' }],
    messages: [],
  });
});

it('leaves the abstract as it is when the title alone is corrected, and knows a paper by a former slug', () => {
  expect(applyCorrections([paper], { wakers: { title: 'Lazy Walkers' } }).value).toEqual([
    { ...paper, title: 'Lazy Walkers' },
  ]);
});

it('tells of a correction of no paper', () => {
  expect(applyCorrections([paper], { talkers: { title: 'Talkers' } })).toEqual({
    value: [paper],
    messages: [
      {
        severity: 'warning',
        rule: 'correction-without-paper',
        feed: 'corrections.yaml',
        line: null,
        text: "“talkers” is no paper of this site; its correction was not used. Name the last part of the paper's address.",
      },
    ],
  });
});
