import { describe, expect, it } from 'vitest';
import type { SearchResponse, SearchResult } from '#search/client/search-response.ts';
import { openSearchDescription } from '#search-page/open-search.ts';
import {
  contentFacets,
  resultList,
  resultPager,
  summary,
  topicFacets,
  topicsMeant,
  withoutFilters,
  yearFacets,
} from '#search-page/result-view.ts';
import { createUrls } from '#site/urls.ts';

const urls = createUrls({ url: 'https://example.org', base: '/digest/' });
const address = { q: 'graph', sort: 'relevance', page: 1 } as const;

const result: SearchResult = {
  slug: 'a-paper',
  title: [
    { text: 'On <b> ', marked: false },
    { text: 'graphs', marked: true },
  ],
  excerpt: [
    { mathml: '<math><mi>x</mi></math>', tex: 'x', marked: true },
    { text: ' & y', marked: false },
  ],
  byline: 'Ada Lovelace',
  foundAuthors: [],
  topics: [{ slug: 'graphs', name: 'Graphs' }],
  seen: '2025-03-11',
  published: null,
  upvotes: 12,
  hasCode: true,
  score: 1,
};

const response: SearchResponse = {
  results: [result],
  total: 25,
  isTotalExact: true,
  years: [{ year: 2025, count: 25 }],
  topicFileCount: 1,
  topicsMeant: [],
  notes: [],
};

describe('results', () => {
  it('are cards as everywhere, with the matches marked and all text escaped', () => {
    const { text } = resultList(response, urls);
    expect(text).toContain('<a href="/digest/papers/a-paper/">On &lt;b&gt; <mark>graphs</mark></a>');
    expect(text).toContain('<p class="card-reason"><mark><math><mi>x</mi></math></mark> &amp; y</p>');
    expect(text).toContain('<a href="/digest/dates/2025-03-11/">11 Mar 2025</a>');
    expect(text).toContain('<span>12 upvotes</span>');
    const unvoted = { ...response, results: [{ ...result, upvotes: null }] };
    expect(resultList(unvoted, urls).text).not.toContain('upvote');
  });

  it('name the authors for whom they were found, where the byline leaves them out', () => {
    const foundAuthors = [
      [{ text: 'Li', marked: true }],
      [
        { text: 'Wei ', marked: false },
        { text: '<Li>', marked: true },
      ],
    ];
    const byline = 'Ada Lovelace and 4 others';
    const { text } = resultList({ ...response, results: [{ ...result, byline, foundAuthors }] }, urls);
    expect(text).toContain(
      '<span>Ada Lovelace and 4 others, among them <mark>Li</mark> and Wei <mark>&lt;Li&gt;</mark></span>',
    );
  });

  it('have a place to scroll for formulas wider than a phone, out of the order of keys in links', () => {
    const mathml = `<math>${'<mi>x</mi><mo>+</mo>'.repeat(20)}</math>`;
    const long = { mathml, tex: 'x', marked: false };
    const { text } = resultList(
      { ...response, results: [{ ...result, title: [long], excerpt: [long] }] },
      urls,
    );
    expect(text).toContain(
      `<a href="/digest/papers/a-paper/"><span class="wide-formula" >${mathml}</span></a>`,
    );
    expect(text).toContain(
      '<span class="wide-formula" tabindex="0" role="group" aria-label="Formula"><math>',
    );
  });

  it.each([
    [{}, 1, '25 papers'],
    [{}, 2, '25 papers, page 2'],
    [{ total: 1 }, 1, '1 paper'],
    [{ total: 0, results: [] }, 1, 'No paper found'],
    [{ results: [] }, 9, '25 papers, but none on page 9'],
    [{ isTotalExact: false }, 1, 'At least 25 papers'],
  ])('are summed up in words %#', (given, page, expected) => {
    expect(summary({ ...response, ...given }, { ...address, page })).toBe(expected);
  });

  it('have links to the pages around', () => {
    expect(resultPager(response, address).text.match(/href="[^"]*"/g)).toEqual([
      'href="?q=graph&amp;page=2"',
    ]);
    expect(resultPager(response, { ...address, page: 2 }).text.match(/href="[^"]*"/g)).toEqual([
      'href="?q=graph"',
      'href="?q=graph&amp;page=3"',
    ]);
    expect(resultPager({ ...response, total: 10 }, address).text).not.toContain('href');
  });

  it('say which page of how many it is, where that is known', () => {
    expect(resultPager(response, { ...address, page: 2 }).text).toContain('Page 2 of 3');
    expect(resultPager({ ...response, isTotalExact: false }, address).text).not.toContain('Page');
    expect(resultPager({ ...response, total: 10 }, address).text).not.toContain('Page');
  });
});

describe('facets', () => {
  it('add their filter to the query, and take it away again: words before a filter stay finished', () => {
    expect(yearFacets(response, address).text).toContain('href="?q=date%3A2025+graph"');
    const filtered = { ...address, q: 'graph date:2025' };
    expect(yearFacets(response, filtered).text).toContain('href="?q=graph+" aria-current="true"');
    expect(topicFacets([{ slug: 'graphs', name: 'Graphs', count: 2 }], true, address).text).toContain(
      'href="?q=topic%3Agraphs+graph"',
    );
  });
});

describe('topics that the words of a query name', () => {
  it('are links to their pages', () => {
    const graphs = { slug: 'graphs', name: 'Graphs <x>' };
    const link = '<a href="/digest/topics/graphs/">Graphs &lt;x&gt;</a>';
    expect(topicsMeant({ topicsMeant: [graphs] }, urls).text).toBe(`Topic: ${link}`);
    expect(topicsMeant({ topicsMeant: [graphs, graphs] }, urls).text).toBe(`Topics: ${link}, ${link}`);
    expect(topicsMeant({ topicsMeant: [] }, urls).text).toBe('');
  });
});

describe('a search that found nothing', () => {
  it('has links to the same without each filter, and none without filters', () => {
    const { text } = withoutFilters({ ...address, q: 'has:code graph -date:2025', page: 3 });
    expect(text).toBe(
      'Search without <a href="?q=graph+-date%3A2025">has:code</a> or <a href="?q=has%3Acode+graph+">-date:2025</a>. ',
    );
    expect(withoutFilters(address).text).toBe('');
    expect(withoutFilters({ ...address, q: 'a:b title:x "topic:x y"' }).text).toBe('');
  });
});

describe('filters by what a paper has', () => {
  it('are given and taken away like facets', () => {
    expect(contentFacets(address).text).toContain('<a href="?q=has%3Acode+graph" >With code</a>');
    expect(contentFacets({ ...address, q: 'has:code graph' }).text).toContain(
      '<a href="?q=graph" aria-current="true">With code</a>',
    );
  });
});

describe('counts of facets', () => {
  it('say so where they may be too high', () => {
    expect(yearFacets(response, address).text).toContain('<span class="count">25</span>');
    expect(yearFacets({ ...response, isTotalExact: false }, address).text).toContain('≤ 25');
  });
});

describe('the OpenSearch description', () => {
  it('has full addresses and a short name', () => {
    const text = openSearchDescription({ title: 'Papers & more papers' }, urls);
    expect(text).toContain('<ShortName>Papers &amp; more pa</ShortName>');
    expect(text).toContain('template="https://example.org/digest/search/?q={searchTerms}"');
  });
});
