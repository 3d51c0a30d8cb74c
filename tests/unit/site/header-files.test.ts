import { expect, it } from 'vitest';
import { apacheFile, headersFile } from '#site/header-files.ts';
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
  expect(file).toContain('immutable');
  expect(file).toContain('must-revalidate');
  expect(file).toContain('/digest/');
});
