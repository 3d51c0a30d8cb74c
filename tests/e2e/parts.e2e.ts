import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../..', import.meta.url));
const digest = (...args: string[]) =>
  execFileSync('node', ['scripts/digest.ts', ...args], { cwd: root, stdio: 'ignore' });

/** Every file of a folder by its path. */
function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  return new Map(paths.sort().map((path) => [path, readFileSync(folder + path)]));
}

test('a site built in parts is the site built at once, byte for byte', () => {
  test.setTimeout(180_000);
  const parts = ['2025', 'undated', 'rest'].map((part) => {
    const out = `.cache/test-sites/part-${part}`;
    digest('build', '--part', part, '--out', out, '--base', '/');
    return out;
  });
  digest('merge', ...parts, '--out', '.cache/test-sites/merged');
  const whole = filesOf(join(process.env['SITE_FOLDER']!));
  const merged = filesOf(join(root, '.cache/test-sites/merged'));
  expect([...merged.keys()]).toEqual([...whole.keys()]);
  expect(
    [...merged].filter(([path, bytes]) => !bytes.equals(whole.get(path)!)).map(([path]) => path),
  ).toEqual([]);
});
