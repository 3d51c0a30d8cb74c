import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { homeOf } from '../../../scripts/check/site-folder.ts';

it.each([
  ['<link rel="canonical" href="https://a.org/lab/digest/">', '/lab/digest/'],
  ['<p>no site of this program</p>', undefined],
])('knows the path that a site was built for, whatever its configuration says now: %s', (html, path) => {
  const root = mkdtempSync(join(tmpdir(), 'digest-served-'));
  writeFileSync(join(root, 'index.html'), html);
  expect(homeOf(root)?.pathname).toBe(path);
});
