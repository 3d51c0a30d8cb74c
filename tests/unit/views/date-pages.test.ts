import { describe, expect, it } from 'vitest';
import type { Corpus } from '#corpus/corpus.ts';
import { datePages } from '#views/date-pages.ts';
import { corpusOf, paperEntry } from '../syndication/corpus-of.ts';
import { corpusOfDays } from './corpus-of-days.ts';
import { expectValidHtml } from './valid-html.ts';

const pagesOf = (corpus: Corpus) =>
  new Map(Array.from(datePages(corpus), ({ path, head, main }) => [path, { head, main }]));
const namesIn = (nav: string) =>
  [...nav.matchAll(/<a [^>]*rel="(\w+)" href="([^"]*)"/g)].map((found) => found.slice(1));

const corpus = corpusOfDays(['2025-01-31', '2025-02-03', '2025-02-04'], 2);

describe('pages of dates', () => {
  it('has a page of each day, week and month with papers, the newest first', () => {
    expect([...pagesOf(corpus).keys()]).toEqual(
      ['2025-02-04', '2025-02-03', '2025-01-31', '2025-W06', '2025-W05', '2025-02', '2025-01'].map(
        (period) => `/digest/dates/${period}/`,
      ),
    );
  });

  it('leads from each to its neighbours', () => {
    const stepsOf = (period: string) => namesIn(pagesOf(corpus).get(`/digest/dates/${period}/`)!.main);
    expect(stepsOf('2025-02-03')).toEqual([
      ['prev', '/digest/dates/2025-01-31/'],
      ['next', '/digest/dates/2025-02-04/'],
    ]);
    expect(stepsOf('2025-W06')).toEqual([['prev', '/digest/dates/2025-W05/']]);
    expect(stepsOf('2025-01')).toEqual([['next', '/digest/dates/2025-02/']]);
  });

  it('says of a week from which day it is, and how many papers and days it has', () => {
    const { head, main } = pagesOf(corpus).get('/digest/dates/2025-W06/')!;
    expect(head).toContain(
      'Week 6 of 2025, from 3 February 2025: 4 papers, with abstracts, topics and links.',
    );
    expect(main).toContain('<p>4 papers on 2 days</p>');
    expect(main.indexOf('data-paper="2025-02-04-0"')).toBeGreaterThan(-1);
    expect(main.indexOf('data-paper="2025-02-04-0"')).toBeLessThan(main.indexOf('data-paper="2025-02-03-0"'));
  });

  it('tells readers when the newest day has become old, on its first page only', () => {
    const pages = pagesOf(corpusOfDays(['2025-02-03', '2025-02-04'], 301));
    const withNote = [...pages]
      .filter(([, { main }]) => main.includes('data-stale-after'))
      .map(([path]) => path);
    expect(withNote).toEqual(['/digest/dates/2025-02-04/']);
  });

  it('cuts a day at 300 papers, and several days at 60', () => {
    const paths = [...pagesOf(corpusOfDays(['2025-02-03', '2025-02-04'], 301)).keys()];
    expect(paths.slice(0, 4)).toEqual(
      ['2025-02-04/', '2025-02-04/2/', '2025-02-03/', '2025-02-03/2/'].map((path) => `/digest/dates/${path}`),
    );
    expect(paths.filter((path) => path.includes('W06'))).toHaveLength(Math.ceil(602 / 60));
  });

  it('says which feeds are undated, each under its name', () => {
    const of = (feed: string) =>
      paperEntry({ id: feed, sightings: [{ feed, date: null, position: 1, line: 1 }] });
    const { main } = pagesOf(corpusOf([of('a'), of('b')])).get('/digest/dates/undated/')!;
    expect(main).toContain('2 feeds did not say of which day they are: 2 papers');
    expect(main).toMatch(/<h2>a<\/h2>.*<h2>b<\/h2>/);
    const single = pagesOf(corpusOf([of('a')])).get('/digest/dates/undated/')!.main;
    expect(single).toContain('1 feed did not say of which day it is: 1 paper');
    expect(single).not.toContain('<h2>a</h2>');
  });

  it('is valid HTML', async () => {
    for (const { main } of pagesOf(corpus).values()) await expectValidHtml(main);
  });
});
