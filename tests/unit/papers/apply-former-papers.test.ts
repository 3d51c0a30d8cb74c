import { describe, expect, it } from 'vitest';
import { applyFormerPapers } from '#papers/apply-former-papers.ts';
import { paperOf } from '../corpus/paper-of.ts';

const seen = (feed: string, date: string) => [{ feed, line: 1, position: 1, date }];
const walkers = paperOf({
  id: '1',
  slug: 'walkers',
  formerSlugs: ['lazy-walkers'],
  abstract: 'On walkers.',
  sightings: seen('b.txt', '2025-03-12'),
});
const strollers = paperOf({
  id: '2',
  slug: 'strollers',
  formerSlugs: ['lazy-strollers'],
  abstract: 'On strollers.',
  arxivId: '2503.00001',
  authors: ['Ada Lovelace'],
  authorCount: 1,
  links: [{ kind: 'code', url: 'https://github.com/a/b' }],
  sightings: seen('a.txt', '2025-03-11'),
});
const known = {
  abstract: 'On strollers.',
  tex: 'authors' as const,
  published: '2025-03-01',
  updated: '2025-03-02',
  arxivId: '2503.00001',
  doi: '10.1/a',
  authors: ['Ada Lovelace'],
  authorCount: 1,
  organization: 'ACME',
  comments: 1,
  upvotes: 2,
  categories: ['cs.LG'],
  keywords: ['strolling'],
  summary: 'Strolls.',
};
const otherwiseKnown = {
  abstract: 'On grids.',
  tex: 'damaged' as const,
  published: '2024-03-01',
  updated: '2024-03-02',
  arxivId: '2403.00001',
  doi: '10.1/b',
  authors: ['Bo Chen', 'Carl Ek'],
  authorCount: 2,
  organization: 'Grids Ltd',
  comments: 3,
  upvotes: 4,
  categories: ['math.CO'],
  keywords: ['grids'],
  summary: 'Grids.',
};
const grids = paperOf({ id: '3', slug: 'grids' });
const apply = (lines: Record<string, string | null>) => applyFormerPapers([walkers, strollers, grids], lines);
const texts = (lines: Record<string, string | null>) =>
  apply(lines).messages.map(({ severity, rule, feed, text }) => [severity, rule, feed, text]);

describe('a paper that the feeds have', () => {
  it.each([null, 'https://elsewhere.example/paper'])('is left out when it leads to %s', (successor) => {
    const { papers, leftOut, formerPapers } = apply({ walkers: successor }).value;
    expect([papers, leftOut]).toEqual([[strollers, grids], [walkers]]);
    expect(formerPapers).toEqual({ walkers: successor, 'lazy-walkers': successor });
    expect(texts({ walkers: successor })).toEqual([
      [
        'info',
        'paper-left-out',
        'former-papers.yaml',
        'The feeds have “walkers”, which was left out as this file says.',
      ],
    ]);
  });

  it('stays away when an older title gave it another slug since', () => {
    const { papers, formerPapers } = apply({ 'lazy-walkers': null }).value;
    expect(papers).toEqual([strollers, grids]);
    expect(formerPapers).toEqual({ walkers: null, 'lazy-walkers': null });
  });

  it('becomes part of the paper that it leads to, which keeps what it knows', () => {
    const { papers, leftOut } = apply({ strollers: 'walkers' }).value;
    expect(papers).toEqual([
      {
        ...walkers,
        formerSlugs: ['lazy-strollers', 'lazy-walkers', 'strollers'],
        arxivId: '2503.00001',
        authors: ['Ada Lovelace'],
        authorCount: 1,
        links: strollers.links,
        sightings: [...strollers.sightings, ...walkers.sightings],
      },
      grids,
    ]);
    expect(leftOut).toEqual([]);
    expect(texts({ strollers: 'walkers' })).toEqual([
      [
        'info',
        'paper-joined',
        'former-papers.yaml',
        '“strollers” was made one with “walkers”, as this file says.',
      ],
    ]);
  });

  it.each([
    ['gives it all values that it lacks', grids, known],
    ['leaves it all values of its own', { ...grids, ...otherwiseKnown }, otherwiseKnown],
  ])('%s', (_, target, expected) => {
    const former = { ...strollers, ...known };
    expect(applyFormerPapers([former, target], { strollers: 'grids' }).value.papers).toMatchObject([
      expected,
    ]);
  });

  it('is one with several, in whatever order these are named', () => {
    const ids = (lines: Record<string, string>) =>
      apply(lines).value.papers.map(({ id, sightings }) => [id, sightings.length]);
    expect(ids({ strollers: 'walkers', walkers: 'grids' })).toEqual([['3', 3]]);
    expect(ids({ walkers: 'grids', strollers: 'walkers' })).toEqual([['3', 3]]);
  });

  it('stays when it leads to no paper, and that is told', () => {
    const { papers, formerPapers } = apply({ walkers: 'wakers' }).value;
    expect([papers, formerPapers]).toEqual([[walkers, strollers, grids], {}]);
    expect(texts({ walkers: 'wakers' })).toEqual([
      [
        'warning',
        'successor-unknown',
        'former-papers.yaml',
        "“walkers” leads to “wakers”, which is no paper of this site; the line was not used. Name the last part of a paper's address.",
      ],
    ]);
  });
});

it('a paper that no feed has leads to the present address of its successor', () => {
  const { papers, formerPapers } = apply({ gone: 'lazy-walkers', other: null }).value;
  expect(papers).toHaveLength(3);
  expect(formerPapers).toEqual({ gone: 'walkers', other: null });
  expect(texts({ gone: 'lazy-walkers', other: null })).toEqual([]);
});
