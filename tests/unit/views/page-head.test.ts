import { expect, it } from 'vitest';
import { createUrls } from '#site/urls.ts';
import { excerpt, pageHead } from '#views/page-head.ts';
import { renderedCorpus } from './rendered-corpus.ts';

const { site } = renderedCorpus;
const urls = createUrls(site);

it('names the page, its address and its feeds', () => {
  const head = pageHead(
    {
      title: 'A "page"',
      description: 'About <it>.',
      path: urls.topic('theory'),
      feeds: [{ title: 'Theory', below: urls.topic('theory') }],
      hasMath: true,
    },
    site,
    urls,
  ).text;
  expect(head).toContain('<title>A &quot;page&quot; · A Digest</title>');
  expect(head).toContain('<link rel="canonical" href="https://a.org/digest/topics/theory/">');
  expect(head).toContain('title="Theory (Atom)" href="/digest/topics/theory/atom.xml"');
  expect(head).toContain('title="A Digest (RSS)" href="/digest/rss.xml"');
  expect(head).toContain('href="/digest/math.css"');
  expect(head).toMatch(/rel="preload"\s+href="\/digest\/fonts\/katex-[^/]+\/KaTeX_Main-Regular\.woff2"/);
  expect(head).not.toContain('noindex');
});

it('keeps a page without an address out of search engines', () => {
  const head = pageHead({ title: null, description: '', path: null }, site, urls).text;
  expect(head).toContain('<title>A Digest</title>');
  expect(head).toContain('<meta name="robots" content="noindex">');
  expect(head).not.toContain('canonical');
});

it.each([
  ['short', 10, 'short'],
  ['one two three', 10, 'one two…'],
  ['one two, three', 10, 'one two…'],
  ['abcdefghijklmnop', 10, 'abcdefghi…'],
  ['a𝒳𝒳𝒳𝒳𝒳𝒳', 9, 'a𝒳𝒳𝒳…'],
])('cuts %j to %i', (text, length, cut) => {
  expect(excerpt(text, length)).toBe(cut);
});
