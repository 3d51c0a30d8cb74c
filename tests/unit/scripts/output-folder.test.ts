import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputFolder } from '../../../scripts/build/output-folder.ts';
import { CallError } from '../../../scripts/commands/call-error.ts';

const parent = mkdtempSync(join(tmpdir(), 'digest-'));

function folderWith(name: string, files: Record<string, string>): string {
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const front = '<head><meta name="generator" content="paper-digest"></head>';

it('takes a folder that is not there, an empty one, an earlier site, and a part of one', () => {
  for (const folder of [
    join(parent, 'none'),
    folderWith('empty', {}),
    folderWith('site', { 'index.html': front, CNAME: 'a.org' }),
    folderWith('part', { papers: '', data: '' }),
  ])
    expect(outputFolder(folder)).toBe(folder);
});

it('follows a link, so that what is behind it is replaced', () => {
  const real = folderWith('real', {});
  symlinkSync(real, join(parent, 'link'));
  expect(outputFolder(join(parent, 'link'))).toBe(real);
});

it.each<[string, Record<string, string>, string]>([
  ['somebody’s work', { 'thesis.tex': '', 'a.txt': '' }, 'a.txt, thesis.tex'],
  ['another site', { 'index.html': '<p>Hello' }, 'index.html'],
  ['a checkout', { 'index.html': front, '.git': '' }, '.git'],
])('refuses %s', (name, files, shown) => {
  const folder = folderWith(name, files);
  expect(() => outputFolder(folder)).toThrow(CallError);
  expect(() => outputFolder(folder)).toThrow(`something else in it than a site (${shown})`);
  expect(readdirSync(folder)).toHaveLength(Object.keys(files).length);
});

it('refuses a file, and no name at all', () => {
  const file = join(folderWith('around', { file: '' }), 'file');
  expect(() => outputFolder(file)).toThrow('is a file');
  expect(() => outputFolder('')).toThrow('has no name');
});
