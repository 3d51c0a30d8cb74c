import { expect, it } from 'vitest';
import { archivePager, pager } from '#views/pager.ts';
import { expectValidHtml } from './valid-html.ts';

const shown = (page: number, pages: number) =>
  [
    ...pager(page, pages, (n) => `/${n}/`).text.matchAll(
      /<li[^>]*>\s*(?:<a[^>]*>(?:<span[^>]*>[^<]*<\/span>)?)?([\d…]+)/g,
    ),
  ]
    .map(([, text]) => text)
    .join(' ');

it.each([
  [1, 1, ''],
  [1, 2, '1 2'],
  [2, 3, '1 2 3'],
  [1, 9, '1 2 … 9'],
  [5, 9, '1 … 4 5 6 … 9'],
  [9, 9, '1 … 8 9'],
])('page %i of %i: %s', (page, pages, text) => {
  expect(shown(page, pages)).toBe(text);
});

it('marks the current page and steps only where there is one', async () => {
  const first = pager(1, 3, (n) => `/${n}/`).text;
  expect(first).toContain('<a href="/1/" aria-current="page">1</a>');
  expect(first).not.toContain('rel="prev"');
  expect(first).toContain('rel="next" href="/2/"');
  await expectValidHtml(first);
});

it.each([
  [null, 0, ''],
  [null, 1, 'Newest 1'],
  [null, 9, 'Newest 9 … 1'],
  [5, 9, 'Newest … 6 5 4 … 1'],
  [9, 9, 'Newest 9 8 … 1'],
  [1, 9, 'Newest … 2 1'],
])('archive page %s of %i: %s', (number, pages, text) => {
  const links = archivePager(number, pages, (n) => (n === undefined ? '/' : `/${n}/`)).text;
  expect(
    links
      .replace(/^.*?<ol>|<\/ol>.*$/gs, '')
      .replaceAll(/<[^>]+>|Page |\s+/g, ' ')
      .trim()
      .split(/\s+/)
      .join(' '),
  ).toBe(text);
});

it('leads from an archive page to the next newer one, from the last to the main page', () => {
  const urlOf = (n?: number) => (n === undefined ? '/main/' : `/${n}/`);
  expect(archivePager(2, 3, urlOf).text).toContain('rel="prev" href="/3/">Newer');
  expect(archivePager(2, 3, urlOf).text).toContain('rel="next" href="/1/">Older');
  expect(archivePager(3, 3, urlOf).text).toContain('rel="prev" href="/main/">Newer');
  expect(archivePager(null, 3, urlOf).text).toContain('rel="next" href="/3/">Older');
  expect(archivePager(1, 3, urlOf).text).not.toContain('rel="next"');
});
