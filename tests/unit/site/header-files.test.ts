import { expect, it } from 'vitest';
import { apacheFile, headersOf, headersFile } from '#site/header-files.ts';
import { contentSecurityPolicy, mailPolicy } from '#site/security.ts';

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
  expect(headersOf(path)['Cache-Control']).toMatch(expected);
});

it('tells Apache which files are hashed by their whole paths', () => {
  const [, pattern] = /=~ m#(\^[^#]+)#/.exec(apacheFile('/lab.x/'))!;
  const isHashed = (path: string): boolean => new RegExp(pattern!).test(path);
  for (const path of ['_astro/a.js', 'fonts/a.woff2', 'search/files/core-0123.bin'])
    expect(isHashed(`/lab.x/${path}`)).toBe(true);
  for (const path of ['/lab.x/topics/fonts/', '/lab.x/authors/_astro/x', '/labbx/fonts/a.woff2'])
    expect(isHashed(path)).toBe(false);
});

it('sends mails with a policy that allows their own styles and nothing else', () => {
  const { 'Content-Security-Policy': policy } = headersOf('dates/2025-10-28/email.html');
  expect(policy).toBe(mailPolicy);
  expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-hashes' 'sha256-/);
  expect(policy).not.toContain('unsafe-inline');
  for (const file of [headersFile('/digest/'), apacheFile('/digest/')]) expect(file).toContain(mailPolicy);
  expect(headersOf('dates/2025-10-28/')['Content-Security-Policy']).toContain(contentSecurityPolicy);
});
