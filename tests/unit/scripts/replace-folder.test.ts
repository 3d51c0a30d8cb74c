import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropStaged, publish, stagingFolder } from '../../../scripts/build/replace-folder.ts';

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

it('keeps the new site when a build was killed before it removed the last one', () => {
  const parent = mkdtempSync(join(tmpdir(), 'digest-'));
  const out = join(parent, 'dist');
  siteIn(out, 'new');
  siteIn(join(parent, '.dist.previous'), 'old');
  stagingFolder(out);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(parent)).toEqual(['dist']);
});

it('begins anew when somebody removed the site that a killed build had begun to change', () => {
  const parent = mkdtempSync(join(tmpdir(), 'digest-'));
  siteIn(join(parent, '.dist.staging'), 'half');
  writeFileSync(join(parent, '.dist.gone'), '["index.html"]');
  stagingFolder(join(parent, 'dist'));
  expect(readdirSync(parent)).toEqual([]);
});

it('removes folders that are empty when a build was killed while it removed them', () => {
  const parent = mkdtempSync(join(tmpdir(), 'digest-'));
  const out = join(parent, 'dist');
  siteIn(out, 'same');
  mkdirSync(join(out, 'papers'));
  writeFileSync(join(parent, '.dist.gone'), '["papers/x/index.html"]');
  stagingFolder(out);
  expect(readdirSync(out)).toEqual(['index.html']);
});

it('drops what was staged, unless the site was begun to be changed', () => {
  const parent = mkdtempSync(join(tmpdir(), 'digest-'));
  const out = join(parent, 'dist');
  const staging = stagingFolder(out);
  siteIn(staging, 'half');
  writeFileSync(join(parent, '.dist.gone'), '[]');
  dropStaged(out);
  expect(existsSync(staging)).toBe(true);
  rmSync(join(parent, '.dist.gone'));
  dropStaged(out);
  expect(existsSync(staging)).toBe(false);
});

it('makes an empty folder of a part without files', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'digest-')), 'part');
  publish(stagingFolder(out), out);
  expect(readdirSync(out)).toEqual([]);
});
