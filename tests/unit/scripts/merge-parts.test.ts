import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { mergeParts } from '../../../scripts/build/merge-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'digest-'));

function part(name: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, name);
}

it('joins the files of all parts', () => {
  const parts = [
    part('a', { 'papers/x/index.html': 'x' }),
    part('b', { 'papers/y/index.html': 'y', 'index.html': 'i' }),
  ];
  const out = join(folder, 'site');
  expect(mergeParts(parts, out)).toBe(3);
  expect(readFileSync(join(out, 'papers/x/index.html'), 'utf8')).toBe('x');
  expect(readFileSync(join(out, 'papers/y/index.html'), 'utf8')).toBe('y');
});

it('refuses parts that have the same file, and parts that are not there', () => {
  const parts = [part('c', { 'index.html': '1' }), part('d', { 'index.html': '2' })];
  expect(() => mergeParts(parts, join(folder, 'both'))).toThrow(
    `index.html is in ${parts[1]} and in another part. Parts of one site share no file: name each part once, ` +
      'and build all of them from the same content.',
  );
  expect(() => mergeParts([join(folder, 'nowhere')], join(folder, 'none'))).toThrow(
    `The part ${join(folder, 'nowhere')} does not exist. Build it with "digest build --part".`,
  );
});
