import { expect, it } from 'vitest';
import { pager } from '#views/pager.ts';
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
