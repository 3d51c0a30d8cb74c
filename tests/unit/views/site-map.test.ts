import { expect, it } from 'vitest';
import { siteMapFile, siteMapIndex, sitePaths } from '#views/site-map.ts';
import { renderedCorpus } from './rendered-corpus.ts';

it('names every kind of page once', () => {
  const paths = sitePaths(renderedCorpus);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of [
    '/digest/',
    '/digest/topics/vision/',
    '/digest/dates/2025/',
    '/digest/dates/2025-10/',
    '/digest/dates/2025-W44/',
    '/digest/dates/2025-10-28/',
    '/digest/dates/undated/',
    '/digest/papers/unknown/',
    '/digest/authors/ada-lovelace/',
    '/digest/code/',
  ])
    expect(paths).toContain(path);
});

it('is XML by the protocol', () => {
  expect(siteMapFile(['https://a.org/?a&b'])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url><loc>https://a.org/?a&amp;b</loc></url>\n</urlset>\n',
  );
  expect(siteMapIndex(['https://a.org/sitemap-1.xml'])).toContain(
    '<sitemap><loc>https://a.org/sitemap-1.xml</loc></sitemap>',
  );
});
