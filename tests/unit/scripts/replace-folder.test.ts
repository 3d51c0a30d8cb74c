import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publish, stagingFolder } from '../../../scripts/build/replace-folder.ts';

function siteIn(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
}

it('replaces a folder and leaves nothing beside it', () => {
  const parent = mkdtempSync(join(tmpdir(), 'digest-'));
  const out = join(parent, 'dist');
  siteIn(out, 'old');
  const staging = stagingFolder(out);
  siteIn(staging, 'new');
  publish(staging, out);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(parent)).toEqual(['dist']);
});

it('says plainly that the last site cannot be moved', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'digest-')), 'dist');
  siteIn(out, 'old');
  const staging = stagingFolder(out);
  siteIn(staging, 'new');
  siteIn(join(out, '..', '.dist.previous'), 'in the way');
  expect(() => publish(staging, out)).toThrow(
    `${out} cannot be replaced (ENOTEMPTY), and was left as it was.`,
  );
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
});

it('puts back the last site when a build was killed between the two renames', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'digest-')), 'dist');
  siteIn(out, 'old');
  renameSync(out, join(out, '..', '.dist.previous'));
  expect(existsSync(stagingFolder(out))).toBe(false);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
});

it('removes what a killed build had staged', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'digest-')), 'dist');
  siteIn(stagingFolder(out), 'half');
  expect(existsSync(stagingFolder(out))).toBe(false);
});
