import { expect, it } from 'vitest';
import { apacheFile, cacheControlOf, headersFile } from '#site/header-files.ts';
import { contentSecurityPolicy } from '#site/security.ts';

it('allows nothing inline and nothing from elsewhere', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/);
  expect(contentSecurityPolicy).toContain("default-src 'none'");
});

it.each([
  ['_headers', headersFile('/digest/')],
  ['.htaccess', apacheFile('/digest/')],
])('%s sends the policy, and keeps hashed files for good', (_, file) => {
  expect(file).toContain(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  expect(file).toContain('_astro/');
  expect(file).toContain('search/files/');
  expect(file).toContain('immutable');
  expect(file).toContain('must-revalidate');
  expect(file).toContain('/digest/');
});

it.each([
  ['_astro/a.js', /immutable/],
  ['fonts/katex-1.0.0/KaTeX_Main-Regular.woff2', /immutable/],
  ['search/files/core-0123.bin', /immutable/],
  ['search/manifest.json', /must-revalidate/],
  ['search/', /must-revalidate/],
])('%s is sent as %s', (path, expected) => {
  expect(cacheControlOf(path)).toMatch(expected);
});
