import { describe, expect, it } from 'vitest';
import { compareWithYearBefore } from '#trends/changes.ts';
import { trendsCsv } from '#trends/csv.ts';
import { describeShares, percent } from '#trends/describe-shares.ts';
import { shareFigure, shareSpark } from '#trends/figure.ts';
import { countByMonth, monthsUpTo } from '#trends/months.ts';
import { type NewTerms, newTermsOf } from '#trends/new-terms.ts';
import { topRecent } from '#trends/top-recent.ts';

const papers = (date: string, count: number, topics: string[] = []) =>
  Array.from({ length: count }, () => ({ date, topics }));

describe('counting by month', () => {
  it('crosses years', () => {
    expect(monthsUpTo('2025-02-14', 3)).toEqual(['2024-12', '2025-01', '2025-02']);
  });

  it('keeps months without papers, and passes over undated papers and unknown topics', () => {
    const counted = countByMonth(
      [
        { date: '2024-12-30', topics: ['a'] },
        { date: '2025-02-01', topics: ['a', 'b', 'gone'] },
        { date: null, topics: ['a'] },
      ],
      ['a', 'b'],
    );
    expect(counted).toEqual({
      months: ['2024-12', '2025-01', '2025-02'],
      totals: [1, 0, 1],
      counts: new Map([
        ['a', [1, 0, 1]],
        ['b', [0, 0, 1]],
      ]),
    });
  });

  it('has nothing to say of nothing', () => {
    expect(countByMonth([], ['a']).months).toEqual([]);
  });
});

describe('comparing with the year before', () => {
  const year = monthsUpTo('2025-09-01', 9).flatMap((month) => [
    ...papers(`${month}-01`, 18),
    ...papers(`${month}-02`, 2, ['a']),
  ]);

  it('finds what rises and what falls', () => {
    const counts = countByMonth(
      [...year, ...papers('2025-10-01', 60, ['a']), ...papers('2025-12-01', 60)],
      ['a', 'b'],
    );
    const { enough, recent, rising, falling } = compareWithYearBefore(counts);
    expect(enough).toBe(true);
    expect(recent).toEqual(['2025-10', '2025-11', '2025-12']);
    expect(rising.map(({ slug, before, now }) => [slug, before, now])).toEqual([['a', 0.1, 0.5]]);
    expect(falling).toEqual([]);
  });

  it('says nothing of changes that chance could bring', () => {
    const counts = countByMonth(
      [...year, ...papers('2025-10-01', 14, ['a']), ...papers('2025-12-01', 106)],
      ['a'],
    );
    expect(compareWithYearBefore(counts)).toMatchObject({ enough: true, rising: [], falling: [] });
  });

  it('says nothing of few papers', () => {
    const counts = countByMonth([...year, ...papers('2025-12-01', 20, ['a'])], ['a']);
    expect(compareWithYearBefore(counts)).toMatchObject({ enough: false, rising: [], falling: [] });
  });
});

describe('new terms', () => {
  const before = Array.from({ length: 120 }, (_, index) => ({
    date: `2025-0${1 + (index % 9)}-01`,
    title: 'Convolutional networks for images',
    abstract: 'Convolutional networks recognise images, and again images.',
  }));
  const now = ['first', 'second', 'third', 'fourth'].map((name) => ({
    date: '2025-10-03',
    title: `A ${name} study of gaussian splatting and images`,
    abstract: 'Gaussian splatting draws scenes.',
  }));

  it('are what several papers are about, and the year before was not', () => {
    const [{ terms, papersBefore }] = newTermsOf(['2025-10'], [...before, ...now]) as [NewTerms];
    expect(papersBefore).toBe(120);
    expect(terms).toEqual([{ term: 'gaussian splatting', papers: 4, papersBefore: 0 }]);
  });

  it('of several months are those of each', () => {
    const next = now.map((paper) => ({
      ...paper,
      date: '2025-11-03',
      abstract: 'Flow maps, with flow maps.',
    }));
    const papers = [...before, ...now, ...next];
    const both = newTermsOf(['2025-11', '2025-10'], papers);
    expect(both).toEqual(['2025-11', '2025-10'].flatMap((month) => newTermsOf([month], papers)));
    expect(both.map(({ terms }) => terms.map(({ term }) => term))).toEqual([
      ['flow maps', 'gaussian splatting'],
      ['gaussian splatting'],
    ]);
  });

  it('are not told without a year to compare with', () => {
    expect(newTermsOf(['2025-10'], [...before.slice(0, 50), ...now])[0]?.terms).toEqual([]);
  });
});

describe('ranking', () => {
  it('goes by upvotes, then comments, then the order of the feed', () => {
    const ranked = topRecent(
      [
        { id: 'plain-2', upvotes: null, comments: null, order: 3 },
        { id: 'plain-1', upvotes: null, comments: null, order: 2 },
        { id: 'talked', upvotes: null, comments: 4, order: 9 },
        { id: 'loved', upvotes: 7, comments: 0, order: 8 },
        { id: 'loved-and-talked', upvotes: 7, comments: 2, order: 10 },
      ],
      4,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['loved-and-talked', 'loved', 'talked', 'plain-1']);
  });
});

describe('figures', () => {
  const months = [
    { label: 'Jan 2025', share: 0.1 },
    { label: 'Feb 2025', share: null },
    { label: 'Mar 2025', share: 0.25 },
    { label: 'Apr 2025', share: 0.2 },
  ];

  it('say in words what they show', () => {
    expect(describeShares('Optimisation', months)).toBe(
      "Optimisation, share of each month's papers from Jan 2025 to Apr 2025: 10 % at first, at most 25 % (Mar 2025), 20 % at last.",
    );
    expect(describeShares('Optimisation', months.slice(0, 2))).toBe(
      'Optimisation: 10 % of the papers of Jan 2025.',
    );
    expect(describeShares('Optimisation', [])).toBe('Optimisation: no papers yet.');
    expect([0, 0.004, 0.0834, 0.0995, 0.34].map(percent)).toEqual(['0 %', '0.4 %', '8.3 %', '10 %', '34 %']);
  });

  it.each([
    ['spark', shareSpark],
    ['figure', shareFigure],
  ])('of the %s kind have a text alternative, gaps, and no inline style', (_, draw) => {
    const svg = draw('<Optimisation>', months);
    expect(svg).toContain('aria-label="&lt;Optimisation&gt;, share of each month');
    expect(svg).not.toContain('style=');
    expect(svg).not.toContain('NaN');
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(/class="share-line" d="M[^M]*M[^M]*"/.test(svg)).toBe(true);
  });
});

describe('the table of trends', () => {
  it('is CSV with a line for each month and topic that has papers', () => {
    const counts = countByMonth(
      [
        { date: '2025-01-01', topics: ['a'] },
        { date: '2025-01-02', topics: ['a', 'b'] },
        { date: '2025-02-01', topics: ['b'] },
      ],
      ['a', 'b'],
    );
    const names = [
      { slug: 'a', name: 'Speech, music and sound' },
      { slug: 'b', name: 'Optimisation' },
    ];
    expect(trendsCsv(counts, names).split('\r\n')).toEqual([
      'month,topic,name,papers,papers_of_month,share',
      '2025-01,a,"Speech, music and sound",2,2,1.0000',
      '2025-01,b,Optimisation,1,2,0.5000',
      '2025-02,b,Optimisation,1,1,1.0000',
      '',
    ]);
  });
});
