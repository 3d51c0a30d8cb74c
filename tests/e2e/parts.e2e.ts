import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { differences, filesBelow } from './built-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const digest = (...args: string[]) =>
  execFileSync('node', ['scripts/digest.ts', ...args], { cwd: root, stdio: 'ignore' });

test('a site built in parts is the site built at once, byte for byte', () => {
  test.setTimeout(180_000);
  const parts = ['2025', 'undated', 'rest'].map((part) => {
    const out = `.cache/test-sites/part-${part}`;
    digest('build', '--part', part, '--out', out, '--base', '/');
    return out;
  });
  digest('merge', ...parts, '--out', '.cache/test-sites/merged');
  const whole = filesBelow(join(process.env['SITE_FOLDER']!));
  const merged = filesBelow(join(root, '.cache/test-sites/merged'));
  expect(differences(merged, whole)).toEqual([]);
});
