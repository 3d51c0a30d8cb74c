import { expect, it } from 'vitest';
import { digestsFirst } from '#offline/readable-pages.ts';

it('the pages of the site are in order: the newest digest, its further pages, the older ones, the rest', () => {
  const paths = [
    '/',
    '/topics/',
    '/dates/2025-03-11/',
    '/dates/',
    '/dates/2025-10-28/2/',
    '/dates/2025-10-28/',
  ];
  expect(paths.sort(digestsFirst)).toEqual([
    '/dates/2025-10-28/',
    '/dates/2025-10-28/2/',
    '/dates/2025-03-11/',
    '/',
    '/dates/',
    '/topics/',
  ]);
});
